using GreenFactory.Application.Assessments;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Organisations;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Web.Face.Blocks;
using GreenFactory.Web.Face.Marks;
using GreenFactory.Web.Face.Measures;
using GreenFactory.Web.Face.Text;

namespace GreenFactory.Web.Scores;

/// <summary>Frozen scores as the blocks that show them.</summary>
internal static class ScoreViews
{
    /// <summary>Whether scores may be shown: every one of them is what was frozen. What one altered row is compared with cannot be trusted either.</summary>
    public static bool MayShow(params IEnumerable<ReplayedScore?> scores) => scores.All(score => score is not { Intact: false });

    /// <summary>Points of every indicator as applicant, district and city have them.</summary>
    public static ComparisonTable Points(ReplayedScore? declared, ReplayedScore? verified, ReplayedScore? final) => new(
        "指标得分",
        [
            .. (verified ?? declared)!.Sheet.Indicators.Select(row => new ThreeValues(
                IndicatorTitles.Of(row), Of(declared, row.Code), Of(verified, row.Code), Of(final, row.Code), 2)),
        ],
        new ThreeValues("合计", Reading.From(declared?.Sheet.Total), Reading.From(verified?.Sheet.Total), Reading.From(final?.Sheet.Total), 2));

    /// <summary>What the experts gave and what became of it.</summary>
    public static PanelMarksView Panel(CityCase found) => new(found.Marks!, found.Verified?.Sheet.Total, found.Final?.Sheet.Total)
    {
        VerifiedOf = code => found.Verified?.Sheet.Indicators.FirstOrDefault(row => row.Code == code) is { State: not ScoreState.AwaitingGrade } row ? row.Score : null,
        FinalOf = code => found.Final?.Sheet.Indicators.FirstOrDefault(row => row.Code == code)?.Score,
    };

    /// <summary>Points of the groups on the score ruler.</summary>
    public static IReadOnlyList<ScorePart> Parts(ReplayedScore? declared, ReplayedScore? verified) =>
    [
        .. (verified ?? declared)!.Sheet.Groups.Where(group => !group.Bonus).Select(group => new ScorePart(
            group.Name,
            group.Max,
            declared?.Sheet.Groups.FirstOrDefault(row => row.Code == group.Code)?.Score,
            verified?.Sheet.Groups.FirstOrDefault(row => row.Code == group.Code)?.Score)),
    ];

    /// <summary>Whether the unit is preferred by the facts of a score.</summary>
    public static PreferencePanel Preference(ReplayedScore score, ConfirmedValues confirmed, OrganisationKind kind) =>
        PreferenceWords.Panel(score.RuleSet.Prefer(score.Facts, score.Score.AsOf, confirmed), kind);

    /// <summary>How the points of one indicator came about.</summary>
    public static TracePanel Trace(ReplayedScore score, IndicatorScore indicator) =>
        TracePanels.Of(score.Sheet, indicator, score.RuleSet.RuleSet.Indicators.First(row => row.Code == indicator.Code).Clause);

    /// <summary>The state of an indicator in word and shape.</summary>
    public static (StateShape Shape, string Word)? State(IndicatorScore indicator) => indicator.State switch
    {
        ScoreState.Missing => (StateShape.Todo, "未填"),
        ScoreState.NotApplicable => (StateShape.Off, "不适用"),
        ScoreState.Error => (StateShape.Error, "有误"),
        ScoreState.AwaitingGrade => (StateShape.Waiting, "待专家评分"),
        _ => null,
    };

    private static Reading Of(ReplayedScore? score, string code) =>
        score?.Sheet.Indicators.FirstOrDefault(row => row.Code == code) is not { } row ? Reading.Missing
        : row.State is ScoreState.NotApplicable ? Reading.NotApplicable
        : Reading.Known(row.Score);
}
