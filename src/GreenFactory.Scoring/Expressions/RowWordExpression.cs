
namespace GreenFactory.Scoring.Expressions;

/// <summary>A word that a row of a table says of itself, on the day of the evaluation: the code of its correction, or what it is measured in. An empty text where it says nothing.</summary>
internal sealed class RowWordExpression(ParameterIndex table, BoundExpression key, bool isMeasure) : BoundExpression(ExpressionType.Text, key)
{
    private static readonly Value None = Value.Of("");

    public override Value Evaluate(EvaluationContext context)
    {
        if (!context.Step())
            return StepLimit.Exceeded;
        var name = key.Evaluate(context);
        return name.IsKnown ? Word(name, context.AsOf) : name;
    }

    public override Explained Explain(EvaluationContext context)
    {
        if (!context.Step())
            return Given(StepLimit.Exceeded);
        var name = key.Explain(context);
        return Given(name.Value.IsKnown ? Word(name.Value, context.AsOf) : name.Value);
    }

    private Value Word(in Value name, DateOnly day) => table.KeyOf(name)?.On(day) is not { } row ? None : isMeasure ? row.Measure : row.CorrectionCode;
}
