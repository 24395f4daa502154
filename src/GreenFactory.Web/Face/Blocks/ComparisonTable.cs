using GreenFactory.Web.Face.Measures;

namespace GreenFactory.Web.Face.Blocks;

/// <summary>One value as three parties have it.</summary>
/// <param name="Name">合格产量 t</param>
/// <param name="Declared">企业申报</param>
/// <param name="Verified">区县核定</param>
/// <param name="Final">最终</param>
/// <param name="Decimals">Decimals to write; null writes as many as there are.</param>
public sealed record ThreeValues(string Name, Reading Declared, Reading Verified, Reading Final, int? Decimals = null)
{
    /// <summary>True when the district's value is not the applicant's.</summary>
    public bool Differs => Verified.Kind != ReadingKind.Missing && Verified != Declared;

    /// <summary>True when the final value is not the district's.</summary>
    public bool FinalDiffers => Final.Kind != ReadingKind.Missing && Final != (Verified.Kind == ReadingKind.Missing ? Declared : Verified);

    /// <summary>A reading as this row writes it.</summary>
    public string Write(Reading reading) =>
        reading.Kind == ReadingKind.Missing ? "—"
        : !reading.IsKnown ? reading.Word
        : Decimals is { } places ? Text.NumberText.Fixed(reading.Number, places) : Text.NumberText.Natural(reading.Number);
}

/// <summary>The three-value table. Partial <c>_ThreeValues</c>.</summary>
/// <param name="Subject">What the rows are about; head of the first column.</param>
/// <param name="Rows">The values.</param>
/// <param name="Points">The points they lead to; last row, with the difference; null leaves it out.</param>
public sealed record ComparisonTable(string Subject, IReadOnlyList<ThreeValues> Rows, ThreeValues? Points = null)
{
    /// <summary>Why the district's values differ; under the table.</summary>
    public string? Reason { get; init; }
}

/// <summary>Something about a case that deserves a look; never a judgement. Partial <c>_Signals</c> takes a list of these.</summary>
/// <param name="Title">同一材料内数值不一致</param>
/// <param name="Detail">What was compared with what.</param>
/// <param name="Fine">True for a check that found nothing.</param>
/// <param name="Path">Where to look; null for none.</param>
public sealed record SignalLine(string Title, string? Detail, bool Fine = false, string? Path = null);
