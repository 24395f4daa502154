using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.Numbers;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>What a leaf makes of the answers: a state, unrounded points, and the numbers behind them.</summary>
internal sealed class LeafScore(ScoreState state, in ExactNumber points)
{
    private ExactNumber _value;
    private ExactNumber _leading;
    private ExactNumber _baseline;
    private bool _hasValue;
    private bool _hasLeading;
    private bool _hasBaseline;

    /// <summary>The outcome of a leaf: its points where they are known.</summary>
    public LeafScore(in Value points)
        : this(StateOf(points), points.IsKnown ? points.Exact : 0m) => Message = points.Reason;

    public ScoreState State { get; } = state;

    public ExactNumber Points { get; } = points;

    /// <summary>The value of the indicator, where it has one.</summary>
    public decimal? Value => _hasValue ? _value.Nearest : null;

    public decimal? Leading => _hasLeading ? _leading.Nearest : null;

    public decimal? Baseline => _hasBaseline ? _baseline.Nearest : null;

    public string? Unit { get; init; }

    public string Message { get; init; } = "";

    /// <summary>What the case is called that applied; empty where there is only one.</summary>
    public string Case { get; private set; } = "";

    public IReadOnlyList<RowScore> Rows { get; init; } = [];

    public TraceNode? Trace { get; set; }

    /// <summary>The outcome of a leaf that has no points, told.</summary>
    public static LeafScore Not(in Value value, TraceNode? trace, string? unit = null) => new(StateOf(value), 0m) { Message = value.Reason, Trace = trace, Unit = unit };

    /// <summary>The same as the outcome of a case.</summary>
    public LeafScore In(string label, TraceNode? trace)
    {
        Case = Case.Length == 0 ? label : Case;
        Trace = trace;
        return this;
    }

    /// <summary>The same with the numbers behind it. Each is written as a decimal when a row of a sheet is made of it.</summary>
    public LeafScore Between(in Value value, in Value leading, in Value baseline)
    {
        (_hasValue, _hasLeading, _hasBaseline) = (value.IsKnown, leading.IsKnown, baseline.IsKnown);
        (_value, _leading, _baseline) = (value.Exact, leading.Exact, baseline.Exact);
        return this;
    }

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
internal readonly record struct LeafRequest(ExactNumber Weight, Grade? Grade, IReadOnlyCollection<string>? Declared, bool Explain);

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

    protected static Value Cap(Value points, in ExactNumber weight) =>
        points.IsKnown ? Value.Of(ExactNumber.Clamp(points.Exact, 0m, weight)) : points;

    /// <summary>How a trace marks an indicator for which larger is better.</summary>
    public const string Positive = "positive";

    private static string Direction(bool positive) => positive ? Positive : "inverse";

    protected static TraceNode Node(string operation, Value points, in ExactNumber factor, params TraceNode[] arguments) =>
        new(operation, Points, points, arguments) { Factor = factor.Nearest, Unit = "分" };

    protected static TraceNode LinearNode(bool positive, Value points, in ExactNumber weight, params TraceNode[] valueLeadingBaseline) =>
        new("linear", Points, points, valueLeadingBaseline) { Factor = weight.Nearest, Unit = "分", Formula = Direction(positive) };
}
