using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Checking;

/// <summary>Every formula of a rule set, and what a formula names.</summary>
internal static class Formulas
{
    public static IEnumerable<string> Of(RuleSet set) =>
        set.Indicators.SelectMany(i => Of(i.Leaf))
            .Concat(set.Definitions.Select(d => d.Formula))
            .Concat(set.Cautions.Select(c => c.Holds))
            .Concat(set.Policies.Preference is { } preference ? CompiledPreference.Formulas(preference) : [])
            .Concat(set.Inputs.Select(i => i.VisibleWhen).OfType<string>())
            .Concat(set.RepeatGroups.Select(g => g.VisibleWhen).OfType<string>())
            .Concat(set.RepeatGroups.SelectMany(g => g.Inputs).Select(i => i.VisibleWhen).OfType<string>())
            .Concat(set.Parameters.SelectMany(t => t.Corrections).SelectMany(c => c.Levels.Values));

    public static IEnumerable<string> Names(string formula) => Parse(formula).OfType<Name>().Select(n => n.Code);

    public static IEnumerable<string> Tables(string formula) =>
        Parse(formula).OfType<Call>().Where(c => c is { Function: "lookup" or "level" or "correction" or "measure", Arguments: [TextLiteral, ..] }).Select(c => ((TextLiteral)c.Arguments[0]).Value);

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

    private static IEnumerable<Expression> Parse(string formula) =>
        Expression.Parse(formula).Expression is { } expression ? All(expression) : [];

    private static IEnumerable<Expression> All(Expression expression) => (expression switch
    {
        Unary u => All(u.Operand),
        Binary b => All(b.Left).Concat(All(b.Right)),
        Call c => c.Arguments.SelectMany(All),
        _ => [],
    }).Prepend(expression);
}
