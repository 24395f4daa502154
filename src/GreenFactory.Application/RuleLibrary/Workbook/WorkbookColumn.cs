using GreenFactory.Application.Ports.Spreadsheets;


namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>A column of a rule-set workbook.</summary>
/// <param name="Code">Its name in the second row, in most cases that of the field in the document.</param>
/// <param name="Title">Its Chinese heading.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Width">Its width in characters.</param>
internal sealed record WorkbookColumn(string Code, string Title, ColumnType Type, int Width = 16)
{
    /// <summary>The words of a column of words: as people read them, and as the document writes them.</summary>
    public IReadOnlyDictionary<string, string> Words { get; init; } = WorkbookWords.None;

    /// <summary>Whether a cell of a row must be filled in.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What a blank cell means, as the document writes it; null when it means nothing.</summary>
    public string? Otherwise { get; init; }

    /// <summary>Shown beside a selected cell.</summary>
    public string Hint { get; init; } = "";

    /// <summary>The column as the spreadsheet writer takes it.</summary>
    public SheetColumn ForWriting() => new(Title, Width)
    {
        Code = Code,
        IsEditable = true,
        IsNumeric = Type is ColumnType.Number,
        Choices = Type switch
        {
            ColumnType.Word => [.. Words.Keys],
            ColumnType.Flag => [WorkbookWords.Yes, WorkbookWords.No],
            _ => [],
        },
        Hint = Hint,
    };
}
