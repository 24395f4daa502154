using GreenFactory.Scoring.Json;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Checking;

internal static class WeightChecks
{
    public static void Run(RuleSet set, CheckReport report)
    {
        var groups = set.Groups.DistinctBy(g => g.Code).ToDictionary(g => g.Code, StringComparer.Ordinal);
        var members = set.Indicators.ToLookup(i => i.Group, StringComparer.Ordinal);
        for (var i = 0; i < set.Indicators.Count; i++)
        {
            var indicator = set.Indicators[i];
            var group = groups.GetValueOrDefault(indicator.Group);
            if (group is null)
                report.Refuse("indicator.group", $"$.indicators[{i}].group", $"没有一级指标“{indicator.Group}”。");
            if (indicator.Weight <= 0m)
                report.Refuse("weight.positive", $"$.indicators[{i}].weight", $"“{indicator.Name}”的权重应当大于 0。");
            if (group is { Bonus: false } && indicator.Leaf is BonusLeaf)
                report.Refuse("leaf.bonus", $"$.indicators[{i}].leaf.kind", "bonus 评分方式只能用在附加项里。");
        }

        for (var g = 0; g < set.Groups.Count; g++)
        {
            var group = set.Groups[g];
            var sum = members[group.Code].Sum(i => i.Weight);
            if (sum == 0m)
                report.Refuse("group.noIndicator", $"$.groups[{g}]", $"一级指标“{group.Name}”下没有指标。");
            else if (!group.Bonus && sum != group.Weight)
                report.Refuse("weight.group", $"$.groups[{g}].weight", $"“{group.Name}”权重为 {DecimalText.Write(group.Weight)}，其下指标权重合计为 {DecimalText.Write(sum)}，应当相等。");
            else if (group.Bonus && sum < group.Weight)
                report.Refuse("weight.bonus", $"$.groups[{g}].weight", $"附加项“{group.Name}”上限 {DecimalText.Write(group.Weight)} 大于各项之和 {DecimalText.Write(sum)}，永远达不到。");
        }

        var total = set.Groups.Where(g => !g.Bonus).Sum(g => g.Weight);
        if (set.Policies.ScaleTo is null && total != 100m)
            report.Refuse("weight.total", "$.groups", $"各一级指标权重合计为 {DecimalText.Write(total)}，应当为 100（或用 scaleTo 换算）。");
        if (set.Policies.ScaleTo <= 0m)
            report.Refuse("policy.scaleTo", "$.policies.scaleTo", "换算满分应当大于 0。");
        if (set.Policies.ScaleTo == total)
            report.Refuse("policy.unused", "$.policies.scaleTo", $"各一级指标权重合计已经是 {DecimalText.Write(total)}，换算满分用不到，请删除。");
        if (set.Policies.PassLine < 0m || set.Policies.PassLine > (set.Policies.ScaleTo ?? total))
            report.Refuse("policy.passLine", "$.policies.passLine", "达标线应当在 0 和满分之间。");
    }
}
