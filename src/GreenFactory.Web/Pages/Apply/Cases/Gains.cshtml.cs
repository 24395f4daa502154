using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;
using GreenFactory.Scoring.Simulation;
using GreenFactory.Web.Face.Text;
using GreenFactory.Web.Pages.Apply.Forms;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.Apply.Cases;

/// <summary>What an answer would have to be for the next point of each indicator, and the fewest changes that reach a total. It changes nothing.</summary>
public sealed class GainsModel(ApplicantCaseReader cases) : CasePage
{
    private AnswerWords words = null!;

    /// <summary>The total to reach.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "目标得分")]
    public decimal Target { get; set; } = 80m;

    /// <summary>The next point of each indicator.</summary>
    public IReadOnlyList<PointGoal> Next { get; private set; } = [];

    /// <summary>Scored indicators for which no single answer brings a point.</summary>
    public IReadOnlyList<IndicatorScore> Others { get; private set; } = [];

    /// <summary>The way to the target.</summary>
    public ReachPlan Plan { get; private set; } = null!;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cases, cancellation))
        {
            return NotFound();
        }

        if (Work is not { RuleSet: { } set, Facts: { Facts: var facts }, Sheet: { } sheet })
        {
            return Redirect($"{Home}/rules");
        }

        words = new AnswerWords(set.RuleSet, Work.Campaign.ParametersAsOf);
        Target = Math.Clamp(Target, 0m, sheet.Max);
        Next = [.. PointGoals.Next(set, facts, Work.Campaign.ParametersAsOf).OrderByDescending(goal => goal.Total)];
        Others = [.. sheet.Indicators.Where(row => row.Score < row.Max && row.State is not ScoreState.NotApplicable && !Next.Any(goal => goal.Indicator == row.Code))];
        Plan = PointGoals.Reach(set, facts, Work.Campaign.ParametersAsOf, Target);
        return Page();
    }

    /// <summary>An indicator as it stands.</summary>
    public IndicatorScore RowOf(string indicator) => Work.Sheet!.Indicators.First(row => row.Code == indicator);

    /// <summary>The question that a change is about, with the row it belongs to.</summary>
    public string Question(PointGoal goal) => FieldWords.Label(Work.RuleSet!.RuleSet, Work.Organisation.Kind, Work.Facts!.FieldOf(goal.Place).Name);

    /// <summary>Where the question is answered.</summary>
    public string PathOf(PointGoal goal) =>
        $"{CaseTasks.Path(Work, SectionLayout.SectionOf(Work.RuleSet!.RuleSet, InputOf(goal).Section))}#{Work.Facts!.FieldOf(goal.Place).Id}";

    /// <summary>An answer in words; 未填 for none.</summary>
    public string Say(PointGoal goal, Answer? answer)
    {
        var (input, unit, _) = InputOf(goal);
        var said = input.Type is InputType.Number && answer is not null && TypedText.TryReadNumber(answer.Text, out var number, out _)
            ? $"{NumberText.Natural(number)} {unit}".TrimEnd()
            : words.Of(input, answer, unit);
        return said.Length == 0 ? "未填" : said;
    }

    private (InputDefinition Input, string Unit, string? Section) InputOf(PointGoal goal)
    {
        var set = Work.RuleSet!.RuleSet;
        if (goal.Place is not { Group: { } code, Row: { } row })
        {
            var input = set.Inputs.First(one => one.Code == goal.Place.Input);
            return (input, input.Unit, input.Section);
        }

        var group = set.RepeatGroups.First(one => one.Code == code);
        var cell = group.Inputs.First(one => one.Code == goal.Place.Input);
        return (cell, words.UnitIn(group, cell, other => AnswerPlace.OfCell(code, row, other).In(Work.Facts!.Facts)?.Text ?? ""), group.Section);
    }
}
