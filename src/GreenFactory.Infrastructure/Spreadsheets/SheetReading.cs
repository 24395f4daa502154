using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using GreenFactory.Application.Ports;

namespace GreenFactory.Infrastructure.Spreadsheets;

/// <summary>Reads one sheet from top to bottom.</summary>
internal sealed class SheetReading(string name, CellReading cells, CellBudget budget, List<CellProblem> problems)
{
    private readonly SortedDictionary<int, SortedDictionary<int, SheetContentCell>> _rows = [];

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
        }

        return new SheetContent(name, [.. _rows.Select(row => new SheetContentRow(row.Key, [.. row.Value.Values]))]);
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
            var (text, problem) = cells.Read(cell);
            if (problem is not null)
                problems.Add(new CellProblem(name, address.ToString(), $"工作表「{name}」的 {address} 单元格{problem}。"));
            else if (text.Length > 0)
                Put(address, text, isRepeated: false);
        }

        return number;
    }

    private void Put(CellAddress address, string text, bool isRepeated)
    {
        budget.Take(name, address);
        if (!_rows.TryGetValue(address.Row, out var row))
            _rows.Add(address.Row, row = []);
        row[address.Column] = new SheetContentCell(address.ToString(), address.Column, text, isRepeated);
    }

    private void Repeat(string range)
    {
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
                    Put(new CellAddress(row, column), source.Text, isRepeated: true);
            }
        }
    }
}
