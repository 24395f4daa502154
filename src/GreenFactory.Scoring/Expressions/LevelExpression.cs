using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Expressions;

/// <summary>
/// A level of a table by key, on the day of the evaluation, as the standard corrects it: of several columns the first that the row has a number in, so that
/// a standard without 1 级 or 2 级 is read at the next level it has.
/// </summary>
internal sealed class LevelExpression(
    ExpressionType type, ParameterIndex table, BoundExpression key, IReadOnlyList<string> columns, IReadOnlyDictionary<(string Correction, string Column), BoundExpression> formulas)
    : BoundExpression(type, [key, .. formulas.Values])
{
    private readonly ParameterColumnIndex[] _cells = [.. columns.Select(table.Column)];

    public override LevelExpression? LevelAt(EvaluationContext context) => this;

    public override Value Evaluate(EvaluationContext context)
    {
        if (!context.Step())
            return StepLimit.Exceeded;
        var name = key.Evaluate(context);
        if (!name.IsKnown)
            return name;
        if (Find(name.Text, context.AsOf) is not var (cell, column))
            return table.Absent(name.Text, context.AsOf);
        if (FormulaOf(cell, column) is not { } formula)
            return cell.Value;
        var outer = context.Print(cell, null);
        var value = formula.Evaluate(context);
        context.Print(outer.Cell, outer.Node);
        return value;
    }

    public override Explained Explain(EvaluationContext context)
    {
        if (!context.Step())
            return Given(StepLimit.Exceeded);
        var name = key.Explain(context);
        if (!name.Value.IsKnown)
            return Result("parameter", name.Value, name.Node);
        if (Find(name.Value.Text, context.AsOf) is not var (cell, column))
        {
            var absent = table.Absent(name.Value.Text, context.AsOf);
            return new Explained(absent, new TraceNode("parameter", Type, absent) { Code = $"{table.Table.Code}.{columns[0]}" });
        }

        var printed = table.NodeOf(cell, column, Type);
        if (FormulaOf(cell, column) is not { } formula)
            return new Explained(cell.Value, printed);
        var outer = context.Print(cell, printed);
        var worked = formula.Explain(context);
        context.Print(outer.Cell, outer.Node);
        var correction = table.CorrectionOf(cell.Row)!;
        return new Explained(worked.Value, new TraceNode("definition", Type, worked.Value, worked.Node)
        {
            Code = printed.Code,
            Label = $"{table.ColumnLabel(column)}（按{correction.Label}修正）",
            Unit = printed.Unit,
            Formula = correction.Levels[column],
        });
    }

    /// <summary>What a reader must know about the level that is used for the row at hand: that it stands in for one the standard does not have, or is not corrected. Chinese sentences.</summary>
    public IEnumerable<string> Notes(EvaluationContext context)
    {
        var name = key.Evaluate(context);
        if (!name.IsKnown || Find(name.Text, context.AsOf) is not var (cell, column))
            yield break;
        if (column != columns[0] && cell.Value.IsKnown)
            yield return $"标准没有{string.Join("、", columns.TakeWhile(c => c != column).Select(table.ColumnLabel))}，用{table.ColumnLabel(column)}代替";
        if (table.CorrectionOf(cell.Row) is { } correction && correction.LeavesOut(column))
            yield return table.Uncorrected(correction, column);
    }

    /// <summary>What the correction of the row at hand does to the level; none where nothing is corrected.</summary>
    public (LevelCorrection Correction, string Column, decimal Printed, Value Corrected)? Corrected(EvaluationContext context)
    {
        var name = key.Evaluate(context);
        return name.IsKnown && Find(name.Text, context.AsOf) is var (cell, column) && FormulaOf(cell, column) is not null
            ? (table.CorrectionOf(cell.Row)!, table.ColumnLabel(column), cell.Value.Number, Evaluate(context)) : null;
    }

    /// <summary>The unit in which the standard prints the row at hand; none when there is no such row.</summary>
    public string? UnitOf(EvaluationContext context)
    {
        var name = key.Evaluate(context);
        return name.IsKnown && Find(name.Text, context.AsOf) is var (cell, _) && cell.Row.Unit.Length > 0 ? cell.Row.Unit : null;
    }

    private (ParameterCell Cell, string Column)? Find(string name, DateOnly day)
    {
        (ParameterCell, string)? last = null;
        for (var i = 0; i < _cells.Length; i++)
        {
            if (ParameterCell.On(day, _cells[i].Of(name)) is not { } cell)
                return null;
            last = (cell, columns[i]);
            if (cell.Value.IsKnown)
                break;
        }

        return last;
    }

    private BoundExpression? FormulaOf(ParameterCell cell, string column) =>
        cell.Row.Correction is { } code && cell.Value.IsKnown ? formulas.GetValueOrDefault((code, column)) : null;
}
