using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Expressions;

/// <summary>A use of a definition. What concerns the whole unit is worked out once per evaluation; what concerns a row, for that row.</summary>
internal sealed class DefinitionExpression(Definition definition, Unit unit, int index, BoundExpression body) : BoundExpression(ExpressionType.Number(unit))
{
    public Definition Definition => definition;

    public override IEnumerable<string> Reads => body.Reads;

    public override Value Evaluate(EvaluationContext context)
    {
        if (!context.Step())
            return StepLimit.Exceeded;
        return definition.Group is null ? context.Values[index] ??= body.Evaluate(context) : body.Evaluate(context);
    }

    public override TraceNode Trace(EvaluationContext context) =>
        definition.Group is null ? context.Traces[index] ??= Node(context) : Node(context);

    private TraceNode Node(EvaluationContext context) => TraceNode.Of("definition", Type, Evaluate(context), body.Trace(context)) with
    {
        Code = definition.Code,
        Label = definition.Label,
        Formula = definition.Formula,
    };
}
