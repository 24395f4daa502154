using GreenFactory.Scoring.Numbers;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>How the marks that several people gave to one indicator become one.</summary>
public enum PanelMethod
{
    /// <summary>平均值.</summary>
    Mean,

    /// <summary>中位数: the middle one, or the mean of the two in the middle.</summary>
    Median,

    /// <summary>去掉一个最高分、一个最低分后的平均值. Needs three marks.</summary>
    TrimmedMean,
}

/// <summary>Combines the marks of a panel.</summary>
public static class PanelMark
{
    /// <summary>Fewest marks that a method can combine.</summary>
    public static int Fewest(PanelMethod method) => method is PanelMethod.TrimmedMean ? 3 : 1;

    /// <summary>
    /// The one mark that several are combined to. It is computed as a fraction and rounded once, by the rounding of the rule set, whatever the order of the marks: the
    /// number that is printed is the number that counts.
    /// </summary>
    /// <param name="method">How.</param>
    /// <param name="marks">The marks, in points.</param>
    /// <param name="rounding">The rounding of the rule set that the marks are about.</param>
    /// <exception cref="ArgumentException">There are fewer marks than the method needs.</exception>
    public static decimal Combine(PanelMethod method, IReadOnlyCollection<decimal> marks, Rounding rounding)
    {
        if (marks.Count < Fewest(method))
            throw new ArgumentException($"{method} needs {Fewest(method)} marks and has {marks.Count}.", nameof(marks));
        var ordered = marks.Order().ToList();
        var counted = method switch
        {
            PanelMethod.Median => ordered.GetRange((ordered.Count - 1) / 2, ordered.Count % 2 == 0 ? 2 : 1),
            PanelMethod.TrimmedMean => ordered.GetRange(1, ordered.Count - 2),
            _ => ordered,
        };
        var sum = counted.Aggregate((ExactNumber)0m, (total, mark) => total + mark);
        return rounding.Round(sum / (decimal)counted.Count);
    }
}
