using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Checking;

/// <summary>Checks of definitions and cautions beyond their compiling.</summary>
internal static class DefinitionChecks
{
    public static void Run(RuleSet set, CheckReport report)
    {
        report.Unique(
            set.Inputs.Select(x => (x.Code, "")).Concat(set.RepeatGroups.Select(x => (x.Code, "")))
                .DistinctBy(x => x.Code).Concat(set.Definitions.Select((x, i) => (x.Code, $"$.definitions[{i}].code"))), "定义");
        var order = set.Definitions.Index().GroupBy(x => x.Item.Code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Index, StringComparer.Ordinal);
        foreach (var (i, definition) in set.Definitions.Index())
        {
            InputChecks.CheckCode(definition.Code, $"$.definitions[{i}].code", report);
            if (set.RepeatGroups.Any(g => g.Inputs.Any(x => x.Code == definition.Code)))
                report.Refuse("definition.hides", $"$.definitions[{i}].code", $"定义代码“{definition.Code}”与多行填报项的栏目相同，公式里会分不清，请改名。");
            foreach (var name in Formulas.Names(definition.Formula).Where(name => order.TryGetValue(name, out var at) && at >= i))
                report.Refuse("definition.cycle", $"$.definitions[{i}].formula", $"“{definition.Label}”只能用排在它前面的定义，“{name}”在它之后或就是它自己，会形成循环。");
        }

        RelationChecks.Run(set, report);
        var names = Formulas.Of(set).SelectMany(Formulas.Names).ToHashSet(StringComparer.Ordinal);
        foreach (var (i, definition) in set.Definitions.Index().Where(d => !names.Contains(d.Item.Code)))
            report.Refuse("definition.unused", $"$.definitions[{i}].code", $"没有任何公式用到“{definition.Label}”（{definition.Code}），请删除或补上公式。");
        foreach (var (i, caution) in set.Cautions.Index().Where(c => !Exists(set, c.Item)))
            report.Refuse("caution.at", $"$.cautions[{i}].at", $"没有输入项“{caution.At}”，提示无处显示；多行填报项的栏目写成“填报项.栏目”。");
    }

    private static bool Exists(RuleSet set, Caution caution)
    {
        var (group, input) = caution.Place;
        return group is null
            ? set.Inputs.Any(x => x.Code == input)
            : set.RepeatGroups.Any(g => g.Code == group && g.Inputs.Any(x => x.Code == input));
    }
}
