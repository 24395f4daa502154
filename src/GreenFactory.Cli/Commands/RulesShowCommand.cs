using GreenFactory.Cli.Support;
using GreenFactory.Scoring;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Cli.Commands;

/// <summary>Shows one rule set: its whole document as JSON, or an outline with the field names that a facts file uses.</summary>
internal static class RulesShowCommand
{
    public static int Run(RuleFolder folder, Arguments arguments, TextWriter output)
    {
        var set = folder.Load(arguments.After(2, 1)[0]);
        if (arguments.Flag("json"))
        {
            output.Write(RuleSetWriter.WriteReadable(set));
            return 0;
        }

        output.WriteLine($"{set.Title}  {set.Id} {set.Version}  sha256 {RuleSetWriter.ContentHash(set)}");
        output.WriteLine(set.ProvenanceNote);
        foreach (var gap in set.Lacks)
            output.WriteLine($"尚缺：{gap}");
        output.WriteLine("基本要求 gates");
        foreach (var gate in set.Gates)
            output.WriteLine($"  {gate.Code,-28} {gate.Title}");
        output.WriteLine("输入项 inputs");
        foreach (var input in set.Inputs)
            output.WriteLine($"  {input.Code,-28} {Describe(input)}");
        foreach (var group in set.RepeatGroups)
        {
            output.WriteLine($"多行填报项 {AnswerPlace.OfGroup(group.Code)}：{group.Label}，最多 {group.MaxRows} 行");
            foreach (var input in group.Inputs)
                output.WriteLine($"  {input.Code,-28} {Describe(input)}");
        }

        foreach (var group in set.Groups)
        {
            output.WriteLine($"{group.Name}（{group.Weight}）");
            foreach (var indicator in set.Indicators.Where(i => i.Group == group.Code))
                output.WriteLine($"  {indicator.Number,-6} {indicator.Code,-28} {indicator.Name}{(indicator.Detail.Length > 0 ? "·" + indicator.Detail : "")}  {indicator.Weight}  {indicator.Leaf.Kind}");
        }

        return 0;
    }

    private static string Describe(InputDefinition input)
    {
        var unit = input.Unit.Length > 0 ? $"（{input.Unit}）" : "";
        var options = input.Options.Count > 0 ? "：" + string.Join("、", input.Options.Select(o => $"{o.Code}={o.Label}")) : "";
        return $"{input.Label}{unit}{options}{(input.OptionsFrom is null ? "" : $"：参数表 {input.OptionsFrom} 的键")}";
    }
}
