using GreenFactory.Scoring.Expressions;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>The answers of one declaration as typed values, and the position of an evaluation in them.</summary>
internal sealed class EvaluationContext(Value[] inputs, Value[][][] rows, DateOnly asOf)
{
    /// <summary>Most steps one evaluation of a rule set may take.</summary>
    public const int StepLimit = 1_000_000;

    private int _steps;

    public DateOnly AsOf { get; } = asOf;

    /// <summary>Results of the definitions that were worked out so far, by their place.</summary>
    public Value?[] Values { get; init; } = [];

    /// <summary>Traces of the definitions that were explained so far, by their place.</summary>
    public TraceNode?[] Traces { get; init; } = [];

    /// <summary>Row inputs of the row at hand.</summary>
    public Value[]? Row { get; set; }

    public Value Input(int index) => inputs[index];

    public void SetInput(int index, Value value) => inputs[index] = value;

    public Value[][] Rows(int group) => rows[group];

    public void ClearRows(int group) => rows[group] = [];

    /// <summary>Counts a step; false once the limit is reached.</summary>
    public bool Step() => ++_steps <= StepLimit;

    /// <summary>Begins another evaluation on the same answers.</summary>
    public void Restart() => _steps = 0;
}
