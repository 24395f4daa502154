using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Expressions;

/// <summary>A cell of a parameter table by key and column, on the day of the evaluation.</summary>
internal sealed class LookupExpression(ExpressionType type, ParameterIndex table, BoundExpression key, string column) : BoundExpression(type, key)
{
    public override Value Evaluate(EvaluationContext context)
    {
        if (!context.Step())
            return StepLimit.Exceeded;
        var name = key.Evaluate(context);
        return name.IsKnown ? Read(name.Text, context.AsOf).Value : name;
    }

    public override Explained Explain(EvaluationContext context)
    {
        if (!context.Step())
            return Given(StepLimit.Exceeded);
        var name = key.Explain(context);
        if (!name.Value.IsKnown)
            return Result("parameter", name.Value, name);
        var (value, row) = Read(name.Value.Text, context.AsOf);
        var node = TraceNode.Of("parameter", Type, value) with { Code = $"{table.Table.Code}.{column}" };
        return new Explained(value, row is null ? node : node with
        {
            Label = $"{row.Label} · {table.ColumnLabel(column)}",
            Unit = row.Unit.Length > 0 ? row.Unit : Type.Unit.Text,
            Source = new ParameterSource(
                table.Table.Label, row.Key, row.Label, table.ColumnLabel(column), row.Source, row.Clause, row.From, row.To, row.Provenance, row.Confirmation, row.Note),
        });
    }

    private (Value Value, ParameterRow? Row) Read(string name, DateOnly day)
    {
        var row = table.Find(name, day);
        if (row is null)
        {
            return (Value.Error(table.Knows(name)
                ? $"参数表“{table.Table.Label}”中“{name}”在 {day:yyyy-MM-dd} 没有有效的数值"
                : $"参数表“{table.Table.Label}”中没有“{name}”"), null);
        }

        return row.Values.GetValueOrDefault(column) is { } number
            ? (Value.Of(number), row)
            : (Value.NotApplicable($"{row.Source}没有给出“{row.Label}”的{table.ColumnLabel(column)}"), row);
    }
}

/// <summary>A parameter table indexed by key.</summary>
internal sealed class ParameterIndex(ParameterTable table)
{
    private readonly Dictionary<string, ParameterRow[]> _rows =
        table.Rows.GroupBy(r => r.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    public ParameterTable Table => table;

    public bool Knows(string key) => _rows.ContainsKey(key);

    public ParameterRow? Find(string key, DateOnly day)
    {
        foreach (var row in RowsOf(key))
        {
            if (row.HoldsOn(day))
                return row;
        }

        return null;
    }

    public ParameterRow[] RowsOf(string key) => _rows.GetValueOrDefault(key, []);

    public string ColumnLabel(string column) => table.Columns.FirstOrDefault(c => c.Code == column)?.Label ?? column;
}
