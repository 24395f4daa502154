using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>
/// Bounds on everything that is points in a rule set, within which no sum, share or conversion of points leaves what a decimal holds exactly.
/// </summary>
internal static class PointsRange
{
    /// <summary>Most points of anything.</summary>
    public const decimal Most = 100_000m;

    /// <summary>Fewest points that are not none.</summary>
    public const decimal Least = 0.0001m;

    /// <summary>Every number of points that is out of bounds.</summary>
    public static IReadOnlyList<Problem> Check(RuleSet set)
    {
        var problems = new List<Problem>();
        foreach (var (path, points) in Of(set))
        {
            if (points is not 0m and not (>= Least and <= Most))
                problems.Add(new Problem("points.range", path, $"权重、分值和上限应当是 0，或者在 {Least} 到 {Most} 之间。"));
        }

        if (problems.Count == 0 && set.Indicators.Count > 0 && set.Indicators.All(i => i.Weight == 0m))
            problems.Add(new Problem("points.none", "$.indicators", "各指标的权重全部为 0，无法评分。"));
        return problems;
    }

    private static IEnumerable<(string Path, decimal Points)> Of(RuleSet set)
    {
        var policies = new[] { ("$.policies.passLine", set.Policies.PassLine), ("$.policies.scaleTo", set.Policies.ScaleTo) };
        return policies.Where(p => p.Item2 is not null).Select(p => (p.Item1, p.Item2!.Value))
            .Concat(set.Groups.Index().Select(g => ($"$.groups[{g.Index}].weight", g.Item.Weight)))
            .Concat(set.Indicators.Index().SelectMany(i => Of(i.Item.Leaf, $"$.indicators[{i.Index}].leaf").Prepend(($"$.indicators[{i.Index}].weight", i.Item.Weight))));
    }

    private static IEnumerable<(string Path, decimal Points)> Of(Leaf leaf, string path) => leaf switch
    {
        EitherLeaf either => either.Cases.Index().SelectMany(c => Of(c.Item.Leaf, $"{path}.cases[{c.Index}].leaf")),
        ChooseLeaf choose => choose.Children.Index().SelectMany(c => Of(c.Item.Leaf, $"{path}.children[{c.Index}].leaf")),
        OptionsLeaf options => options.Points.Index().Select(p => ($"{path}.points[{p.Index}].points", p.Item.Points)),
        ClauseLeaf clause => clause.Items.Index().Select(i => ($"{path}.items[{i.Index}].points", i.Item.Points)),
        GradedLeaf graded => graded.Rubric.Index().Select(r => ($"{path}.rubric[{r.Index}].from", r.Item.From)),
        _ => [],
    };
}
