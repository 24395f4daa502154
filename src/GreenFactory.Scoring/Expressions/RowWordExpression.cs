using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Expressions;

/// <summary>A word that a row of a table says of itself, on the day of the evaluation: the code of its correction, or what it is measured in. An empty text where it says nothing.</summary>
internal sealed class RowWordExpression(ParameterIndex table, BoundExpression key, Func<ParameterRow, string?> word) : BoundExpression(ExpressionType.Text, key)
{
    private static readonly Value None = Value.Of("");

    /// <summary>The code of the correction that changes the levels of the row.</summary>
    public static string? Correction(ParameterRow row) => row.Correction;

    /// <summary>What stands before the stroke of the unit: kgce, kWh, kgoe…</summary>
    public static string? Measure(ParameterRow row) => row.Unit.Length > 0 ? row.Unit.Split('/')[0] : null;

    public override Value Evaluate(EvaluationContext context)
    {
        if (!context.Step())
            return StepLimit.Exceeded;
        var name = key.Evaluate(context);
        return name.IsKnown ? Word(name.Text, context.AsOf) : name;
    }

    public override Explained Explain(EvaluationContext context)
    {
        if (!context.Step())
            return Given(StepLimit.Exceeded);
        var name = key.Explain(context);
        return Given(name.Value.IsKnown ? Word(name.Value.Text, context.AsOf) : name.Value);
    }

    private Value Word(string name, DateOnly day)
    {
        foreach (var row in table.RowsOf(name))
        {
            if (row.HoldsOn(day))
                return word(row) is { } said ? Value.Of(said) : None;
        }

        return None;
    }
}
