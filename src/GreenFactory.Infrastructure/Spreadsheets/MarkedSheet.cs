using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using GreenFactory.Application.Ports.Spreadsheets;

namespace GreenFactory.Infrastructure.Spreadsheets;

/// <summary>Marks the problems of one sheet: colours the cells, and says in a column of its own what is wrong with each row.</summary>
internal sealed class MarkedSheet(WorksheetPart part, MarkStyles styles, WorkbookMarks marks, Func<Cell, string> textOf)
{
    private const string Title = "问题（改正后不必删除此列）";

    private readonly Worksheet _worksheet = part.Worksheet ?? throw new InvalidDataException("A sheet has no content.");
    private readonly SortedDictionary<int, Row> _rows = [];

    internal void Mark(IReadOnlyList<CellProblem> problems)
    {
        ReadRows();
        Unmark();
        var column = ColumnOfMarks();
        var lines = new SortedDictionary<int, List<string>>();
        foreach (var problem in problems.OrderBy(problem => problem.IsNotice))
        {
            if (!CellAddress.TryParse(problem.Address, out var address))
                continue;
            var cell = CellAt(address);
            if (!lines.TryGetValue(address.Row, out var line))
                lines.Add(address.Row, line = []);
            line.Add($"{problem.Address}：{problem.Message}");
            cell.StyleIndex = styles.Marked(styles.Unmarked(cell.StyleIndex?.Value ?? 0), problem.IsNotice && !problems.Any(other => other.Address == problem.Address && !other.IsNotice));
        }

        if (lines.Count == 0)
            return;
        Write(new CellAddress(1, column), Title);
        Write(new CellAddress(marks.HeadingRows, column), marks.ColumnCode);
        foreach (var (row, line) in lines.Where(line => line.Key > marks.HeadingRows))
            Write(new CellAddress(row, column), string.Join('\n', line));
    }

    private void ReadRows()
    {
        var data = _worksheet.GetFirstChild<SheetData>() ?? _worksheet.AppendChild(new SheetData());
        var following = 1;
        foreach (var row in data.Elements<Row>())
        {
            var number = (int)(row.RowIndex?.Value ?? (uint)following);
            row.RowIndex = (uint)number;
            var column = 1;
            foreach (var cell in row.Elements<Cell>())
            {
                if (!CellAddress.TryParse(cell.CellReference?.Value, out var address))
                    cell.CellReference = (address = new CellAddress(number, column)).ToString();
                column = address.Column + 1;
            }

            _rows[number] = row;
            following = number + 1;
        }
    }

    private void Unmark()
    {
        foreach (var cell in _rows.Values.SelectMany(row => row.Elements<Cell>()).Where(cell => cell.StyleIndex is not null))
            cell.StyleIndex = styles.Unmarked(cell.StyleIndex!.Value);
        if (_rows.TryGetValue(marks.HeadingRows, out var heading)
            && heading.Elements<Cell>().FirstOrDefault(cell => textOf(cell) == marks.ColumnCode) is { } old)
        {
            var column = ColumnOf(old);
            foreach (var cell in _rows.Values.SelectMany(row => row.Elements<Cell>()).Where(cell => ColumnOf(cell) == column).ToList())
                cell.Remove();
        }
    }

    private int ColumnOfMarks() => _rows.Values.SelectMany(row => row.Elements<Cell>()).Select(ColumnOf).DefaultIfEmpty(0).Max() + 1;

    private void Write(CellAddress address, string text)
    {
        var cell = CellAt(address);
        cell.RemoveAllChildren();
        cell.DataType = CellValues.InlineString;
        cell.StyleIndex = styles.Wrapped;
        cell.Append(new InlineString(new Text(CellText.Clean(text)) { Space = SpaceProcessingModeValues.Preserve }));
    }

    private Cell CellAt(CellAddress address)
    {
        if (!_rows.TryGetValue(address.Row, out var row))
        {
            row = new Row { RowIndex = (uint)address.Row };
            var data = _worksheet.GetFirstChild<SheetData>()!;
            if (_rows.Where(other => other.Key > address.Row).Select(other => other.Value).FirstOrDefault() is { } next)
                data.InsertBefore(row, next);
            else
                data.Append((OpenXmlElement)row);
            _rows.Add(address.Row, row);
        }

        var following = row.Elements<Cell>().FirstOrDefault(cell => ColumnOf(cell) >= address.Column);
        if (following is not null && ColumnOf(following) == address.Column)
            return following;
        var added = new Cell { CellReference = address.ToString() };
        row.Spans = null;
        if (following is null)
            row.Append((OpenXmlElement)added);
        else
            row.InsertBefore(added, following);
        return added;
    }

    private static int ColumnOf(Cell cell) => CellAddress.TryParse(cell.CellReference?.Value, out var address) ? address.Column : 0;
}
