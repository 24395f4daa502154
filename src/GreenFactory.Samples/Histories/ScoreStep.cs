using System.Globalization;
using GreenFactory.Application.Audit;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;

namespace GreenFactory.Samples.Histories;

/// <summary>Freezes scores as <c>ScoreFreezer</c> does.</summary>
internal static class ScoreStep
{
    /// <summary>Freezes.</summary>
    public static (FrozenScore Score, ScoreSheet Sheet) Freeze(Planting planting, PlantedCase work, RunningProcess process, ScoreParty party, Facts facts)
    {
        var sheet = work.RuleSet.Evaluate(facts, work.Campaign.ParametersAsOf);
        var score = FrozenScore.Create(
            new FrozenScoreId(process.NewId()),
            work.Declaration,
            party,
            (work.Scores.GetValueOrDefault(party)?.Sequence ?? 0) + 1,
            work.RuleSetVersion,
            work.RuleSet.ContentHash,
            FactsJson.Write(facts),
            ScoreSheetJson.Write(sheet),
            sheet.Total,
            work.Campaign.ParametersAsOf,
            process.Now);
        planting.Store.Add(score);
        work.Scores[party] = score;
        var total = sheet.Total.ToString(CultureInfo.InvariantCulture);
        process.Record(EventKind.ScoreFrozen, work.Declaration, $"定格得分 {total}", new { score = score.Id.Value, hash = score.ContentHash, total });
        return (score, sheet);
    }
}
