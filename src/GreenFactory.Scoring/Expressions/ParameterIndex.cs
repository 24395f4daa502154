using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Expressions;

/// <summary>A parameter table indexed by key.</summary>
internal sealed class ParameterIndex
{
    /// <summary>The keys, indexed when the first of them is asked for: whoever only checks a set asks for few tables.</summary>
    private readonly Lazy<Dictionary<string, TableKey>> _keys;

    private readonly Lazy<HashSet<string>> _corrections;

    private readonly Dictionary<(string Correction, string Column, string Group), BoundExpression> _formulas = [];

    public ParameterIndex(ParameterTable table)
    {
        Table = table;
        _keys = new Lazy<Dictionary<string, TableKey>>(Index);
        _corrections = new Lazy<HashSet<string>>(() => table.Rows.Select(row => row.Correction).OfType<string>().ToHashSet(StringComparer.Ordinal));
    }

    public ParameterTable Table { get; }

    /// <summary>The formula of a correction that was bound before for the rows of the same group.</summary>
    public BoundExpression? Formula(string correction, string column, RepeatGroup? group) => _formulas.GetValueOrDefault((correction, column, group?.Code ?? ""));

    /// <summary>Keeps the formula of a correction. Only formulas that are being bound ask for it, one after another.</summary>
    public BoundExpression Keep(string correction, string column, RepeatGroup? group, BoundExpression formula) => _formulas[(correction, column, group?.Code ?? "")] = formula;

    public bool Knows(string key) => _keys.Value.ContainsKey(key);

    /// <summary>A key by its text; none if the table does not have it.</summary>
    public TableKey? Find(string key) => _keys.Value.GetValueOrDefault(key);

    /// <summary>The key that a known text names; none if the table does not have it.</summary>
    public TableKey? KeyOf(in Value name) => name.Key is { } key && key.Table == this ? key : Find(name.Text);

    /// <summary>Where a column stands in the table; −1 if it has none of that code.</summary>
    public int PlaceOfColumn(string column)
    {
        for (var i = 0; i < Table.Columns.Count; i++)
        {
            if (Table.Columns[i].Code == column)
                return i;
        }

        return -1;
    }

    public string ColumnLabel(string column) => Table.Columns.FirstOrDefault(c => c.Code == column)?.Label ?? column;

    /// <summary>Where a correction stands among those of the table; −1 if it has none of that code.</summary>
    public int PlaceOfCorrection(string? correction)
    {
        for (var i = 0; correction is not null && i < Table.Corrections.Count; i++)
        {
            if (Table.Corrections[i].Code == correction)
                return i;
        }

        return -1;
    }

    /// <summary>Whether a row of the table names a correction.</summary>
    public bool Uses(LevelCorrection correction) => _corrections.Value.Contains(correction.Code);

    /// <summary>Why there is no cell for a key on a day.</summary>
    public Value Absent(string key, DateOnly day) => Value.Error(Knows(key)
        ? $"参数表“{Table.Label}”中“{key}”在 {day:yyyy-MM-dd} 没有有效的数值"
        : $"参数表“{Table.Label}”中没有“{key}”");

    /// <summary>The sentence of a level that its standard corrects and this table does not.</summary>
    public string Uncorrected(LevelCorrection correction, string column) => $"标准规定{ColumnLabel(column)}按{correction.Label}修正，{correction.Unknown}，未修正";

    /// <summary>The end of a trace at a cell, always the same for the same cell and unit.</summary>
    public TraceNode NodeOf(ParameterCell cell, ExpressionType type)
    {
        var unit = cell.Row.Unit.Length > 0 ? cell.Row.Unit : type.Unit.Text;
        return cell.Node is { } told && told.Unit == unit ? told : cell.Node = Told(cell, type, unit);
    }

    private Dictionary<string, TableKey> Index()
    {
        var keys = new Dictionary<string, TableKey>(StringComparer.Ordinal);
        foreach (var row in Table.Rows)
        {
            if (!keys.TryGetValue(row.Key, out var key))
                keys[row.Key] = key = new TableKey(this, row.Key);
            key.Add(row);
        }

        return keys;
    }

    private TraceNode Told(ParameterCell cell, ExpressionType type, string unit)
    {
        var (row, column) = (cell.Row, cell.Column);
        return new TraceNode("parameter", type, cell.Value)
        {
            Code = $"{Table.Code}.{column.Code}",
            Label = $"{row.Label} · {column.Label}",
            Unit = unit,
            Source = new ParameterSource(Table.Label, row.Key, row.Label, column.Label, row.Source, row.Clause, row.From, row.To, row.Provenance, row.Confirmation, row.Note)
            {
                Correction = cell.Correction is { } correction ? Said(correction, column.Code) : "",
                IsUncorrected = cell.Correction?.LeavesOut(column.Code) == true,
                Fingerprint = ValueFingerprint.Of(Table, row),
            },
        };
    }

    private string Said(LevelCorrection correction, string column) =>
        correction.Levels.ContainsKey(column) ? $"按{correction.Label}修正（{correction.Clause}）"
        : correction.LeavesOut(column) ? Uncorrected(correction, column) : "";
}
