namespace GreenFactory.Scoring.RuleSets;

/// <summary>
/// How a standard changes the printed levels of some rows of a table: by a formula for each column, over the printed number (<c>printed</c>) and answers
/// that are asked beside the product. Where it is known that the standard changes a level but not how, <see cref="Unknown"/> says so and the level stands
/// as printed, marked as uncorrected; whatever needs the level to be right is then undecided. A correction with neither says in <see cref="Note"/> why the
/// standard's correction does not reach the row.
/// </summary>
public sealed record LevelCorrection
{
    /// <summary>Name by which rows and the function <c>correction</c> know it.</summary>
    public required string Code { get; init; }

    /// <summary>What is corrected for, for instance 熟料比例.</summary>
    public required string Label { get; init; }

    /// <summary>Formula by column code; a column without one stands as printed.</summary>
    public IReadOnlyDictionary<string, string> Levels { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What is known to be corrected in columns without a formula, but not how; empty when nothing is missing.</summary>
    public string Unknown { get; init; } = "";

    /// <summary>Clause of the standard.</summary>
    public string Clause { get; init; } = "";

    /// <summary>Where the formulas were read.</summary>
    public string Source { get; init; } = "";

    /// <summary>Remarks, and decisions where the source is silent.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether a column is known to be corrected by the standard and is not corrected here.</summary>
    public bool LeavesOut(string column) => Unknown.Length > 0 && !Levels.ContainsKey(column);
}
