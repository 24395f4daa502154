using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>Binds the formulas of a leaf; every mistake becomes a problem with the JSON path of the formula.</summary>
internal sealed class LeafCompiler(RuleSet set, Scope scope, List<Problem> problems)
{
    public CompiledLeaf? Compile(Leaf leaf, string unitText, bool positive, string path) => leaf switch
    {
        LinearLeaf linear => Linear(linear, linear.Unit ?? unitText, positive, path),
        EitherLeaf either => Either(either, unitText, positive, path),
        ProductsLeaf products => Products(products, products.Unit ?? unitText, positive, path),
        TieredLeaf tiered => Tiered(tiered, unitText, positive, path),
        CountLeaf count => Linear(new LinearLeaf($"count({count.Input})", count.Leading, count.Baseline, ""), "", positive, path, unitText),
        OptionsLeaf options => Options(options, path),
        GradedLeaf => new CompiledGraded(),
        ClauseLeaf clause => Clause(clause, path),
        RatioLeaf ratio => Ratio(ratio, unitText, positive, path),
        ChooseLeaf choose => Choose(choose, path),
        BonusLeaf bonus => Number(bonus.Points, Unit.One, $"{path}.points") is { } points ? new CompiledBonus(points) : null,
        _ => null,
    };

    private CompiledLinear? Linear(LinearLeaf leaf, string unitText, bool positive, string path, string? shown = null)
    {
        var unit = UnitOf(unitText, path);
        var (value, leading, baseline) = (
            Number(leaf.Value, unit, $"{path}.{(shown is null ? "value" : "input")}"), Number(leaf.Leading, unit, $"{path}.leading"), Number(leaf.Baseline, unit, $"{path}.baseline"));
        return value is null || leading is null || baseline is null ? null : new CompiledLinear(positive, value, leading, baseline, shown ?? unit.Text);
    }

    private CompiledEither? Either(EitherLeaf leaf, string unitText, bool positive, string path)
    {
        var cases = new List<(string, BoundExpression?, CompiledLeaf)>();
        for (var i = 0; i < leaf.Cases.Count; i++)
        {
            var at = $"{path}.cases[{i}]";
            var compiled = Compile(leaf.Cases[i].Leaf, unitText, positive, $"{at}.leaf");
            var when = leaf.Cases[i].When is { } condition ? Condition(condition, $"{at}.when") : null;
            if (compiled is not null && (when is not null || leaf.Cases[i].When is null))
                cases.Add((leaf.Cases[i].Label, when, compiled));
        }

        return cases.Count == leaf.Cases.Count ? new CompiledEither([.. cases]) : null;
    }

    private CompiledProducts? Products(ProductsLeaf leaf, string unitText, bool positive, string path)
    {
        if (scope.Group(leaf.Group) is not { } found)
        {
            problems.Add(new Problem("leaf.group", $"{path}.group", $"没有多行填报项“{leaf.Group}”。"));
            return null;
        }

        var unit = UnitOf(unitText, path);
        var name = Bind(b => b.BindText(leaf.Name), $"{path}.name", found.Group);
        var weight = Bind(b => b.BindNumber(leaf.Weight), $"{path}.weight", found.Group);
        var value = Bind(b => b.BindNumber(leaf.Value, unit), $"{path}.value", found.Group);
        var leading = Bind(b => b.BindNumber(leaf.Leading, unit), $"{path}.leading", found.Group);
        var baseline = Bind(b => b.BindNumber(leaf.Baseline, unit), $"{path}.baseline", found.Group);
        var limit = leaf.Limit is { } formula ? Bind(b => b.BindNumber(formula, unit), $"{path}.limit", found.Group) : null;
        return name is null || weight is null || value is null || leading is null || baseline is null || (limit is null && leaf.Limit is not null)
            ? null : new CompiledProducts(positive, found.Index, leaf.Group, name, weight, value, new ProductLevels(leading, baseline, limit), unit.Text);
    }

    private CompiledEither? Tiered(TieredLeaf leaf, string unitText, bool positive, string path)
    {
        var cases = new List<(string, BoundExpression?, CompiledLeaf)>();
        for (var i = 0; i < leaf.Tiers.Count; i++)
        {
            var tier = leaf.Tiers[i];
            var linear = Linear(new LinearLeaf(leaf.Value, tier.Leading, tier.Baseline, null), unitText, positive, i == 0 ? path : $"{path}.tiers[{i}]");
            var when = tier.When is { } condition ? Condition(condition, $"{path}.tiers[{i}].when") : null;
            if (linear is not null && (when is not null || tier.When is null))
                cases.Add((tier.Label, when, linear));
        }

        return cases.Count == leaf.Tiers.Count ? new CompiledEither([.. cases]) : null;
    }

    private CompiledOptions? Options(OptionsLeaf leaf, string path)
    {
        var choice = Bind(b => b.BindText(leaf.Input), $"{path}.input");
        return choice is null ? null : new CompiledOptions(choice, leaf.Points.GroupBy(p => p.Option, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Points, StringComparer.Ordinal));
    }

    private CompiledClause? Clause(ClauseLeaf leaf, string path)
    {
        var items = new List<(BoundExpression, ClauseItem, string)>();
        for (var i = 0; i < leaf.Items.Count; i++)
        {
            if (Condition(leaf.Items[i].Input, $"{path}.items[{i}].input") is { } met)
                items.Add((met, leaf.Items[i], scope.Input(leaf.Items[i].Input)?.Input.Label ?? leaf.Items[i].Input));
        }

        return items.Count == leaf.Items.Count ? new CompiledClause(items) : null;
    }

    private CompiledRatio? Ratio(RatioLeaf leaf, string unitText, bool positive, string path)
    {
        if (leaf.Cap is <= 0m or > LeafScoring.MostRatio)
            problems.Add(new Problem("leaf.cap", $"{path}.cap", $"比值上限应当大于 0，不超过 {LeafScoring.MostRatio}。"));
        var unit = UnitOf(unitText, path);
        var (value, leading) = (Number(leaf.Value, unit, $"{path}.value"), Number(leaf.Leading, unit, $"{path}.leading"));
        return value is null || leading is null ? null : new CompiledRatio(positive, leaf.Cap, value, leading, unit.Text);
    }

    private CompiledChoose? Choose(ChooseLeaf leaf, string path)
    {
        if (leaf.Take < 1 || leaf.Take > leaf.Children.Count)
        {
            problems.Add(new Problem("leaf.take", $"{path}.take", $"“take”应当在 1 到 {leaf.Children.Count} 之间。"));
            return null;
        }

        var children = new List<(ChooseChild, CompiledLeaf)>();
        for (var i = 0; i < leaf.Children.Count; i++)
        {
            var child = leaf.Children[i];
            var positive = child.Type is IndicatorType.PositiveQuantitative or IndicatorType.PositiveQualitative;
            if (Compile(child.Leaf, child.Unit, positive, $"{path}.children[{i}].leaf") is { } compiled)
                children.Add((child, compiled));
        }

        return children.Count == leaf.Children.Count ? new CompiledChoose(leaf.Take, leaf.Mode, children) : null;
    }

    private Unit UnitOf(string text, string path)
    {
        if (!Unit.TryParse(text, out var unit))
            problems.Add(new Problem("unit.unknown", path, $"规则集 {set.Id} 使用了不认识的单位“{text}”。"));
        return unit;
    }

    private BoundExpression? Condition(string formula, string path) => Bind(b => b.BindCondition(formula), path);

    private BoundExpression? Number(string formula, Unit unit, string path) => Bind(b => b.BindNumber(formula, unit), path);

    private BoundExpression? Bind(Func<Binder, BoundExpression?> bind, string path, RepeatGroup? rows = null)
    {
        var binder = new Binder(scope, rows);
        var bound = bind(binder);
        foreach (var error in binder.Errors)
            problems.Add(new Problem(error.Code, path, $"{error.Message}（公式第 {error.Position + 1} 个字符）"));
        return binder.Errors.Count == 0 ? bound : null;
    }
}
