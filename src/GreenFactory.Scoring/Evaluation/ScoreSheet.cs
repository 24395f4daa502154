using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>A gate and whether it is met.</summary>
public sealed record GateScore(string Code, string Title, bool Mandatory, GateState State);

/// <summary>State of a scored row.</summary>
public enum ScoreState
{
    /// <summary>Has its points.</summary>
    Scored,

    /// <summary>Answers are missing: counts zero, with a warning.</summary>
    Missing,

    /// <summary>Does not apply here; what that does is the policy of the set.</summary>
    NotApplicable,

    /// <summary>An answer or formula is in error: counts zero until corrected.</summary>
    Error,

    /// <summary>Waits for a person's points: counts zero until then.</summary>
    AwaitingGrade,
}

/// <summary>
/// A 一级指标 with its points. <see cref="Score"/> is rounded as the set says, <see cref="ExactScore"/> is not; <see cref="Adjustment"/> is what
/// the score has beyond the sum of the rounded indicators: by spreading the weight of those that are not applicable, by a cap on bonus points, or because
/// points are rounded later than at the indicator.
/// </summary>
public sealed record GroupScore(string Code, string Name, bool Bonus, decimal Score, decimal Max, decimal Adjustment)
{
    private readonly decimal? _exact;

    /// <summary>Points before rounding.</summary>
    public decimal ExactScore
    {
        get => _exact ?? Counted?.Points.ExactOf(Counted.Value.Group).Nearest ?? 0m;
        init => _exact = value;
    }

    /// <summary>Where the points before rounding are worked out from.</summary>
    internal (SheetPoints Points, int Group)? Counted { get; init; }

    /// <summary>Weight as the rule set prints it; sheets in decimal arithmetic did not say it.</summary>
    public decimal Weight { get; init; }
}

/// <summary>A product, or a child of a choice, inside an indicator. <see cref="Score"/> is the unrounded points the row alone would earn of the whole indicator.</summary>
public sealed record RowScore(
    string Code, string Name, decimal? Value, string Unit, decimal? Baseline, decimal? Leading, decimal? Weight, decimal Score, ScoreState State, bool Counted, string Message)
{
    /// <summary>限定值, the mandatory value of the standard, in <see cref="Unit"/>; none where the rules name none or the standard has none.</summary>
    public decimal? Limit { get; init; }

    /// <summary>How the standard's correction changes the printed levels, a Chinese sentence; empty where nothing is corrected.</summary>
    public string Correction { get; init; } = "";

    /// <summary>What a reader must know about the levels: one that the standard does not have, one that is not corrected, a value beyond 限定值. Chinese sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Whether the row is held to levels of a standard that a reader must see.</summary>
    public bool IsHeldToLevels => Limit is not null || Correction.Length > 0 || Notes.Count > 0;
}

/// <summary>One scored row of the sheet. Value, baseline and leading are unrounded and in <see cref="Unit"/>; points are 分.</summary>
public sealed record IndicatorScore
{
    /// <summary>Code of the indicator.</summary>
    public required string Code { get; init; }

    /// <summary>序号 as printed.</summary>
    public required string Number { get; init; }

    /// <summary>二级指标.</summary>
    public required string Name { get; init; }

    /// <summary>三级指标, or the case that was used.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Code of the 一级指标.</summary>
    public required string Group { get; init; }

    /// <summary>Direction and kind.</summary>
    public required IndicatorType Type { get; init; }

    /// <summary>Value of the indicator, if it has one number.</summary>
    public decimal? Value { get; init; }

    /// <summary>Unit of the value.</summary>
    public string Unit { get; init; } = "";

    /// <summary>基准值.</summary>
    public decimal? Baseline { get; init; }

    /// <summary>引领值.</summary>
    public decimal? Leading { get; init; }

    /// <summary>Points, rounded as the set says.</summary>
    public decimal Score { get; init; }

    /// <summary>Points before rounding.</summary>
    public decimal ExactScore { get; init; }

    /// <summary>Weight as the rule set prints it.</summary>
    public required decimal Weight { get; init; }

    /// <summary>Largest possible points here; zero if the row is not applicable and its weight is spread.</summary>
    public decimal Max { get; init; }

    /// <summary>State.</summary>
    public ScoreState State { get; init; }

    /// <summary>What a person should look at, in Chinese.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Products or children.</summary>
    public IReadOnlyList<RowScore> Rows { get; init; } = [];

    /// <summary>Weakest provenance of the parameters used; none if no parameter was used.</summary>
    public Provenance? ParameterProvenance { get; init; }

    /// <summary>How the points came about; none if the evaluation was asked without trace.</summary>
    public TraceNode? Trace { get; init; }
}

/// <summary>The result of one evaluation, complete in itself: what was evaluated by which rules, every row, the total.</summary>
public sealed record ScoreSheet
{
    private readonly decimal? _exactTotal;

    /// <summary>Rule set.</summary>
    public required string RuleSetId { get; init; }

    /// <summary>Version of the rule set.</summary>
    public required string RuleSetVersion { get; init; }

    /// <summary>Content hash of the rule set.</summary>
    public required string RuleSetHash { get; init; }

    /// <summary>Title of the rule set.</summary>
    public required string RuleSetTitle { get; init; }

    /// <summary>Provenance of the rule set; shown wherever the score is shown.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Day on which parameters were looked up.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>How points were rounded.</summary>
    public required Rounding Rounding { get; init; }

    /// <summary>How the numbers were worked out; exact numbers stand here as the nearest decimals.</summary>
    public ScoreArithmetic Arithmetic { get; init; }

    /// <summary>What an indicator that is not applicable does to the weights; sheets in decimal arithmetic did not say it.</summary>
    public NotApplicablePolicy? NotApplicable { get; init; }

    /// <summary>Decimal places of points.</summary>
    public int Places => Rounding.Places;

    /// <summary>Gates.</summary>
    public IReadOnlyList<GateScore> Gates { get; init; } = [];

    /// <summary>一级指标.</summary>
    public IReadOnlyList<GroupScore> Groups { get; init; } = [];

    /// <summary>All rows, in the order of the form.</summary>
    public IReadOnlyList<IndicatorScore> Indicators { get; init; } = [];

    /// <summary>Sum of the groups outside bonus plus <see cref="Adjustment"/>, rounded.</summary>
    public decimal Total { get; init; }

    /// <summary>The total before rounding.</summary>
    public decimal ExactTotal
    {
        get => _exactTotal ?? Counted?.ExactTotal.Nearest ?? 0m;
        init => _exactTotal = value;
    }

    /// <summary>Where the total before rounding is worked out from.</summary>
    internal SheetPoints? Counted { get; init; }

    /// <summary>Largest possible total.</summary>
    public decimal Max { get; init; }

    /// <summary>Largest possible sum of the groups here: less than <see cref="Max"/> when indicators are not applicable and their weight is spread.</summary>
    public decimal ApplicableMax { get; init; }

    /// <summary>
    /// What the total has beyond the sum of the groups: by spreading the weight of indicators that are not applicable (the sum times Max over ApplicableMax),
    /// or because the total alone is rounded.
    /// </summary>
    public decimal Adjustment { get; init; }

    /// <summary>Bonus points, outside the total.</summary>
    public decimal Bonus { get; init; }

    /// <summary>Total from which the result counts as met; none if the set fixes none.</summary>
    public decimal? PassLine { get; init; }

    /// <summary>Problems and warnings of the answers, each with the field it belongs to.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Whether every mandatory gate is met.</summary>
    public bool GatesPassed => Gates.All(g => !g.Mandatory || g.State == GateState.Passed);

    /// <summary>Whether a mandatory gate is answered as not met.</summary>
    public bool GateFailed => Gates.Any(g => g.Mandatory && g.State == GateState.Failed);
}
