using System.Globalization;

namespace GreenFactory.Scoring.RuleSets;

/// <summary>A 引领值 or 基准值 that stands as a plain number in the scoring of a row, and so can be changed without touching a formula.</summary>
/// <param name="Path">Where in the leaf: positions of cases, tiers and children, then <c>leading</c> or <c>baseline</c>; joined by a dot.</param>
/// <param name="Label">Label of the case, tier or child it belongs to; empty when there is only one.</param>
/// <param name="IsLeading">Whether it is the 引领值; otherwise the 基准值.</param>
/// <param name="Value">The number, in the unit of the row.</param>
public sealed record LeafBound(string Path, string Label, bool IsLeading, decimal Value)
{
    private const string LeadingWord = "leading";
    private const string BaselineWord = "baseline";

    /// <summary>All such numbers of a leaf, in the order of the document.</summary>
    public static IReadOnlyList<LeafBound> Of(Leaf leaf)
    {
        var found = new List<LeafBound>();
        Walk(leaf, "", "", (path, label, text) =>
        {
            if (Literal(text) is { } value)
            {
                found.Add(new LeafBound(path, label, path.EndsWith(LeadingWord, StringComparison.Ordinal), value));
            }

            return text;
        });
        return found;
    }

    /// <summary>The leaf with one of these numbers replaced; the same leaf when it has no such number or the number is the same.</summary>
    public static Leaf With(Leaf leaf, string path, decimal value)
    {
        var changed = false;
        var result = Walk(leaf, "", "", (at, _, text) =>
        {
            if (at != path || Literal(text) is not { } old || old == value)
            {
                return text;
            }

            changed = true;
            return value.ToString(CultureInfo.InvariantCulture);
        });
        return changed ? result : leaf;
    }

    private static decimal? Literal(string formula) =>
        decimal.TryParse(formula, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static Leaf Walk(Leaf leaf, string path, string label, Func<string, string, string, string> change)
    {
        string Leading(string text) => change(path + LeadingWord, label, text);
        string Baseline(string text) => change(path + BaselineWord, label, text);
        return leaf switch
        {
            LinearLeaf linear => linear with { Leading = Leading(linear.Leading), Baseline = Baseline(linear.Baseline) },
            ProductsLeaf products => products with { Leading = Leading(products.Leading), Baseline = Baseline(products.Baseline) },
            CountLeaf count => count with { Leading = Leading(count.Leading), Baseline = Baseline(count.Baseline) },
            RatioLeaf ratio => ratio with { Leading = Leading(ratio.Leading) },
            EitherLeaf either => either with { Cases = [.. either.Cases.Select((part, at) => part with { Leaf = Walk(part.Leaf, $"{path}{at}.", Join(label, part.Label), change) })] },
            TieredLeaf tiered => tiered with
            {
                Tiers =
                [
                    .. tiered.Tiers.Select((tier, at) => tier with
                    {
                        Leading = change($"{path}{at}.{LeadingWord}", Join(label, tier.Label), tier.Leading),
                        Baseline = change($"{path}{at}.{BaselineWord}", Join(label, tier.Label), tier.Baseline),
                    }),
                ],
            },
            ChooseLeaf choose => choose with { Children = [.. choose.Children.Select((child, at) => child with { Leaf = Walk(child.Leaf, $"{path}{at}.", Join(label, child.Name), change) })] },
            _ => leaf,
        };
    }

    private static string Join(string outer, string inner) => outer.Length == 0 ? inner : $"{outer}：{inner}";
}
