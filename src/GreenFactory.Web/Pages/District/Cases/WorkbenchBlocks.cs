using GreenFactory.Application.Declarations;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Evidence;
using GreenFactory.Domain.Reviews;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;
using GreenFactory.Web.Face.Blocks;
using GreenFactory.Web.Face.Measures;
using GreenFactory.Web.Scores;

namespace GreenFactory.Web.Pages.District.Cases;

/// <summary>The workbench's numbers as the face's blocks take them.</summary>
public static class WorkbenchBlocks
{
    /// <summary>Points of the first-level indicators, declared and verified.</summary>
    public static IReadOnlyList<ScorePart> Parts(CaseReview review) =>
    [
        .. review.VerifiedSheet.Groups.Where(group => !group.Bonus).Select(group => new ScorePart(
            group.Name, group.Max, review.Declared.Sheet.Groups.First(other => other.Code == group.Code).Score, group.Score) { ShortName = group.Name[..Math.Min(2, group.Name.Length)] }),
    ];

    /// <summary>The rulers of an indicator: its own, or one for each of its products.</summary>
    public static IReadOnlyList<Ruler> Rulers(IndicatorScore declared, IndicatorScore verified) => verified.Rows.Count > 0
        ? [.. verified.Rows.Where(row => row.Baseline is not null).Select((row, index) => new Ruler(
            row.Name, row.Unit, row.Baseline, row.Leading, Reading.From(declared.Rows.ElementAtOrDefault(index)?.Value)) { Verified = Reading.From(row.Value), Decimals = 1 })]
        : verified.Baseline is null ? []
        : [new Ruler(verified.Name, verified.Unit, verified.Baseline, verified.Leading, Reading.From(declared.Value)) { Verified = Reading.From(verified.Value), Decimals = 2 }];

    /// <summary>Declared, verified and final values of what the indicator reads, with its points. Nothing is final before the city has decided.</summary>
    public static ComparisonTable Values(IReadOnlyList<PlacedAnswer> declared, IReadOnlyList<PlacedAnswer> verified, IndicatorScore declaredScore, IndicatorScore verifiedScore) => new(
        "数值",
        [
            .. from place in declared.Concat(verified).DistinctBy(answer => answer.Path)
               where place.Definition.Type is InputType.Number
               let values = (Declared: Read(At(declared, place)), Verified: Read(At(verified, place)))
               where values is not { Declared.Kind: ReadingKind.Missing, Verified.Kind: ReadingKind.Missing }
               select new ThreeValues($"{place.Label}{(place.Unit.Length > 0 ? " " + place.Unit : "")}", values.Declared, values.Verified, Reading.Missing),
        ],
        new ThreeValues("指标得分", Points(declaredScore), Points(verifiedScore), Reading.Missing, 2));

    /// <summary>Whether the unit is preferred by the verified answers.</summary>
    public static PreferencePanel Preference(Workbench bench, ConfirmedValues confirmed) =>
        PreferenceWords.Panel(bench.Review.Declared.RuleSet.Prefer(bench.Review.Verified, bench.Review.Declared.Score.AsOf, confirmed), bench.Organisation.Kind);

    /// <summary>What deserves a look: warnings of the score sheet, the applicant's justifications, evidence that is missing.</summary>
    public static IReadOnlyList<SignalLine> Signals(Workbench bench, IndicatorScore current, IReadOnlyList<PlacedAnswer> answers)
    {
        var paths = answers.Select(answer => answer.Path).ToHashSet();
        var files = bench.Evidence.Count(file => file.SubjectCode == current.Code && file.Scan is ScanState.Clean);
        var (ruleSet, sheet) = (bench.Review.Declared.RuleSet, bench.Review.VerifiedSheet);
        var declared = QualitySignals.Of(ruleSet, bench.Review.Declared.Sheet, current, paths, bench.Justifications, files);
        var verified = QualitySignals.Of(ruleSet, sheet, sheet.Indicators.First(row => row.Code == current.Code), paths, bench.Justifications, files).Except(declared);
        List<SignalLine> signals =
        [
            .. declared.Select(signal => new SignalLine(signal.Title, signal.Detail)),
            .. verified.Select(signal => new SignalLine($"核定后的值：{signal.Title}", signal.Detail)),
            .. bench.Review.Verdicts.GetValueOrDefault(current.Code) is { Outdated: true } ? [new SignalLine("企业已更改填报值", "上次核定之后企业修改了数值，需要重新核定")] : Array.Empty<SignalLine>(),
        ];
        return signals.Count > 0 ? signals : [new SignalLine("没有发现需要留意的情况", "计算无提示，材料齐全", Fine: true)];
    }

    /// <summary>The icon of an indicator's verdict and its word.</summary>
    public static (string Icon, string Word) Mark(StandingVerdict? verdict) => verdict switch
    {
        null => ("todo", "未核定"),
        { Outdated: true } => ("you", "需重新核定"),
        { Verdict.Kind: VerdictKind.Question } => ("q", "已提问"),
        _ => ("check", "已核定"),
    };

    private static string At(IReadOnlyList<PlacedAnswer> answers, PlacedAnswer place) => answers.FirstOrDefault(answer => answer.Path == place.Path)?.Text ?? "";

    private static Reading Read(string text) => Reading.From(TypedText.TryReadNumber(text, out var number, out _) ? number : null);

    private static Reading Points(IndicatorScore score) => score.State switch
    {
        ScoreState.NotApplicable => Reading.NotApplicable,
        ScoreState.Missing => Reading.Missing,
        _ => Reading.Known(score.Score),
    };
}
