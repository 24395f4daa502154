using GreenFactory.Scoring.Expressions;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>What a leaf makes of the answers: a state, unrounded points, and the numbers behind them.</summary>
internal sealed record LeafScore(ScoreState State, decimal Points)
{
    public decimal? Value { get; init; }

    public decimal? Leading { get; init; }

    public decimal? Baseline { get; init; }

    public string? Unit { get; init; }

    public string Message { get; init; } = "";

    public string Case { get; init; } = "";

    public IReadOnlyList<RowScore> Rows { get; init; } = [];

    public TraceNode? Trace { get; init; }

    public static LeafScore Not(in Value value) => new(StateOf(value), 0m) { Message = value.Reason };

    public static ScoreState StateOf(in Value value) => value.State switch
    {
        ValueState.Known => ScoreState.Scored,
        ValueState.Missing => ScoreState.Missing,
        ValueState.NotApplicable => ScoreState.NotApplicable,
        _ => ScoreState.Error,
    };

    public Value AsValue() => State switch
    {
        ScoreState.Scored => Expressions.Value.Of(Points),
        ScoreState.Missing or ScoreState.AwaitingGrade => Expressions.Value.Missing(Message),
        ScoreState.NotApplicable => Expressions.Value.NotApplicable(Message),
        _ => Expressions.Value.Error(Message),
    };
}

/// <summary>What a leaf needs besides the answers: its weight, a grade if one was given, declared children, and whether to explain.</summary>
internal readonly record struct LeafRequest(decimal Weight, Grade? Grade, IReadOnlyCollection<string>? Declared, bool Explain);

/// <summary>A leaf whose formulas are bound.</summary>
internal abstract class CompiledLeaf
{
    protected static readonly ExpressionType Points = ExpressionType.Number(Unit.One);

    private static readonly TraceNode Unexplained = new() { Operation = "", State = ValueState.Missing };

    public abstract LeafScore Score(EvaluationContext context, in LeafRequest request);

    public abstract IEnumerable<string> Reads { get; }

    /// <summary>Works a formula out; without <paramref name="explain"/> its node says nothing and is not to be shown.</summary>
    protected static Explained Work(BoundExpression formula, EvaluationContext context, bool explain) =>
        explain ? formula.Explain(context) : new Explained(formula.Evaluate(context), Unexplained);

    protected static Value Cap(Value points, decimal weight) =>
        points.IsKnown ? Value.Of(Math.Clamp(points.Number, 0m, weight)) : points;

    /// <summary>How a trace marks an indicator for which larger is better.</summary>
    public const string Positive = "positive";

    private static string Direction(bool positive) => positive ? Positive : "inverse";

    protected static TraceNode Node(string operation, Value points, decimal factor, params TraceNode[] arguments) =>
        new(operation, Points, points, arguments) { Factor = factor, Unit = "分" };

    protected static TraceNode LinearNode(bool positive, Value points, decimal weight, params TraceNode[] valueLeadingBaseline) =>
        new("linear", Points, points, valueLeadingBaseline) { Factor = weight, Unit = "分", Formula = Direction(positive) };
}
