using System.Runtime.CompilerServices;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Checking;

/// <summary>Every formula of a rule set, and what a formula names.</summary>
internal static class Formulas
{
    /// <summary>What each formula names, for as long as it is kept.</summary>
    private static readonly ConditionalWeakTable<Expression, Named> Known = [];

    public static IEnumerable<string> Of(RuleSet set) =>
        set.Indicators.SelectMany(i => Of(i.Leaf))
            .Concat(set.Definitions.Select(d => d.Formula))
            .Concat(set.Cautions.Select(c => c.Holds))
            .Concat(set.Policies.Preference is { } preference ? CompiledPreference.Formulas(preference) : [])
            .Concat(set.Inputs.Select(i => i.VisibleWhen).OfType<string>())
            .Concat(set.RepeatGroups.Select(g => g.VisibleWhen).OfType<string>())
            .Concat(set.RepeatGroups.SelectMany(g => g.Inputs).Select(i => i.VisibleWhen).OfType<string>())
            .Concat(set.Parameters.SelectMany(t => t.Corrections).SelectMany(c => c.Levels.Values));

    public static IReadOnlyList<string> Names(string formula) => In(formula).Names;

    public static IReadOnlyList<string> Tables(string formula) => In(formula).Tables;

    private static IEnumerable<string> Of(Leaf leaf) => leaf switch
    {
        LinearLeaf l => [l.Value, l.Leading, l.Baseline],
        EitherLeaf e => e.Cases.SelectMany(c => Of(c.Leaf).Concat(c.When is null ? [] : [c.When])),
        ProductsLeaf p => [p.Group, p.Name, p.Weight, p.Value, p.Leading, p.Baseline, .. p.Limit is { } limit ? [limit] : Array.Empty<string>()],
        TieredLeaf t => t.Tiers.SelectMany(x => new[] { x.Leading, x.Baseline }.Concat(x.When is null ? [] : [x.When])).Append(t.Value),
        CountLeaf c => [c.Input, c.Leading, c.Baseline],
        OptionsLeaf o => [o.Input],
        ClauseLeaf c => c.Items.Select(i => i.Input),
        RatioLeaf r => [r.Value, r.Leading],
        ChooseLeaf c => c.Children.SelectMany(x => Of(x.Leaf)),
        BonusLeaf b => [b.Points],
        _ => [],
    };

    private static Named In(string formula) =>
        Expression.Parse(formula).Expression is { } expression ? Known.GetValue(expression, static expression => Read(expression)) : Named.Nothing;

    private static Named Read(Expression expression)
    {
        var named = new Named([], []);
        Read(expression, named);
        return named;
    }

    private static void Read(Expression expression, Named named)
    {
        switch (expression)
        {
            case Name name:
                named.Names.Add(name.Code);
                break;
            case Unary unary:
                Read(unary.Operand, named);
                break;
            case Binary binary:
                Read(binary.Left, named);
                Read(binary.Right, named);
                break;
            case Call call:
                if (call is { Function: "lookup" or "level" or "correction" or "measure", Arguments: [TextLiteral table, ..] })
                    named.Tables.Add(table.Value);
                foreach (var argument in call.Arguments)
                    Read(argument, named);
                break;
        }
    }

    /// <summary>The names and the tables of a formula, in its order.</summary>
    private sealed record Named(List<string> Names, List<string> Tables)
    {
        public static readonly Named Nothing = new([], []);
    }
}
