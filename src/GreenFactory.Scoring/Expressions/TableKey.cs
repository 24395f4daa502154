using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Expressions;

/// <summary>A key of a parameter table with its rows, of which each holds on days of its own. An answer that is chosen from a table carries its key, so that nothing is looked up twice.</summary>
internal sealed class TableKey(ParameterIndex table, string text)
{
    private TableRow[] _rows = [];

    public ParameterIndex Table => table;

    public string Text => text;

    /// <summary>Adds a row while the table is indexed.</summary>
    public void Add(ParameterRow row) => _rows = [.. _rows, new TableRow(table, row)];

    /// <summary>The first row that holds on a day.</summary>
    public TableRow? On(DateOnly day)
    {
        foreach (var row in _rows)
        {
            if (row.Row.HoldsOn(day))
                return row;
        }

        return null;
    }
}

/// <summary>A row of a parameter table as formulas read it; cells and words are made when they are first asked for.</summary>
internal sealed class TableRow(ParameterIndex table, ParameterRow row)
{
    private ParameterCell?[]? _cells;
    private string? _measure;

    public ParameterRow Row => row;

    /// <summary>The correction that the row names; none where it names none, or one that the table does not have.</summary>
    public LevelCorrection? Correction => CorrectionPlace < 0 ? null : table.Table.Corrections[CorrectionPlace];

    /// <summary>Where the correction stands among those of the table; −1 for none.</summary>
    public int CorrectionPlace { get; } = table.PlaceOfCorrection(row.Correction);

    /// <summary>The code of the correction that changes the levels of the row, as a text; empty for none.</summary>
    public Value CorrectionCode { get; } = Value.Of(row.Correction ?? "");

    /// <summary>What stands before the stroke of the unit: kgce, kWh, kgoe…; empty without a unit.</summary>
    public Value Measure => Value.Of(_measure ??= row.Unit.Split('/')[0]);

    /// <summary>The cell of a column, by its place in the table.</summary>
    public ParameterCell Cell(int column) => (_cells ??= new ParameterCell?[table.Table.Columns.Count])[column] ??= Read(table.Table.Columns[column]);

    private ParameterCell Read(ParameterColumn column) => new(this, column, row.Values.GetValueOrDefault(column.Code) is { } number
        ? Value.Of(number) : Value.NotApplicable($"{row.Source}没有给出“{row.Label}”的{column.Label}"));
}

/// <summary>A number of a table together with the row it stands in; not applicable where the source has no such level.</summary>
internal sealed class ParameterCell(TableRow row, ParameterColumn column, Value value)
{
    public ParameterRow Row => row.Row;

    public LevelCorrection? Correction => row.Correction;

    public ParameterColumn Column => column;

    public Value Value => value;

    /// <summary>The end of every trace at this cell, once it was told.</summary>
    public TraceNode? Node { get; set; }
}
