
namespace GreenFactory.Scoring.Expressions;

/// <summary>Inside the formula of a correction: the number that the table prints.</summary>
internal sealed class PrintedExpression(Unit unit) : BoundExpression(ExpressionType.Number(unit))
{
    /// <summary>Its name in formulas.</summary>
    public const string Name = "printed";

    public override Value Evaluate(EvaluationContext context) => context.Printed is { } cell ? cell.Value : Value.Error("表列值只能用在修正公式里");

    public override Explained Explain(EvaluationContext context) =>
        context.Printed is { } cell ? new Explained(cell.Value, context.PrintedNode!) : Given(Evaluate(context));
}
