namespace GreenFactory.Application.Ports.Spreadsheets;

/// <summary>A column of a sheet.</summary>
/// <param name="Title">Its header.</param>
/// <param name="Width">Its width in characters of the default font; a Chinese character takes two.</param>
public sealed record SheetColumn(string Title, int Width)
{
    /// <summary>Its name for programs, shown in a second header row; empty for none.</summary>
    public string Code { get; init; } = "";

    /// <summary>Whether it holds numbers: right-aligned, and only numbers may be entered.</summary>
    public bool IsNumeric { get; init; }

    /// <summary>Whether the reader of the sheet may change it; other columns are locked.</summary>
    public bool IsEditable { get; init; }

    /// <summary>The only values that may be entered, offered as a list; empty for any.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Shown beside a cell of the column when it is selected; empty for none.</summary>
    public string Hint { get; init; } = "";
}
