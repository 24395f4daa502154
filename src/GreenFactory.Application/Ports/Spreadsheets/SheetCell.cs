namespace GreenFactory.Application.Ports.Spreadsheets;

/// <summary>A cell to be written: a text, a number, or nothing.</summary>
public sealed record SheetCell
{
    private SheetCell(string? text, decimal? number)
    {
        Text = text;
        Number = number;
    }

    /// <summary>A cell without a value.</summary>
    public static SheetCell Empty { get; } = new(null, null);

    /// <summary>The text; null for a number or an empty cell.</summary>
    public string? Text { get; }

    /// <summary>The number, in the unit its column's title names; null for a text or an empty cell.</summary>
    public decimal? Number { get; }

    /// <summary>How the cell stands out.</summary>
    public CellMark Mark { get; init; }

    /// <summary>A comment attached to the cell, such as what is wrong with it; empty for none.</summary>
    public string Comment { get; init; } = "";

    /// <summary>A cell with a text, which is never taken for a formula.</summary>
    public static SheetCell Of(string text) => new(text, null);

    /// <summary>A cell with a number.</summary>
    public static SheetCell Of(decimal number) => new(null, number);
}
