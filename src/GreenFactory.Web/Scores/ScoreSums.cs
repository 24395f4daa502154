using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;
using GreenFactory.Web.Face.Text;

namespace GreenFactory.Web.Scores;

/// <summary>
/// Says how the printed parts of a sheet come to its total, wherever they are not simply its sum: weight spread from what does not apply, weights converted to a full total, and points that are
/// rounded once, in the total. Every part is printed rounded, so each line that is missing from an addition is here with its amount.
/// </summary>
public static class ScoreSums
{
    /// <summary>The sentences, in the order in which they are added up; none where the parts simply sum to the total.</summary>
    public static IReadOnlyList<string> Of(ScoreSheet sheet)
    {
        var lines = new List<string>();
        if (Weights(sheet) is var weights && weights != sheet.Max && weights != 0m)
        {
            lines.Add($"各项权重合计 {NumberText.Natural(weights)}，按 {NumberText.Maximum(sheet.Max)} 分制换算：每 1 分权重计 {NumberText.Maximum(sheet.Max)} ÷ {NumberText.Natural(weights)} 分。");
        }

        lines.AddRange(sheet.Groups.Where(group => group.Adjustment != 0m).Select(group => Group(sheet, group)));
        if (sheet.Adjustment != 0m || sheet.ApplicableMax != sheet.Max)
        {
            lines.Add(Total(sheet));
        }

        return lines;
    }

    /// <summary>What has to be added to the parts that stand above the total, with its name; null where they sum to it.</summary>
    public static (string Label, decimal Points)? Adjustment(ScoreSheet sheet) => sheet.Adjustment == 0m ? null : (Name(sheet.ApplicableMax != sheet.Max), sheet.Adjustment);

    /// <summary>What has to be added to the indicators of a group to make its points; null where they sum to them.</summary>
    public static (string Label, decimal Points)? Adjustment(ScoreSheet sheet, GroupScore group) => group.Adjustment == 0m ? null : (Name(IsSpread(sheet, group)), group.Adjustment);

    private static string Name(bool isSpread) => isSpread ? "不适用指标的权重分摊" : "取舍差";

    private static string Group(ScoreSheet sheet, GroupScore group)
    {
        var sum = NumberText.Points(group.Score - group.Adjustment);
        var difference = NumberText.Signed(group.Adjustment, sheet.Places);
        return IsSpread(sheet, group) ? $"“{group.Name}”：各项合计 {sum} 分，不适用指标的权重分摊到本组其他指标，{difference} 分，为 {NumberText.Points(group.Score)} 分。"
            : group.Bonus ? $"“{group.Name}”：各项合计 {sum} 分，以 {NumberText.Maximum(group.Max)} 分为限，为 {NumberText.Points(group.Score)} 分。"
            : $"“{group.Name}”：各项打印值合计 {sum} 分；本组得分由未取舍的各项得分相加后取舍，为 {NumberText.Points(group.Score)} 分，取舍差 {difference} 分。";
    }

    private static string Total(ScoreSheet sheet)
    {
        var (sum, max) = (sheet.Total - sheet.Adjustment, NumberText.Maximum(sheet.Max));
        var difference = NumberText.Signed(sheet.Adjustment, sheet.Places);
        if (sheet.ApplicableMax != sheet.Max && sheet.ApplicableMax != 0m)
        {
            var applicable = NumberText.Natural(sheet.ApplicableMax);
            return sheet.Rounding.At == RoundingPlace.Indicator
                ? $"各部分合计 {NumberText.Points(sum)} 分，适用指标的满分是 {applicable} 分；不适用指标的权重分摊到其他指标，换算为 {max} 分：{NumberText.Points(sum)} × {max} ÷ {applicable} = {NumberText.Points(sheet.Total)} 分（{difference}）。"
                : $"适用指标的满分是 {applicable} 分；不适用指标的权重分摊到其他指标，由未取舍的得分换算为 {max} 分并取舍一次，总分 {NumberText.Points(sheet.Total)} 分，与各部分打印值之和相差 {difference} 分。";
        }

        return sheet.Total == sheet.Max ? $"各部分合计 {NumberText.Points(sum)} 分，总分以 {max} 分为限（{difference}）。"
            : $"总分只取舍一次：未取舍的总分是 {NumberText.Natural(sheet.ExactTotal)} 分，取舍为 {NumberText.Points(sheet.Total)} 分；各部分打印值合计 {NumberText.Points(sum)} 分，取舍差 {difference} 分。";
    }

    private static bool IsSpread(ScoreSheet sheet, GroupScore group) =>
        sheet.NotApplicable is NotApplicablePolicy.NormaliseWithinGroup or null && sheet.Rounding.At == RoundingPlace.Indicator && !group.Bonus
        && sheet.Indicators.Any(row => row.Group == group.Code && row.Max == 0m);

    private static decimal Weights(ScoreSheet sheet)
    {
        var bonus = sheet.Groups.Where(group => group.Bonus).Select(group => group.Code).ToHashSet(StringComparer.Ordinal);
        return sheet.Indicators.Where(row => !bonus.Contains(row.Group)).Sum(row => row.Weight);
    }
}
