using GreenFactory.Application.Declarations;
using GreenFactory.Domain.Evidence;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;

namespace GreenFactory.Application.Reviews;

/// <summary>An indicator without a verdict and without a signal: it may be accepted with others in one step once its evidence was opened.</summary>
/// <param name="Indicator">The indicator, as declared.</param>
/// <param name="Files">Its evidence that passed the scan.</param>
/// <param name="Unopened">Those of them that this person has not opened.</param>
/// <param name="Seen">What an acceptance rests on.</param>
public sealed record UnsignalledIndicator(IndicatorScore Indicator, IReadOnlyList<EvidenceFile> Files, IReadOnlyList<EvidenceFile> Unopened, IndicatorStamp Seen)
{
    /// <summary>Whether it may be accepted now.</summary>
    public bool IsReady => Unopened.Count == 0;

    /// <summary>All of a case, in the order of the rule set. Neither what was declared nor what was corrected elsewhere may carry a signal. A question or a verdict on earlier answers is no blank: it is ruled by hand.</summary>
    public static IReadOnlyList<UnsignalledIndicator> Of(Workbench bench)
    {
        var (rules, facts) = (bench.Review.Declared.RuleSet, bench.Review.Declared.Facts);
        return
        [
            .. from indicator in bench.Review.Declared.Sheet.Indicators
               where !bench.Review.Verdicts.ContainsKey(indicator.Code)
               let files = bench.Evidence.Where(file => file.SubjectCode == indicator.Code && file.Scan is ScanState.Clean).ToList()
               let paths = DeclaredAnswers.Of(rules, facts, indicator.Code).Select(answer => answer.Path).ToHashSet(StringComparer.Ordinal)
               where IsQuiet(bench.Review.Declared.Sheet, indicator, paths, files.Count)
                   && IsQuiet(bench.Review.VerifiedSheet, bench.Review.VerifiedSheet.Indicators.First(row => row.Code == indicator.Code), paths, files.Count)
               select new UnsignalledIndicator(indicator, files, [.. files.Where(file => !bench.Opened.Contains(file.Id))], IndicatorStamp.Of(bench.Review, indicator.Code)),
        ];

        bool IsQuiet(ScoreSheet sheet, IndicatorScore row, HashSet<string> paths, int given) => QualitySignals.Of(rules, sheet, row, paths, bench.Justifications, given).Count == 0;
    }
}
