using GreenFactory.Domain.Honours;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;

namespace GreenFactory.Application.Honours;

/// <summary>Takes out of a frozen score what the public may know of its products: the levels they were held to, and what came of them.</summary>
public static class LevelsOfScore
{
    /// <summary>One entry for every product that is held to levels of a standard; the same products of which the applicant and the officers are shown levels.</summary>
    /// <param name="ruleSet">The rule set of the score.</param>
    /// <param name="facts">The facts it rests on.</param>
    /// <param name="sheet">Its sheet.</param>
    /// <param name="confirmed">The values that two people compared with the text of their standard.</param>
    public static IReadOnlyList<ListedLevel> Of(CompiledRuleSet ruleSet, Facts facts, ScoreSheet sheet, ConfirmedValues confirmed)
    {
        var preferred = ruleSet.Prefer(facts, sheet.AsOf, confirmed)?.Rows ?? [];
        return
        [
            .. from indicator in sheet.Indicators
               from row in indicator.Rows
               where row.IsHeldToLevels
               let preference = preferred.FirstOrDefault(one => one.Product == row.Code)
               select new ListedLevel(
                   indicator.Name, row.Name, row.Unit, row.Leading, row.Baseline, row.Limit, row.Correction, string.Join("；", row.Notes), decimal.Round(row.Score, 12), indicator.Weight,
                   preference?.State.ToString() ?? "", preference?.Reason ?? ""),
        ];
    }
}
