using System.Collections.Concurrent;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Expressions;

/// <summary>A parameter table indexed by key.</summary>
internal sealed class ParameterIndex(ParameterTable table)
{
    private readonly Dictionary<string, ParameterRow[]> _rows =
        table.Rows.GroupBy(r => r.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    private readonly Dictionary<string, ParameterColumnIndex> _columns = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<(ParameterCell, string), TraceNode> _nodes = new();

    private readonly ConcurrentDictionary<ParameterRow, string> _fingerprints = new(ReferenceEqualityComparer.Instance);

    private readonly Dictionary<string, LevelCorrection> _corrections =
        table.Corrections.DistinctBy(c => c.Code).ToDictionary(c => c.Code, StringComparer.Ordinal);

    private readonly Dictionary<(string Correction, string Column, string Group), BoundExpression> _formulas = [];

    public ParameterTable Table => table;

    /// <summary>The formula of a correction that was bound before for the rows of the same group.</summary>
    public BoundExpression? Formula(string correction, string column, RepeatGroup? group) => _formulas.GetValueOrDefault((correction, column, group?.Code ?? ""));

    /// <summary>Keeps the formula of a correction. Only formulas that are being bound ask for it, one after another.</summary>
    public BoundExpression Keep(string correction, string column, RepeatGroup? group, BoundExpression formula) => _formulas[(correction, column, group?.Code ?? "")] = formula;

    public bool Knows(string key) => _rows.ContainsKey(key);

    public ParameterRow[] RowsOf(string key) => _rows.GetValueOrDefault(key, []);

    public string ColumnLabel(string column) => table.Columns.FirstOrDefault(c => c.Code == column)?.Label ?? column;

    /// <summary>The correction that a row names.</summary>
    public LevelCorrection? CorrectionOf(ParameterRow row) => row.Correction is { } code ? _corrections.GetValueOrDefault(code) : null;

    /// <summary>The corrections that rows of the table name.</summary>
    public IEnumerable<LevelCorrection> UsedCorrections => table.Rows.Select(CorrectionOf).OfType<LevelCorrection>().Distinct();

    /// <summary>Why there is no cell for a key on a day.</summary>
    public Value Absent(string key, DateOnly day) => Value.Error(Knows(key)
        ? $"参数表“{table.Label}”中“{key}”在 {day:yyyy-MM-dd} 没有有效的数值"
        : $"参数表“{table.Label}”中没有“{key}”");

    /// <summary>The sentence of a level that its standard corrects and this table does not.</summary>
    public string Uncorrected(LevelCorrection correction, string column) => $"标准规定{ColumnLabel(column)}按{correction.Label}修正，{correction.Unknown}，未修正";

    /// <summary>The end of a trace at a cell, always the same for the same cell and column.</summary>
    public TraceNode NodeOf(ParameterCell cell, string column, ExpressionType type)
    {
        if (_nodes.TryGetValue((cell, column), out var told) && told.Unit == UnitOf(cell.Row, type))
            return told;
        var (row, label) = (cell.Row, ColumnLabel(column));
        var node = new TraceNode("parameter", type, cell.Value)
        {
            Code = $"{table.Code}.{column}",
            Label = $"{row.Label} · {label}",
            Unit = UnitOf(row, type),
            Source = new ParameterSource(table.Label, row.Key, row.Label, label, row.Source, row.Clause, row.From, row.To, row.Provenance, row.Confirmation, row.Note)
            {
                Correction = CorrectionOf(row) is { } correction ? Said(correction, column) : "",
                IsUncorrected = CorrectionOf(row)?.LeavesOut(column) == true,
                Fingerprint = FingerprintOf(row),
            },
        };
        return _nodes[(cell, column)] = node;
    }

    private string FingerprintOf(ParameterRow row) => _fingerprints.GetOrAdd(row, one => ValueFingerprint.Of(table, one));

    private string Said(LevelCorrection correction, string column) =>
        correction.Levels.ContainsKey(column) ? $"按{correction.Label}修正（{correction.Clause}）"
        : correction.LeavesOut(column) ? Uncorrected(correction, column) : "";

    private static string UnitOf(ParameterRow row, ExpressionType type) => row.Unit.Length > 0 ? row.Unit : type.Unit.Text;

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
