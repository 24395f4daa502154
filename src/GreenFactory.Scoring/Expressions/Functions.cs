namespace GreenFactory.Scoring.Expressions;

/// <summary>A function of the language that works on values alone.</summary>
internal enum Function
{
    Min,
    Max,
    Sum,
    Avg,
    Count,
    Distinct,
    Round,
    Clamp,
    Abs,
    Known,
    Missing,
    OrElse,
    Has,
    OneOf,
}

/// <summary>The functions of the language and how many arguments each takes.</summary>
internal static class Functions
{
    public static readonly IReadOnlyDictionary<string, (int Least, int Most)> Arity = new Dictionary<string, (int, int)>(StringComparer.Ordinal)
    {
        ["if"] = (3, 3),
        ["min"] = (1, 20),
        ["max"] = (1, 20),
        ["sum"] = (1, 20),
        ["avg"] = (1, 20),
        ["count"] = (1, 1),
        ["round"] = (2, 2),
        ["clamp"] = (3, 3),
        ["abs"] = (1, 1),
        ["known"] = (1, 1),
        ["missing"] = (1, 1),
        ["orelse"] = (2, 2),
        ["has"] = (2, 2),
        ["oneof"] = (2, 40),
    };

    /// <summary>The function of a name, which is one of those that work on values alone.</summary>
    public static Function Named(string name) => Enum.Parse<Function>(name, ignoreCase: true);
}
