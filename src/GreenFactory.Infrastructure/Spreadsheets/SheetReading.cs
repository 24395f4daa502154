using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using GreenFactory.Application.Ports.Spreadsheets;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Infrastructure.Spreadsheets;

/// <summary>Reads one sheet from top to bottom.</summary>
internal sealed class SheetReading(string name, CellReading cells, CellBudget budget, List<CellProblem> problems)
{
    private readonly SortedDictionary<int, SortedDictionary<int, SheetContentCell>> _rows = [];
    private readonly List<string> _merged = [];
    private readonly List<int> _hiddenRows = [];
    private readonly List<Column> _hiddenColumns = [];

    internal SheetContent Read(WorksheetPart part)
    {
        using var reader = OpenXmlReader.Create(part);
        var lastRow = 0;
        while (reader.Read())
        {
            if (!reader.IsStartElement)
                continue;
            if (reader.ElementType == typeof(Row) && reader.LoadCurrentElement() is Row row)
                lastRow = Read(row, lastRow + 1);
            else if (reader.ElementType == typeof(MergeCell) && reader.LoadCurrentElement() is MergeCell merged)
                Repeat(merged.Reference?.Value ?? "");
            else if (reader.ElementType == typeof(Column) && reader.LoadCurrentElement() is Column { Hidden.Value: true } column)
                _hiddenColumns.Add(column);
        }

        return new SheetContent(name, [.. _rows.Select(row => new SheetContentRow(row.Key, [.. row.Value.Values]))])
        {
            MergedRanges = _merged,
            Hidden = [.. Hidden()],
        };
    }

    private int Read(Row row, int followingRow)
    {
        var number = (int)(row.RowIndex?.Value ?? (uint)followingRow);
        var lastColumn = 0;
        foreach (var cell in row.Elements<Cell>())
        {
            if (!CellAddress.TryParse(cell.CellReference?.Value, out var address))
                address = new CellAddress(number, lastColumn + 1);
            lastColumn = address.Column;
            var read = cells.Read(cell);
            if ((read.Problem ?? Unseen(read.Exact)) is { } problem)
                problems.Add(new CellProblem(name, address.ToString(), $"工作表「{name}」的 {address} 单元格{problem}。"));
            else
                Put(address, read, isRepeated: false);
        }

        if (row.Hidden?.Value is true)
            _hiddenRows.Add(number);
        return number;
    }

    /// <summary>Nobody can have typed a control character, and the database keeps none.</summary>
    private static string? Unseen(string text) =>
        WrittenText.ControlCharacters(text) is { Count: > 0 } found ? $"有看不见的控制字符 {string.Join("、", found)}，无法保存，请删除后重新填写这一格" : null;

    private void Put(CellAddress address, ReadCell read, bool isRepeated)
    {
        var text = read.Kind == CellKind.Date ? read.Exact[..10] : read.Exact.Trim();
        if (text.Length == 0)
            return;
        budget.Take(name, address);
        if (!_rows.TryGetValue(address.Row, out var row))
            _rows.Add(address.Row, row = []);
        row[address.Column] = new SheetContentCell(address.ToString(), address.Column, text, isRepeated) { Kind = read.Kind, Exact = read.Exact };
    }

    private void Repeat(string range)
    {
        _merged.Add(range);
        var colon = range.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0
            || !CellAddress.TryParse(range.AsSpan(0, colon), out var first)
            || !CellAddress.TryParse(range.AsSpan(colon + 1), out var last)
            || !_rows.TryGetValue(first.Row, out var top)
            || !top.TryGetValue(first.Column, out var source))
            return;
        for (var row = first.Row; row <= last.Row; row++)
        {
            for (var column = first.Column; column <= last.Column; column++)
            {
                if (row != first.Row || column != first.Column)
                    Put(new CellAddress(row, column), new ReadCell(source.Exact, source.Kind, null), isRepeated: true);
            }
        }
    }

    private IEnumerable<string> Hidden()
    {
        foreach (var row in _hiddenRows.Where(_rows.ContainsKey))
            yield return row.ToString(CultureInfo.InvariantCulture);
        var used = _rows.Values.SelectMany(row => row.Keys).ToHashSet();
        foreach (var column in _hiddenColumns.SelectMany(hidden => used.Where(number => number >= hidden.Min?.Value && number <= hidden.Max?.Value)).Order())
            yield return CellAddress.ColumnName(column);
    }
}
