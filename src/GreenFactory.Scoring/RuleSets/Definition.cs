namespace GreenFactory.Scoring.RuleSets;

/// <summary>
/// A named formula that indicators and later definitions use like an input, for instance 综合能源消费量 summed from energy carriers.
/// A definition may only name definitions before its own, so that definitions can never run in a circle.
/// </summary>
public sealed record Definition
{
    /// <summary>Name used in formulas.</summary>
    public required string Code { get; init; }

    /// <summary>Chinese label.</summary>
    public required string Label { get; init; }

    /// <summary>Unit of the result.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Code of the repeat group whose rows the formula is worked out for; none for a formula over the whole unit.</summary>
    public string? Group { get; init; }

    /// <summary>The formula.</summary>
    public required string Formula { get; init; }

    /// <summary>Clause it comes from.</summary>
    public string Clause { get; init; } = "";
}

/// <summary>Something that ought to hold between answers; where it does not, the answers are used and a person is asked to look.</summary>
/// <param name="At">Code of the input beside which it is said; for a column of a repeat group, group.column, and it is then asked of every row.</param>
/// <param name="Holds">The condition; nothing is said while it cannot be decided.</param>
/// <param name="Message">What to look at, a Chinese sentence.</param>
public sealed record Caution(string At, string Holds, string Message)
{
    /// <summary>Whether answers that contradict each other are refused until one is corrected; otherwise they are used and an explanation is asked for.</summary>
    public bool Refuses { get; init; }

    /// <summary>Repeat group and column of <see cref="At"/>; the group is null for an input asked once.</summary>
    public (string? Group, string Input) Place => At.Split('.', 2) is [var group, var input] ? (group, input) : (null, At);
}
