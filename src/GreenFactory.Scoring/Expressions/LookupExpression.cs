using GreenFactory.Scoring.Evaluation;

namespace GreenFactory.Scoring.Expressions;

/// <summary>A cell of a parameter table by key and column, on the day of the evaluation.</summary>
internal sealed class LookupExpression : BoundExpression
{
    private readonly ParameterIndex _table;
    private readonly string _column;
    private readonly BoundExpression _key;
    private readonly ParameterColumnIndex _cells;

    /// <summary>The cells of a key that is written in the formula itself.</summary>
    private readonly ParameterCell[]? _written;

    /// <summary>The cell that was told last, with its node: most lookups tell the same one every time.</summary>
    private Told? _told;

    public LookupExpression(ExpressionType type, ParameterIndex table, BoundExpression key, string column)
        : base(type, key)
    {
        (_table, _key, _column, _cells) = (table, key, column, table.Column(column));
        _written = key is ConstantExpression { Value: { IsKnown: true } name } ? _cells.Of(name.Text) : null;
    }

    public override Value Evaluate(EvaluationContext context)
    {
        if (!context.Step())
            return StepLimit.Exceeded;
        if (_written is not null && ParameterCell.On(context.AsOf, _written) is { } cell)
            return cell.Value;
        var name = _key.Evaluate(context);
        return name.IsKnown ? Read(name.Text, context.AsOf).Value : name;
    }

    public override Explained Explain(EvaluationContext context)
    {
        if (!context.Step())
            return Given(StepLimit.Exceeded);
        var name = _key.Explain(context);
        if (!name.Value.IsKnown)
            return Result("parameter", name.Value, name.Node);
        var (value, cell) = Read(name.Value.Text, context.AsOf);
        return new Explained(value, cell is null ? new TraceNode("parameter", Type, value) { Code = Code } : NodeOf(cell));
    }

    private string Code => $"{_table.Table.Code}.{_column}";

    private TraceNode NodeOf(ParameterCell cell)
    {
        if (_told is { } told && told.Cell == cell)
            return told.Node;
        var (row, label) = (cell.Row, _table.ColumnLabel(_column));
        var node = new TraceNode("parameter", Type, cell.Value)
        {
            Code = Code,
            Label = $"{row.Label} · {label}",
            Unit = row.Unit.Length > 0 ? row.Unit : Type.Unit.Text,
            Source = new ParameterSource(_table.Table.Label, row.Key, row.Label, label, row.Source, row.Clause, row.From, row.To, row.Provenance, row.Confirmation, row.Note),
        };
        _told = new Told(cell, node);
        return node;
    }

    private (Value Value, ParameterCell? Cell) Read(string name, DateOnly day)
    {
        if (ParameterCell.On(day, _cells.Of(name)) is { } cell)
            return (cell.Value, cell);
        return (Value.Error(_table.Knows(name)
            ? $"参数表“{_table.Table.Label}”中“{name}”在 {day:yyyy-MM-dd} 没有有效的数值"
            : $"参数表“{_table.Table.Label}”中没有“{name}”"), null);
    }

    private sealed record Told(ParameterCell Cell, TraceNode Node);
}
