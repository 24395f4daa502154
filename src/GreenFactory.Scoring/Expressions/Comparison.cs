namespace GreenFactory.Scoring.Expressions;

/// <summary>How two values are compared.</summary>
internal enum Comparison
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    More,
    MoreOrEqual,
}

/// <summary>Comparisons as formulas write them.</summary>
internal static class Comparisons
{
    public static Comparison Read(string written) => written switch
    {
        "=" => Comparison.Equal,
        "!=" => Comparison.NotEqual,
        "<" => Comparison.Less,
        "<=" => Comparison.LessOrEqual,
        ">" => Comparison.More,
        _ => Comparison.MoreOrEqual,
    };

    /// <summary>Whether the comparison holds for two values that stand in an order: below zero, zero or above.</summary>
    public static bool Holds(this Comparison comparison, int order) => comparison switch
    {
        Comparison.Equal => order == 0,
        Comparison.NotEqual => order != 0,
        Comparison.Less => order < 0,
        Comparison.LessOrEqual => order <= 0,
        Comparison.More => order > 0,
        _ => order >= 0,
    };
}
