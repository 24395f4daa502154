using System.Collections.Immutable;
using GreenFactory.Scoring.Expressions;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>The answers of one declaration as typed values, and the position of an evaluation in them.</summary>
internal sealed class EvaluationContext(Value[] inputs, Value[][][] rows, DateOnly asOf, int stepLimit = EvaluationContext.StepLimit)
{
    /// <summary>Most steps one evaluation of a rule set may take.</summary>
    public const int StepLimit = 1_000_000;

    private Dictionary<int, Value>? _withheld;

    private int _steps;

    public DateOnly AsOf { get; } = asOf;

    /// <summary>How numbers are worked out.</summary>
    public ScoreArithmetic Arithmetic { get; init; } = ScoreArithmetic.Exact;

    /// <summary>Results of the definitions that were worked out so far, by their place.</summary>
    public Value?[] Values { get; init; } = [];

    /// <summary>Traces of the definitions that were explained so far, by their place.</summary>
    public TraceNode?[] Traces { get; init; } = [];

    /// <summary>Inside the formula of a correction: the cell whose number it corrects.</summary>
    public ParameterCell? Printed { get; private set; }

    /// <summary>How that cell is told in a trace.</summary>
    public TraceNode? PrintedNode { get; private set; }

    /// <summary>Answers to the gates, by code.</summary>
    public IReadOnlyDictionary<string, bool> Gates { get; init; } = ImmutableSortedDictionary<string, bool>.Empty;

    /// <summary>Row inputs of the row at hand.</summary>
    public Value[]? Row { get; private set; }

    /// <summary>Which row of its group the row at hand is, from 1 on.</summary>
    public int RowNumber { get; private set; }

    public Value Input(int index) => inputs[index];

    /// <summary>Puts a cell at hand and returns what was there before.</summary>
    public (ParameterCell? Cell, TraceNode? Node) Print(ParameterCell? cell, TraceNode? node)
    {
        var before = (Printed, PrintedNode);
        (Printed, PrintedNode) = (cell, node);
        return before;
    }

    public void SetInput(int index, Value value) => inputs[index] = value;

    public Value[][] Rows(int group) => rows[group];

    /// <summary>Moves to a row, or out of all rows.</summary>
    public void Enter(Value[]? row, int number = 0) => (Row, RowNumber) = (row, number);

    /// <summary>Takes away the rows of a group that is not asked or of which nobody can tell; whatever is worked out over them is <paramref name="why"/>.</summary>
    public void Withhold(int group, Value why) => (rows[group], (_withheld ??= [])[group]) = ([], why);

    /// <summary>Why a group has no rows to work with, or nothing if it has.</summary>
    public Value? Withheld(int group) => _withheld is not null && _withheld.TryGetValue(group, out var why) ? why : null;

    /// <summary>Counts a step; false once the limit is reached.</summary>
    public bool Step() => ++_steps <= stepLimit;

    /// <summary>Begins another evaluation on the same answers.</summary>
    public void Restart() => _steps = 0;
}
