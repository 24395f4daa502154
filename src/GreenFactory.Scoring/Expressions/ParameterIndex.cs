using System.Collections.Concurrent;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Expressions;

/// <summary>A parameter table indexed by key.</summary>
internal sealed class ParameterIndex(ParameterTable table)
{
    private readonly Dictionary<string, ParameterRow[]> _rows =
        table.Rows.GroupBy(r => r.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    private readonly Dictionary<string, ParameterColumnIndex> _columns = new(StringComparer.Ordinal);

    public ParameterTable Table => table;

    public bool Knows(string key) => _rows.ContainsKey(key);

    public ParameterRow[] RowsOf(string key) => _rows.GetValueOrDefault(key, []);

    public string ColumnLabel(string column) => table.Columns.FirstOrDefault(c => c.Code == column)?.Label ?? column;

    /// <summary>The cells of a column. Only formulas that are being bound ask for it, one after another.</summary>
    public ParameterColumnIndex Column(string column)
    {
        if (!_columns.TryGetValue(column, out var cells))
            _columns[column] = cells = new ParameterColumnIndex(this, column);
        return cells;
    }
}

/// <summary>The cells of one column by key, read when a key is first asked for.</summary>
internal sealed class ParameterColumnIndex(ParameterIndex table, string column)
{
    private readonly ConcurrentDictionary<string, ParameterCell[]> _cells = new(StringComparer.Ordinal);

    public ParameterCell[] Of(string key) => _cells.TryGetValue(key, out var cells) ? cells : Read(key);

    private ParameterCell[] Read(string key)
    {
        if (!table.Knows(key))
            return [];
        var label = table.ColumnLabel(column);
        return _cells[key] = [.. table.RowsOf(key).Select(row => new ParameterCell(row, row.Values.GetValueOrDefault(column) is { } number
            ? Value.Of(number)
            : Value.NotApplicable($"{row.Source}没有给出“{row.Label}”的{label}")))];
    }
}

/// <summary>A number of a table together with the row it stands in; not applicable where the source has no such level.</summary>
internal sealed class ParameterCell(ParameterRow row, Value value)
{
    public ParameterRow Row => row;

    public Value Value => value;

    /// <summary>The first of several cells whose row holds on a day.</summary>
    public static ParameterCell? On(DateOnly day, ParameterCell[] cells)
    {
        foreach (var cell in cells)
        {
            if (cell.Row.HoldsOn(day))
                return cell;
        }

        return null;
    }
}
