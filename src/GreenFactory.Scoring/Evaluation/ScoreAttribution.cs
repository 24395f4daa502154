using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>What of a rule set changed the score.</summary>
public enum ChangeCause
{
    /// <summary>参数: a number in a table.</summary>
    Parameter,

    /// <summary>公式: how an indicator is scored or what is asked, including indicators that are new or gone.</summary>
    Formula,

    /// <summary>权重: weights of indicators and groups.</summary>
    Weight,

    /// <summary>处理办法: rounding, what is not applicable, the full total.</summary>
    Policy,
}

/// <summary>Change in the rounded points of one indicator; one that is new or gone counts zero in the version without it.</summary>
public sealed record AttributedIndicator(string Code, string Name, decimal Change);

/// <summary>
/// The part of a change in the total that comes from <see cref="Causes"/>, in points: the changes of the indicators plus <see cref="Spreading"/>,
/// which is what rounding of the total and the spreading of weight that is not applicable contribute. There are two causes only where
/// the new numbers cannot be read by the old formulas.
/// </summary>
public sealed record AttributedStep(IReadOnlyList<ChangeCause> Causes, decimal Change, IReadOnlyList<AttributedIndicator> Indicators, decimal Spreading);

/// <summary>Why the same answers score differently: the steps sum to the change in the total exactly.</summary>
public sealed record ScoreAttribution(decimal Before, decimal After, IReadOnlyList<AttributedStep> Steps);

/// <summary>
/// Compares two versions of a rule set on the same answers by going from the one to the other in a fixed order: parameters, formulas, weights, policies.
/// Each step is the difference of two totals, so that the steps always sum to the whole. Compiled once, for any number of submissions.
/// </summary>
public sealed class VersionComparison
{
    private readonly IReadOnlyList<(CompiledRuleSet Set, IReadOnlyList<ChangeCause> Causes)> _stages;

    private VersionComparison(IReadOnlyList<(CompiledRuleSet, IReadOnlyList<ChangeCause>)> stages) => _stages = stages;

    /// <summary>The sets on the way from the old one to the new one, each with what it changes; the first is the old one.</summary>
    internal IReadOnlyList<(CompiledRuleSet Set, IReadOnlyList<ChangeCause> Causes)> Stages => _stages;

    /// <summary>Prepares the comparison of two sets.</summary>
    /// <exception cref="InvalidRuleSetException">One of the two does not compile.</exception>
    public static VersionComparison Between(RuleSet before, RuleSet after)
    {
        var stages = new List<(CompiledRuleSet, IReadOnlyList<ChangeCause>)> { (CompiledRuleSet.Compile(before), []) };
        var canReadNewNumbers = CompiledRuleSet.TryCompile(WithParametersOf(before, after), out var parameters, out _);
        if (canReadNewNumbers)
            stages.Add((parameters!, [ChangeCause.Parameter]));
        var reweighted = after with { Policies = before.Policies };
        stages.Add((CompiledRuleSet.Compile(WithWeightsOf(before, reweighted)), canReadNewNumbers ? [ChangeCause.Formula] : [ChangeCause.Parameter, ChangeCause.Formula]));
        stages.Add((CompiledRuleSet.Compile(reweighted), [ChangeCause.Weight]));
        stages.Add((CompiledRuleSet.Compile(after), [ChangeCause.Policy]));
        return new VersionComparison(stages);
    }

    /// <summary>Attributes the change for one submission. Steps that change nothing are left out.</summary>
    public ScoreAttribution Attribute(Facts facts, DateOnly asOf)
    {
        var first = _stages[0].Set.Evaluate(facts, asOf, explain: false);
        var steps = new List<AttributedStep>();
        var sheet = first;
        foreach (var (set, causes) in _stages.Skip(1))
        {
            var next = set.Evaluate(facts, asOf, explain: false);
            var (was, now) = (Points(sheet), Points(next));
            var indicators = was.Keys.Union(now.Keys)
                .Select(code => new AttributedIndicator(code, (now.GetValueOrDefault(code) ?? was[code]).Name, (now.GetValueOrDefault(code)?.Score ?? 0m) - (was.GetValueOrDefault(code)?.Score ?? 0m)))
                .Where(i => i.Change != 0m).ToList();
            var change = next.Total - sheet.Total;
            if (change != 0m || indicators.Count > 0)
                steps.Add(new AttributedStep(causes, change, indicators, change - indicators.Sum(i => i.Change)));
            sheet = next;
        }

        return new ScoreAttribution(first.Total, sheet.Total, steps);
    }

    /// <summary>The rows that count in the total.</summary>
    private static Dictionary<string, IndicatorScore> Points(ScoreSheet sheet)
    {
        var bonus = sheet.Groups.Where(g => g.Bonus).Select(g => g.Code).ToHashSet(StringComparer.Ordinal);
        return sheet.Indicators.Where(i => !bonus.Contains(i.Group)).ToDictionary(i => i.Code, StringComparer.Ordinal);
    }

    private static RuleSet WithParametersOf(RuleSet before, RuleSet after)
    {
        var now = after.Parameters.Select(t => t.Code).ToHashSet(StringComparer.Ordinal);
        return before with { Parameters = [.. after.Parameters, .. before.Parameters.Where(t => !now.Contains(t.Code))] };
    }

    private static RuleSet WithWeightsOf(RuleSet before, RuleSet after)
    {
        var indicators = before.Indicators.ToDictionary(i => i.Code, i => i.Weight, StringComparer.Ordinal);
        var groups = before.Groups.ToDictionary(g => g.Code, g => g.Weight, StringComparer.Ordinal);
        return after with
        {
            Indicators = [.. after.Indicators.Select(i => i with { Weight = indicators.GetValueOrDefault(i.Code, i.Weight) })],
            Groups = [.. after.Groups.Select(g => g with { Weight = groups.GetValueOrDefault(g.Code, g.Weight) })],
        };
    }
}
