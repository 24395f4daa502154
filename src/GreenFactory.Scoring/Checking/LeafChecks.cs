using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.Json;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Checking;

/// <summary>Checks of leaves that compile and still cannot be right.</summary>
internal sealed class LeafChecks
{
    private readonly RuleSet _set;
    private readonly CheckReport _report;
    private readonly BoundChecks _bounds;

    private LeafChecks(RuleSet set, CheckReport report) => (_set, _report, _bounds) = (set, report, new BoundChecks(set, report));

    public static void Run(RuleSet set, CheckReport report)
    {
        var checks = new LeafChecks(set, report);
        for (var i = 0; i < set.Indicators.Count; i++)
        {
            var indicator = set.Indicators[i];
            checks.Check(indicator.Leaf, indicator.Type, indicator.Unit, indicator.Weight, $"$.indicators[{i}].leaf");
        }
    }

    private void Check(Leaf leaf, IndicatorType type, string unit, decimal weight, string path)
    {
        CheckType(leaf, type, path);
        var positive = type is IndicatorType.PositiveQuantitative or IndicatorType.PositiveQualitative;
        switch (leaf)
        {
            case LinearLeaf linear:
                _bounds.Check(linear.Leading, linear.Baseline, linear.Unit ?? unit, positive, path);
                break;
            case ProductsLeaf products:
                _bounds.Check(products.Leading, products.Baseline, products.Unit ?? unit, positive, path);
                break;
            case TieredLeaf tiered:
                CheckCases([.. tiered.Tiers.Select(t => (t.Label, t.When))], $"{path}.tiers", mustEnd: true);
                for (var i = 0; i < tiered.Tiers.Count; i++)
                    _bounds.Check(tiered.Tiers[i].Leading, tiered.Tiers[i].Baseline, unit, positive, $"{path}.tiers[{i}]");
                break;
            case EitherLeaf either:
                CheckCases([.. either.Cases.Select(c => (c.Label, c.When))], $"{path}.cases", mustEnd: false);
                for (var i = 0; i < either.Cases.Count; i++)
                    Check(either.Cases[i].Leaf, type, unit, weight, $"{path}.cases[{i}].leaf");
                break;
            case CountLeaf count:
                CheckCount(count, positive, path);
                break;
            case OptionsLeaf options:
                CheckOptions(options, weight, path);
                break;
            case ClauseLeaf clause:
                CheckClause(clause, weight, path);
                break;
            case GradedLeaf graded:
                CheckRubric(graded, weight, path);
                break;
            case RatioLeaf ratio:
                if (_bounds.Cells(ratio.Leading, unit).Any(c => c.Number is null or <= 0m))
                    _report.Refuse("leaf.leadingZero", $"{path}.leading", "引领值应当大于 0，现在为空、0 或负数，无法计算比值。");
                break;
            case ChooseLeaf choose:
                CheckChildren(choose, weight, path);
                break;
        }
    }

    private void CheckChildren(ChooseLeaf choose, decimal weight, string path)
    {
        _report.Unique(choose.Children.Select((c, i) => (c.Code, $"{path}.children[{i}].code")), "可选指标");
        if (choose.Take == choose.Children.Count)
            _report.Refuse("policy.unused", $"{path}.mode", $"{choose.Take} 项全部计入，“mode”写的选取方式用不到；请减少 take，或把各项列为单独的指标。");
        for (var i = 0; i < choose.Children.Count; i++)
        {
            var (child, at) = (choose.Children[i], $"{path}.children[{i}].leaf");
            if (OfAPerson(child.Leaf) is { } kind)
                _report.Refuse("leaf.child", at, $"可选指标“{child.Name}”不能用“{kind}”：评分和申报按指标记录，分不清属于哪一项。请改用其他评分方式，或列为单独的指标。");
            Check(child.Leaf, child.Type, child.Unit, weight / Math.Max(1, choose.Take), at);
        }
    }

    /// <summary>The kind of a leaf that needs more than answers, a grade or a declared choice, which people give to whole indicators.</summary>
    private static string? OfAPerson(Leaf leaf) => leaf switch
    {
        GradedLeaf or ChooseLeaf => leaf.Kind,
        EitherLeaf either => either.Cases.Select(c => OfAPerson(c.Leaf)).FirstOrDefault(kind => kind is not null),
        _ => null,
    };

    private void CheckType(Leaf leaf, IndicatorType type, string path)
    {
        var quantitative = type is IndicatorType.PositiveQuantitative or IndicatorType.InverseQuantitative;
        if (quantitative && leaf is OptionsLeaf or GradedLeaf or ClauseLeaf)
            _report.Refuse("leaf.type", $"{path}.kind", $"定量指标不能用“{leaf.Kind}”评分，请改用 linear、products、tiered、count 或 ratio，或把类型改为定性。");
        if (!quantitative && leaf is LinearLeaf or ProductsLeaf or TieredLeaf or CountLeaf or RatioLeaf)
            _report.Refuse("leaf.type", $"{path}.kind", $"定性指标不能用“{leaf.Kind}”评分，请改用 options、graded 或 clause，或把类型改为定量。");
    }

    private void CheckCases(IReadOnlyList<(string Label, string? When)> cases, string path, bool mustEnd)
    {
        if (cases.Count == 0)
            _report.Refuse("leaf.noCase", path, "没有列出任何情形。");
        _report.Unique(cases.Select((c, i) => (c.Label, $"{path}[{i}].label")), "情形");
        for (var i = 0; i < cases.Count; i++)
        {
            var constant = cases[i].When is { } when ? Expression.Parse(when).Expression as BooleanLiteral : null;
            if ((cases[i].When is null || constant?.Value == true) && i < cases.Count - 1)
                _report.Refuse("leaf.unreachable", $"{path}[{i + 1}]", $"“{cases[i].Label}”总是成立，后面的“{cases[i + 1].Label}”永远用不到。");
            if (constant?.Value == false)
                _report.Refuse("leaf.unreachable", $"{path}[{i}]", $"“{cases[i].Label}”的条件永远不成立。");
        }

        if (mustEnd && cases.Count > 0 && cases[^1].When is not null)
            _report.Refuse("leaf.noOtherwise", path, "最后一档应当不设条件，作为其余情形的归属。");
    }

    private void CheckCount(CountLeaf count, bool positive, string path)
    {
        _bounds.Check(count.Leading, count.Baseline, "", positive, path);
        var input = _set.Inputs.FirstOrDefault(i => i.Code == count.Input);
        if (input is not null && _bounds.Cells(count.Leading, "").Any(c => c.Number > input.Options.Count))
            _report.Refuse("leaf.unreachable", $"{path}.leading", $"“{input.Label}”只有 {input.Options.Count} 个选项，达不到引领值。");
    }

    private void CheckOptions(OptionsLeaf leaf, decimal weight, string path)
    {
        _report.Unique(leaf.Points.Select((p, i) => (p.Option, $"{path}.points[{i}].option")), "选项");
        var input = _set.Inputs.FirstOrDefault(i => i.Code == leaf.Input);
        for (var i = 0; i < leaf.Points.Count; i++)
        {
            var points = leaf.Points[i];
            if (input is not null && input.Options.All(o => o.Code != points.Option))
                _report.Refuse("leaf.unknownOption", $"{path}.points[{i}].option", $"“{input.Label}”没有选项“{points.Option}”。");
            if (points.Points < 0m || points.Points > weight)
                _report.Refuse("leaf.points", $"{path}.points[{i}].points", $"选项“{points.Option}”的分值应当在 0 和权重 {DecimalText.Write(weight)} 之间。");
        }

        foreach (var option in input?.Options.Where(o => leaf.Points.All(p => p.Option != o.Code)) ?? [])
            _report.Refuse("leaf.unscoredOption", $"{path}.points", $"选项“{option.Label}”没有分值。");
        if (leaf.Points.Count > 0 && leaf.Points.Max(p => p.Points) < weight)
            _report.Refuse("leaf.unreachable", $"{path}.points", $"没有任何选项能得到满分 {DecimalText.Write(weight)}。");
    }

    private void CheckClause(ClauseLeaf leaf, decimal weight, string path)
    {
        var sum = leaf.Items.Sum(i => i.Points);
        if (sum != weight)
            _report.Refuse("leaf.clausePoints", $"{path}.items", $"各条款分值合计 {DecimalText.Write(sum)}，应当等于权重 {DecimalText.Write(weight)}。");
        _report.Unique(leaf.Items.Select((x, i) => (x.Input, $"{path}.items[{i}].input")), "条款");
        for (var i = 0; i < leaf.Items.Count; i++)
        {
            if (leaf.Items[i].Points < 0m)
                _report.Refuse("leaf.points", $"{path}.items[{i}].points", "条款分值不能为负。");
        }
    }

    private void CheckRubric(GradedLeaf leaf, decimal weight, string path)
    {
        for (var i = 0; i < leaf.Rubric.Count; i++)
        {
            if (leaf.Rubric[i].From < 0m || leaf.Rubric[i].From > weight)
                _report.Refuse("leaf.rubric", $"{path}.rubric[{i}].from", $"评分档应当在 0 和权重 {DecimalText.Write(weight)} 之间。");
            if (i > 0 && leaf.Rubric[i].From <= leaf.Rubric[i - 1].From)
                _report.Refuse("leaf.rubric", $"{path}.rubric[{i}].from", "评分档应当从低到高排列。");
        }
    }
}
