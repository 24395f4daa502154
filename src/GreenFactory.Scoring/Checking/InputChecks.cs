using System.Text.RegularExpressions;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Checking;

internal static partial class InputChecks
{
    private static readonly string[] Reserved = ["and", "or", "not", "true", "false", PrintedExpression.Name];

    public static void Run(RuleSet set, CheckReport report)
    {
        report.Unique(
            set.Inputs.Select((x, i) => (x.Code, $"$.inputs[{i}].code")).Concat(set.RepeatGroups.Select((x, i) => (x.Code, $"$.repeatGroups[{i}].code"))), "输入项");
        for (var i = 0; i < set.Inputs.Count; i++)
            Check(set, set.Inputs[i], $"$.inputs[{i}]", report);
        for (var g = 0; g < set.RepeatGroups.Count; g++)
            CheckGroup(set, set.RepeatGroups[g], $"$.repeatGroups[{g}]", report);
        CheckOrder(set, report);
    }

    private static void CheckGroup(RuleSet set, RepeatGroup group, string path, CheckReport report)
    {
        CheckCode(group.Code, $"{path}.code", report);
        CheckSection(set, group.Section, $"{path}.section", report);
        if (group.MaxRows is < 1 or > 200)
            report.Refuse("group.maxRows", $"{path}.maxRows", "最多行数应当在 1 到 200 之间。");
        if (group.Inputs.Count == 0)
            report.Refuse("group.empty", $"{path}.inputs", $"“{group.Label}”没有任何栏目。");
        report.Unique(group.Inputs.Select((x, i) => (x.Code, $"{path}.inputs[{i}].code")), "栏目");
        for (var i = 0; i < group.Inputs.Count; i++)
        {
            var input = group.Inputs[i];
            Check(set, input, $"{path}.inputs[{i}]", report);
            if (set.Inputs.Any(x => x.Code == input.Code))
                report.Refuse("input.hides", $"{path}.inputs[{i}].code", $"栏目代码“{input.Code}”与输入项相同，公式里会分不清，请改名。");
            CheckRowOrder(set, group, i, $"{path}.inputs[{i}].visibleWhen", report);
        }
    }

    /// <summary>A condition in a row may look at the answers of the unit and at those before its own in the row.</summary>
    private static void CheckRowOrder(RuleSet set, RepeatGroup group, int place, string path, CheckReport report)
    {
        foreach (var name in group.Inputs[place].VisibleWhen is { } formula ? Formulas.Names(formula) : [])
        {
            if (group.Inputs.Skip(place).Any(x => x.Code == name))
                report.Refuse("input.cycle", path, $"“{group.Inputs[place].Label}”的显示条件只能依据排在它前面的栏目，“{name}”在它之后或就是它自己，会形成循环。");
            if (set.Definitions.Any(d => d.Code == name) || set.RepeatGroups.Any(g => g.Code == name))
                report.Refuse("input.condition", path, $"栏目的显示条件不能依据定义或多行填报项“{name}”。");
        }
    }

    private static void Check(RuleSet set, InputDefinition input, string path, CheckReport report)
    {
        CheckCode(input.Code, $"{path}.code", report);
        CheckSection(set, input.Section, $"{path}.section", report);
        if (!Unit.TryParse(input.Unit, out _))
            report.Refuse("unit.unknown", $"{path}.unit", $"不认识单位“{input.Unit}”。");
        if (input.Type != InputType.Number && (input.Unit.Length > 0 || input.Min is not null || input.Max is not null || input.PlausibleMin is not null || input.PlausibleMax is not null))
            report.Refuse("input.notNumber", $"{path}.type", $"“{input.Label}”不是数字，不能设单位和数值范围。");
        if (input.Min > input.Max)
            report.Refuse("input.range", $"{path}.min", $"“{input.Label}”的最小值大于最大值。");
        if (input.PlausibleMin > input.PlausibleMax)
            report.Refuse("input.range", $"{path}.plausibleMin", $"“{input.Label}”的常见范围下限大于上限。");
        if (input.PlausibleMin < input.Min || input.PlausibleMax > input.Max)
            report.Refuse("input.plausible", $"{path}.plausibleMin", $"“{input.Label}”的常见范围超出了允许范围。");
        if (input.Decimals > 12)
            report.Refuse("input.decimals", $"{path}.decimals", "小数位数最多 12 位。");
        CheckOptions(set, input, path, report);
    }

    private static void CheckOptions(RuleSet set, InputDefinition input, string path, CheckReport report)
    {
        var choice = input.Type is InputType.Choice or InputType.MultiChoice;
        if (!choice && (input.Options.Count > 0 || input.OptionsFrom is not null))
            report.Refuse("input.options", $"{path}.options", $"“{input.Label}”不是选择题，不能有选项。");
        if (choice && (input.Options.Count > 0) == (input.OptionsFrom is not null))
            report.Refuse("input.options", $"{path}.options", $"“{input.Label}”应当列出选项，或者指明取自哪个参数表，二者取一。");
        if (input.OptionsFrom is { } table && set.Parameters.All(p => p.Code != table))
            report.Refuse("input.optionsFrom", $"{path}.optionsFrom", $"没有参数表“{table}”。");
        report.Unique(input.Options.Select((o, i) => (o.Code, $"{path}.options[{i}].code")), "选项");
    }

    internal static void CheckCode(string code, string path, CheckReport report)
    {
        if (!CodePattern().IsMatch(code))
            report.Refuse("code.form", path, $"代码“{code}”只能用小写字母、数字和下划线，并以字母开头。");
        if (Reserved.Contains(code))
            report.Refuse("code.reserved", path, $"“{code}”是公式里的保留字，请换一个代码。");
    }

    private static void CheckSection(RuleSet set, string? section, string path, CheckReport report)
    {
        if (section is not null && set.Groups.All(g => g.Code != section))
            report.Refuse("input.section", path, $"没有一级指标“{section}”。");
    }

    /// <summary>A condition may only look at inputs before its own, so that conditions can never run in a circle.</summary>
    private static void CheckOrder(RuleSet set, CheckReport report)
    {
        var order = set.Inputs.Select((x, i) => (x.Code, i)).GroupBy(x => x.Code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().i, StringComparer.Ordinal);
        for (var i = 0; i < set.Inputs.Count; i++)
        {
            foreach (var name in set.Inputs[i].VisibleWhen is { } formula ? Formulas.Names(formula) : [])
            {
                if (order.TryGetValue(name, out var at) && at >= i)
                    report.Refuse("input.cycle", $"$.inputs[{i}].visibleWhen", $"“{set.Inputs[i].Label}”的显示条件只能依据排在它前面的输入项，“{name}”在它之后或就是它自己，会形成循环。");
                if (set.RepeatGroups.Any(g => g.Code == name))
                    report.Refuse("input.condition", $"$.inputs[{i}].visibleWhen", $"显示条件不能依据多行填报项“{name}”。");
            }
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{0,59}$")]
    private static partial Regex CodePattern();
}
