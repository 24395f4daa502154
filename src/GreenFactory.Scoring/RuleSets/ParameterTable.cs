namespace GreenFactory.Scoring.RuleSets;

/// <summary>Whether a parameter has been checked against its source.</summary>
public enum Confirmation
{
    /// <summary>已核.</summary>
    Confirmed,

    /// <summary>待核: not to be relied on without a look at the source.</summary>
    Unconfirmed,

    /// <summary>征求意见稿: from a draft.</summary>
    Draft,
}

/// <summary>A column of a table: its name in formulas and its label.</summary>
public sealed record ParameterColumn(string Code, string Label);

/// <summary>
/// A table of numbers about the world. <see cref="Unit"/> is the unit of every cell; when it is empty each row says its own, and formulas then name the row directly.
/// </summary>
public sealed record ParameterTable
{
    /// <summary>Name used in formulas.</summary>
    public required string Code { get; init; }

    /// <summary>Chinese label.</summary>
    public required string Label { get; init; }

    /// <summary>Unit of every cell, if it is the same.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Columns.</summary>
    public IReadOnlyList<ParameterColumn> Columns { get; init; } = [];

    /// <summary>How standards change the levels of rows that name one of them.</summary>
    public IReadOnlyList<LevelCorrection> Corrections { get; init; } = [];

    /// <summary>Rows; one key may have several with different dates.</summary>
    public IReadOnlyList<ParameterRow> Rows { get; init; } = [];
}

/// <summary>One row: a key, the days on which it holds, its numbers by column (none: the source has no such level) and where they come from.</summary>
public sealed record ParameterRow
{
    /// <summary>Key by which formulas and answers name the row.</summary>
    public required string Key { get; init; }

    /// <summary>Chinese label of the key.</summary>
    public required string Label { get; init; }

    /// <summary>Unit as the source prints it, for instance kgce/t.</summary>
    public string Unit { get; init; } = "";

    /// <summary>First day on which the row holds.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day on which the row holds.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Numbers by column code; a column without a number means that the source has no such level.</summary>
    public IReadOnlyDictionary<string, decimal?> Values { get; init; } = new Dictionary<string, decimal?>();

    /// <summary>Standard or document.</summary>
    public string Source { get; init; } = "";

    /// <summary>Clause or table in it.</summary>
    public string Clause { get; init; } = "";

    /// <summary>Where the numbers come from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Whether they have been checked.</summary>
    public Confirmation Confirmation { get; init; }

    /// <summary>Corrections and remarks of the source.</summary>
    public string Note { get; init; } = "";

    /// <summary>Code of the correction of the table that changes the numbers of the row; none when the standard has none for it.</summary>
    public string? Correction { get; init; }

    /// <summary>Whether the row holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);
}
