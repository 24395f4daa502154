using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using GreenFactory.Application.Ports.Spreadsheets;

namespace GreenFactory.Infrastructure.Spreadsheets;

/// <summary>The hidden sheet that holds the choices of every list, since a list written into the rule itself is limited to 255 characters.</summary>
internal sealed class ChoiceSheet
{
    internal const string Name = SheetTable.ChoicesName;

    private readonly List<IReadOnlyList<string>> _lists = [];

    internal bool IsEmpty => _lists.Count == 0;

    /// <summary>Adds a list and says where it stands.</summary>
    internal string Add(IReadOnlyList<string> choices)
    {
        _lists.Add(choices);
        var column = CellAddress.ColumnName(_lists.Count);
        return $"'{Name}'!${column}$1:${column}${choices.Count}";
    }

    internal SheetData Content()
    {
        var data = new SheetData();
        for (var row = 1; row <= _lists.Max(list => list.Count); row++)
        {
            var line = new Row { RowIndex = (uint)row };
            for (var column = 1; column <= _lists.Count; column++)
            {
                if (row <= _lists[column - 1].Count)
                    line.Append(Cell(new CellAddress(row, column), _lists[column - 1][row - 1]));
            }

            data.Append(line);
        }

        return data;
    }

    private static Cell Cell(CellAddress address, string text) => new(
        new InlineString(new Text(CellText.Clean(text)) { Space = SpaceProcessingModeValues.Preserve }))
    {
        CellReference = address.ToString(),
        DataType = CellValues.InlineString,
    };
}
