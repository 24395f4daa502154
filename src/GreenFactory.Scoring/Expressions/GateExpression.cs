
namespace GreenFactory.Scoring.Expressions;

/// <summary>The answer to a 基本要求: true where it is declared as met; missing until it is answered.</summary>
internal sealed class GateExpression(int place, string code, string title) : BoundExpression(ExpressionType.Boolean)
{
    private readonly Value _missing = Value.Missing($"基本要求“{title}”还没有回答");

    public override Value Evaluate(EvaluationContext context) => context.Gate(place) switch
    {
        GateState.Passed => Value.Of(true),
        GateState.Failed => Value.Of(false),
        _ => _missing,
    };

    public override Explained Explain(EvaluationContext context)
    {
        var value = Evaluate(context);
        return new Explained(value, new TraceNode("input", Type, value) { Code = code, Label = title });
    }
}
