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
        return new Explained(value, cell is null ? new TraceNode("parameter", Type, value) { Code = $"{_table.Table.Code}.{_column}" } : _table.NodeOf(cell, _column, Type));
    }

    private (Value Value, ParameterCell? Cell) Read(string name, DateOnly day) =>
        ParameterCell.On(day, _cells.Of(name)) is { } cell ? (cell.Value, cell) : (_table.Absent(name, day), null);
}
