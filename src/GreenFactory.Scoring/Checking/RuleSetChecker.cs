using System.Text.RegularExpressions;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Checking;

/// <summary>
/// Refuses rule sets that read well but cannot be right. Every refusal has a JSON path and a sentence that says what to correct;
/// warnings are for a person to weigh and do not stop publication.
/// </summary>
public static class RuleSetChecker
{
    /// <summary>Checks a set by itself.</summary>
    public static IReadOnlyList<Problem> Check(RuleSet set)
    {
        var report = new CheckReport();
        IdentityChecks.Run(set, report);
        EvidenceChecks.Run(set, report);
        InputChecks.Run(set, report);
        DefinitionChecks.Run(set, report);
        ParameterChecks.Run(set, report);
        if (PointsRange.Check(set).Count == 0)
        {
            WeightChecks.Run(set, report);
            LeafChecks.Run(set, report);
        }

        if (CompiledRuleSet.TryCompile(set, out var compiled, out var problems))
            UsageChecks.Run(compiled, report);
        report.AddRange(problems);
        return Problem.Told(report.Problems);
    }

    /// <summary>Checks a set together with its golden cases: there is at least one, each belongs to the set, names nothing the set lacks, and comes out as written.</summary>
    public static IReadOnlyList<Problem> Check(RuleSet set, IReadOnlyCollection<GoldenCase> golden)
    {
        var problems = new List<Problem>(Check(set));
        if (golden.Count == 0)
            problems.Add(new Problem("golden.none", "$", "没有用例：发布前至少需要一个带预期结果的用例。"));
        if (problems.Any(p => p.Severity == Severity.Error) || !CompiledRuleSet.TryCompile(set, out var compiled, out _))
            return problems;
        foreach (var example in golden)
        {
            if (example.RuleSet != set.Id)
                problems.Add(new Problem("golden.otherSet", "$", $"用例“{example.Title}”属于规则集“{example.RuleSet}”。"));
            var sheet = compiled.Evaluate(example.Facts, example.AsOf, explain: false);
            foreach (var mistake in sheet.Problems.Where(IsMisnamed))
                problems.Add(new Problem("golden.facts", "$", $"用例“{example.Title}”：{mistake.Path}：{mistake.Message}"));
            foreach (var difference in example.Differences(sheet))
                problems.Add(new Problem("golden.differs", "$", $"用例“{example.Title}”：{difference}"));
        }

        return Problem.Told(problems);
    }

    /// <summary>Whether facts name what the set does not have, or declare what cannot be declared: such a case does not try what it says it tries.</summary>
    private static bool IsMisnamed(Problem problem) =>
        problem.Code is "facts.unknownInput" or "facts.unknownGroup" or "facts.unknownCode" or "facts.declaredTwice" or "facts.tooManyDeclared";
}

/// <summary>Collects the findings of the checks.</summary>
internal sealed class CheckReport
{
    private readonly List<Problem> _problems = [];

    public IReadOnlyList<Problem> Problems => _problems;

    public void Refuse(string code, string path, string message) => _problems.Add(new Problem(code, path, message));

    public void Warn(string code, string path, string message) => _problems.Add(new Problem(code, path, message, 0, Severity.Warning));

    public void AddRange(IEnumerable<Problem> problems) => _problems.AddRange(problems);

    /// <summary>Refuses every code that occurs a second time, and returns the first of each.</summary>
    public void Unique(IEnumerable<(string Code, string Path)> codes, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (code, path) in codes)
        {
            if (code.Length > 0 && !seen.Add(code))
                Refuse("code.duplicate", path, $"{what}代码“{code}”重复，请改成不同的代码。");
        }
    }
}

internal static partial class IdentityChecks
{
    public static void Run(RuleSet set, CheckReport report)
    {
        if (!IdPattern().IsMatch(set.Id))
            report.Refuse("set.id", "$.id", $"规则集代码“{set.Id}”只能用小写字母、数字和连字符。");
        if (!VersionPattern().IsMatch(set.Version))
            report.Refuse("set.version", "$.version", $"版本“{set.Version}”应当写成 1.0.0 这样的形式。");
        if (set.EffectiveTo < set.EffectiveFrom)
            report.Refuse("set.period", "$.effectiveTo", "失效日期早于生效日期。");
        if (set.Basis.Count == 0)
            report.Refuse("set.basis", "$.basis", "请写明依据的标准或文件。");
        if (set.ProvenanceNote.Length == 0 && set.Provenance != Provenance.Official)
            report.Refuse("set.provenanceNote", "$.provenanceNote", "非官方规则集必须说明来源和取舍。");
        for (var i = 0; i < set.IndustryCodes.Count; i++)
        {
            if (!IndustryPattern().IsMatch(set.IndustryCodes[i]))
                report.Refuse("set.industryCode", $"$.industryCodes[{i}]", $"“{set.IndustryCodes[i]}”不是 GB/T 4754 代码（2 至 4 位数字）。");
        }

        report.Unique(set.Gates.Select((g, i) => (g.Code, $"$.gates[{i}].code")), "基本要求");
        report.Unique(set.Groups.Select((g, i) => (g.Code, $"$.groups[{i}].code")), "一级指标");
        report.Unique(set.Indicators.Select((g, i) => (g.Code, $"$.indicators[{i}].code")), "指标");
        report.Unique(set.Parameters.Select((g, i) => (g.Code, $"$.parameters[{i}].code")), "参数表");
        if (set.Indicators.Count == 0)
            report.Refuse("set.empty", "$.indicators", "规则集没有任何指标。");
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,60}$")]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^\d{1,4}\.\d{1,4}\.\d{1,4}$")]
    private static partial Regex VersionPattern();

    [GeneratedRegex(@"^\d{2,4}$")]
    private static partial Regex IndustryPattern();
}

internal static class UsageChecks
{
    /// <summary>Refuses inputs and tables that nothing reads: what is asked for nothing is a mistake or a burden.</summary>
    public static void Run(CompiledRuleSet compiled, CheckReport report)
    {
        var set = compiled.RuleSet;
        var formulas = Formulas.Of(set).ToList();
        var names = formulas.SelectMany(Formulas.Names).ToHashSet(StringComparer.Ordinal);
        var tables = formulas.SelectMany(Formulas.Tables).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < set.Inputs.Count; i++)
        {
            var input = set.Inputs[i];
            if (input.Type != InputType.Text && !names.Contains(input.Code))
                report.Refuse("input.unused", $"$.inputs[{i}].code", $"没有任何公式用到“{input.Label}”（{input.Code}），请删除或补上公式。");
        }

        for (var g = 0; g < set.RepeatGroups.Count; g++)
        {
            var group = set.RepeatGroups[g];
            if (!names.Contains(group.Code))
                report.Refuse("group.unused", $"$.repeatGroups[{g}].code", $"没有任何指标用到“{group.Label}”（{group.Code}）。");
            for (var i = 0; i < group.Inputs.Count; i++)
            {
                if (group.Inputs[i].Type != InputType.Text && !names.Contains(group.Inputs[i].Code))
                    report.Refuse("input.unused", $"$.repeatGroups[{g}].inputs[{i}].code", $"没有任何公式用到“{group.Inputs[i].Label}”（{group.Inputs[i].Code}）。");
            }
        }

        var offered = set.Inputs.Concat(set.RepeatGroups.SelectMany(r => r.Inputs)).Select(x => x.OptionsFrom).ToHashSet();
        for (var t = 0; t < set.Parameters.Count; t++)
        {
            if (!tables.Contains(set.Parameters[t].Code) && !offered.Contains(set.Parameters[t].Code))
                report.Refuse("table.unused", $"$.parameters[{t}].code", $"没有任何公式用到参数表“{set.Parameters[t].Label}”（{set.Parameters[t].Code}）。");
        }
    }
}
