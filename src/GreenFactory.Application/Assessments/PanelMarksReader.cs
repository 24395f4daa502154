using System.Globalization;
using GreenFactory.Application.Data;
using GreenFactory.Application.Experts;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Assessments;

/// <summary>Points that one expert gave.</summary>
public sealed record GivenMark(string ExpertName, decimal Points, string Reason);

/// <summary>What the finished experts gave to one indicator, or their advisory points in sum.</summary>
/// <param name="Indicator">The indicator; null for the advisory points, which never enter the score.</param>
/// <param name="Name">What is marked.</param>
/// <param name="Maximum">Full points.</param>
/// <param name="Marks">What each gave.</param>
/// <param name="Combined">The mark of the panel; null while there are too few, and for advisory points.</param>
/// <param name="Option">The option that the mark of the panel stands for, where the indicator is scored by one.</param>
/// <param name="IsDisputed">Whether the marks lie so far apart that the city has to explain.</param>
public sealed record PanelLine(Indicator? Indicator, string Name, decimal Maximum, IReadOnlyList<GivenMark> Marks, decimal? Combined, OptionChoice? Option, bool IsDisputed)
{
    /// <summary>Points between the highest and the lowest mark.</summary>
    public decimal Spread => Marks.Count == 0 ? 0m : Marks.Max(mark => mark.Points) - Marks.Min(mark => mark.Points);
}

/// <summary>The marks of one panel under the rule of its campaign.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Finished">Completed reviews.</param>
/// <param name="Lines">What is marked; indicators first, then the advisory points in one line.</param>
/// <param name="Rounding">How the rule set rounds points.</param>
public sealed record PanelReading(AssessmentRule Rule, int Finished, IReadOnlyList<PanelLine> Lines, Rounding Rounding)
{
    /// <summary>How the panel was closed; null before.</summary>
    public PanelConclusion? Conclusion { get; init; }

    /// <summary>What the experts do not agree on.</summary>
    public IReadOnlyList<PanelLine> Disputed => [.. Lines.Where(line => line.IsDisputed)];

    /// <summary>Whether any mark can enter the score; where none can, the final score is the verified one.</summary>
    public bool Scores => Lines.Any(line => line.Indicator is not null);

    /// <summary>The disagreement in words; empty where there is none.</summary>
    public string DisputeInWords => string.Join("；", Disputed.Select(line => string.Create(
        CultureInfo.InvariantCulture, $"{line.Name}最高 {line.Marks.Max(mark => mark.Points):0.##} 分、最低 {line.Marks.Min(mark => mark.Points):0.##} 分，满分 {line.Maximum:0.##} 分")));

    /// <summary>The facts with the marks of the panel in the place of what waited for them.</summary>
    public Facts ApplyTo(Facts facts)
    {
        foreach (var line in Lines.Where(line => line is { Indicator: not null, Combined: not null }))
        {
            facts = line is { Option: { } option, Indicator.Leaf: OptionsLeaf leaf }
                ? facts.With(leaf.Input, option.Option)
                : facts with { Grades = facts.Grades.SetItem(line.Indicator!.Code, new Grade(line.Combined!.Value.ToString(CultureInfo.InvariantCulture), Ground(line))) };
        }

        return facts;
    }

    /// <summary>How a mark of the panel came about, in the order of points: the trace names no expert.</summary>
    private string Ground(PanelLine line) => string.Create(
        CultureInfo.InvariantCulture,
        $"专家组评分：{Finished} 名专家评分 {string.Join("、", line.Marks.Select(mark => mark.Points).Order().Select(points => points.ToString("0.##", CultureInfo.InvariantCulture)))} 的{AssessmentWords.Of(Rule.Method)}，取 {Rounding.Places} 位小数");
}

/// <summary>Reads the marks of panels; at most four queries. Only finished experts count: nobody sees a draft.</summary>
public sealed class PanelMarksReader(PortalDbContext db, AssessmentRuleReader rules)
{
    /// <summary>Reads the panels of cases of one campaign, each with the rule set that scores it.</summary>
    public async Task<IReadOnlyDictionary<DeclarationId, PanelReading>> ReadAsync(
        CampaignId campaign, IReadOnlyDictionary<DeclarationId, RuleSet> cases, CancellationToken cancellation)
    {
        var rule = await rules.ReadAsync(campaign, cancellation);
        var criteria = await db.AssessmentCriteria.Where(row => row.CampaignId == campaign).SumAsync(row => row.MaxPoints, cancellation);
        var ids = cases.Keys.ToList();
        var finished = await db.ExpertAssignments.AsNoTracking().Where(row => ids.Contains(row.DeclarationId) && row.State == AssignmentState.Finished)
            .OrderBy(row => row.AssignedAt).ThenBy(row => row.ExpertName)
            .Select(row => new
            {
                row.DeclarationId,
                row.ExpertName,
                Marks = db.ExpertMarks.Where(mark => mark.AssignmentId == row.Id && mark.Points != null).ToList(),
                Conclusion = db.PanelConclusions.FirstOrDefault(one => one.DeclarationId == row.DeclarationId),
            })
            .ToListAsync(cancellation);
        return cases.ToDictionary(row => row.Key, row =>
        {
            var reviews = finished.FindAll(one => one.DeclarationId == row.Key);
            var panel = reviews.ConvertAll(one => (one.ExpertName, one.Marks));
            var set = row.Value;
            return new PanelReading(
                rule,
                panel.Count,
                [.. set.Indicators.Where(indicator => panel.Exists(one => one.Marks.Exists(mark => mark.Subject == MarkSubject.Indicator && mark.Code == indicator.Code)))
                    .Select(indicator => LineOf(rule, set, indicator, panel)), .. Advisory(rule, criteria, panel)],
                set.Policies.Rounding)
            { Conclusion = reviews.FirstOrDefault()?.Conclusion };
        });
    }

    private static PanelLine LineOf(AssessmentRule rule, RuleSet set, Indicator indicator, List<(string ExpertName, List<ExpertMark> Marks)> panel)
    {
        var given = panel.SelectMany(one => one.Marks.Where(mark => mark.Subject == MarkSubject.Indicator && mark.Code == indicator.Code)
            .Select(mark => new GivenMark(one.ExpertName, mark.Points!.Value, mark.Reason))).ToList();
        var points = given.Select(mark => mark.Points).ToList();
        decimal? combined = points.Count < PanelMark.Fewest(rule.Method) ? null : PanelMark.Combine(rule.Method, points, set.Policies.Rounding);
        var choices = ExpertItems.Choices(set, indicator);
        return new PanelLine(
            indicator,
            indicator.Detail.Length > 0 && indicator.Detail != indicator.Name ? $"{indicator.Name}（{indicator.Detail}）" : indicator.Name,
            indicator.Weight,
            given,
            combined,
            combined is { } mark ? choices.FirstOrDefault(choice => choice.Points <= mark) ?? choices.LastOrDefault() : null,
            rule.IsDisputed(points, indicator.Weight));
    }

    private static IEnumerable<PanelLine> Advisory(AssessmentRule rule, decimal maximum, List<(string ExpertName, List<ExpertMark> Marks)> panel)
    {
        var given = panel.Select(one => new GivenMark(one.ExpertName, one.Marks.Where(mark => mark.Subject == MarkSubject.Criterion).Sum(mark => mark.Points!.Value), "")).ToList();
        return given.Count == 0 ? [] : [new PanelLine(null, "评议参考分", maximum, given, null, null, rule.IsDisputed([.. given.Select(mark => mark.Points)], maximum))];
    }
}
