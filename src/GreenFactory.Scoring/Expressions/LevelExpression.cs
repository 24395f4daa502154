using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Expressions;

/// <summary>
/// A level of a table by key, on the day of the evaluation, as the standard corrects it: of several columns the first that the row has a number in, so that
/// a standard without 1 级 or 2 级 is read at the next level it has.
/// </summary>
/// <param name="columns">The columns by their place in the table, in the order in which they are read.</param>
/// <param name="formulas">For each of the columns the formula of each correction of the table; none where the correction leaves the column alone.</param>
internal sealed class LevelExpression(ExpressionType type, ParameterIndex table, BoundExpression key, int[] columns, BoundExpression?[][] formulas)
    : BoundExpression(type, [key, .. formulas.SelectMany(column => column).OfType<BoundExpression>()])
{
    public override IEnumerable<LevelExpression> Levels => [this];

    public override Value Evaluate(EvaluationContext context)
    {
        if (!context.Step())
            return StepLimit.Exceeded;
        var name = key.Evaluate(context);
        if (!name.IsKnown)
            return name;
        if (table.KeyOf(name)?.On(context.AsOf) is not { } row)
            return table.Absent(name.Text, context.AsOf);
        var column = ColumnIn(row);
        var value = row.Cell(columns[column]).Value;
        if (FormulaOf(row, column) is { } formula)
        {
            var outer = context.Print(row.Cell(columns[column]), null);
            value = formula.Evaluate(context);
            context.Print(outer.Cell, outer.Node);
        }

        context.Level = new LevelReading(this, row, column);
        return value;
    }

    public override Explained Explain(EvaluationContext context)
    {
        if (!context.Step())
            return Given(StepLimit.Exceeded);
        var name = key.Explain(context);
        if (!name.Value.IsKnown)
            return Result("parameter", name.Value, name.Node);
        if (table.KeyOf(name.Value)?.On(context.AsOf) is not { } row)
        {
            var absent = table.Absent(name.Value.Text, context.AsOf);
            return new Explained(absent, new TraceNode("parameter", Type, absent) { Code = $"{table.Table.Code}.{CodeOf(0)}" });
        }

        var column = ColumnIn(row);
        var cell = row.Cell(columns[column]);
        var explained = new Explained(cell.Value, table.NodeOf(cell, Type));
        if (FormulaOf(row, column) is { } formula)
        {
            var printed = explained.Node;
            var outer = context.Print(cell, printed);
            var worked = formula.Explain(context);
            context.Print(outer.Cell, outer.Node);
            explained = new Explained(worked.Value, new TraceNode("definition", Type, worked.Value, worked.Node)
            {
                Code = printed.Code,
                Label = $"{LabelOf(column)}（按{row.Correction!.Label}修正）",
                Unit = printed.Unit,
                Formula = row.Correction.Levels[CodeOf(column)],
            });
        }

        context.Level = new LevelReading(this, row, column);
        return explained;
    }

    /// <summary>What a reader must know about a level that was read here: that it stands in for one the standard does not have, or is not corrected. Chinese sentences.</summary>
    public IEnumerable<string> Notes(LevelReading reading)
    {
        if (reading.Column > 0 && reading.Row.Cell(columns[reading.Column]).Value.IsKnown)
            yield return $"标准没有{string.Join("、", Enumerable.Range(0, reading.Column).Select(LabelOf))}，用{LabelOf(reading.Column)}代替";
        if (reading.Row.Correction is { } correction && correction.LeavesOut(CodeOf(reading.Column)))
            yield return table.Uncorrected(correction, CodeOf(reading.Column));
    }

    /// <summary>What a correction did to a level that was read here and came out at a value; none where nothing is corrected.</summary>
    public (LevelCorrection Correction, string Column, decimal Printed, Value Corrected)? Corrected(in LevelReading reading, in Value value) =>
        FormulaOf(reading.Row, reading.Column) is null
            ? null : (reading.Row.Correction!, LabelOf(reading.Column), reading.Row.Cell(columns[reading.Column]).Value.Number, value);

    /// <summary>The unit in which the standard prints the row at hand; none when there is no such row.</summary>
    public string? UnitOf(EvaluationContext context)
    {
        var name = key.Evaluate(context);
        return name.IsKnown && table.KeyOf(name)?.On(context.AsOf) is { Row.Unit: { Length: > 0 } unit } ? unit : null;
    }

    /// <summary>Which of the columns counts: the first with a number, or the last of all.</summary>
    private int ColumnIn(TableRow row)
    {
        var column = 0;
        while (column < columns.Length - 1 && !row.Cell(columns[column]).Value.IsKnown)
            column++;
        return column;
    }

    private BoundExpression? FormulaOf(TableRow row, int column) =>
        row.CorrectionPlace >= 0 && row.Cell(columns[column]).Value.IsKnown ? formulas[column][row.CorrectionPlace] : null;

    private string CodeOf(int column) => table.Table.Columns[columns[column]].Code;

    private string LabelOf(int column) => table.Table.Columns[columns[column]].Label;
}
