
namespace GreenFactory.Scoring.Expressions;

/// <summary>A number of a parameter table by key and column, on the day of the evaluation.</summary>
/// <param name="column">The column by its place in the table.</param>
internal sealed class LookupExpression(ExpressionType type, ParameterIndex table, BoundExpression key, int column) : BoundExpression(type, key)
{
    /// <summary>The key that is written in the formula itself.</summary>
    private readonly TableKey? _written = key is ConstantExpression { Value: { IsKnown: true } name } ? table.KeyOf(name) : null;

    public override Value Evaluate(EvaluationContext context)
    {
        if (!context.Step())
            return StepLimit.Exceeded;
        if (_written is not null)
            return Read(_written.On(context.AsOf)?.Cell(column), _written.Text, context);
        var name = key.Evaluate(context);
        return name.IsKnown ? Read(table.KeyOf(name)?.On(context.AsOf)?.Cell(column), name.Text, context) : name;
    }

    public override Explained Explain(EvaluationContext context)
    {
        if (!context.Step())
            return Given(StepLimit.Exceeded);
        var name = key.Explain(context);
        if (!name.Value.IsKnown)
            return Result("parameter", name.Value, name.Node);
        var cell = table.KeyOf(name.Value)?.On(context.AsOf)?.Cell(column);
        var value = Read(cell, name.Value.Text, context);
        return new Explained(value, cell is null
            ? new TraceNode("parameter", Type, value) { Code = $"{table.Table.Code}.{table.Table.Columns[column].Code}" } : table.NodeOf(cell, Type));
    }

    private Value Read(ParameterCell? cell, string name, EvaluationContext context) => cell is null ? table.Absent(name, context.AsOf) : cell.Value;
}
