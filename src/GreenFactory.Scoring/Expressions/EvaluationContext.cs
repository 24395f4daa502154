
namespace GreenFactory.Scoring.Expressions;

/// <summary>
/// The answers of one declaration as typed values, and the position of an evaluation in them. It can serve one evaluation after another, and then needs no memory of its own
/// any more; nothing of a result points into it.
/// </summary>
internal sealed class EvaluationContext(Value[] inputs, Value[][][] rows, DateOnly asOf, int stepLimit = EvaluationContext.StepLimit)
{
    /// <summary>Most steps one evaluation of a rule set may take.</summary>
    public const int StepLimit = 1_000_000;

    /// <summary>Most values and rows that are worth keeping for the next evaluation.</summary>
    private const int WorthKeeping = 256;

    private readonly Value[][][] _room = [.. rows];

    private Value?[]? _withheld;

    private Value[] _borrowed = new Value[16];

    private int _borrowing;

    private int _steps;

    public DateOnly AsOf { get; private set; } = asOf;

    /// <summary>How numbers are worked out.</summary>
    public ScoreArithmetic Arithmetic { get; private set; } = ScoreArithmetic.Exact;

    /// <summary>Results of the definitions that were worked out so far, by their place.</summary>
    public Value?[] Values { get; init; } = [];

    /// <summary>Traces of the definitions that were explained so far, by their place.</summary>
    public TraceNode?[] Traces { get; init; } = [];

    /// <summary>Answers to the gates, by their place.</summary>
    public GateState[] Gates { get; init; } = [];

    /// <summary>Answers as typed, by the place of their input, while they are sorted; empty at other times.</summary>
    public Answer?[] Typed { get; init; } = [];

    /// <summary>What is wrong with the answers at hand; a result takes a copy.</summary>
    public List<Problem> Problems { get; } = [];

    /// <summary>Inside the formula of a correction: the cell whose number it corrects.</summary>
    public ParameterCell? Printed { get; private set; }

    /// <summary>How that cell is told in a trace.</summary>
    public TraceNode? PrintedNode { get; private set; }

    /// <summary>The level that was read last.</summary>
    public LevelReading Level { get; set; }

    /// <summary>Row inputs of the row at hand.</summary>
    public Value[]? Row { get; private set; }

    /// <summary>Which row of its group the row at hand is, from 1 on.</summary>
    public int RowNumber { get; private set; }

    /// <summary>Values of the inputs, by their place.</summary>
    public Value[] Inputs => inputs;

    /// <summary>Whether so little is kept here that it may wait for the next evaluation.</summary>
    public bool IsSmall
    {
        get
        {
            var kept = _borrowed.Length;
            foreach (var group in _room)
                kept += group.Length;
            return kept <= WorthKeeping;
        }
    }

    /// <summary>Begins an evaluation of other answers.</summary>
    public void Begin(DateOnly day, ScoreArithmetic arithmetic)
    {
        (AsOf, Arithmetic, Level, Row, RowNumber, _steps) = (day, arithmetic, default, null, 0, 0);
        Problems.Clear();
        Array.Clear(Values);
        Array.Clear(Traces);
        if (_withheld is not null)
            Array.Clear(_withheld);
    }

    public Value Input(int index) => inputs[index];

    /// <summary>Puts a cell at hand and returns what was there before.</summary>
    public (ParameterCell? Cell, TraceNode? Node) Print(ParameterCell? cell, TraceNode? node)
    {
        var before = (Printed, PrintedNode);
        (Printed, PrintedNode) = (cell, node);
        return before;
    }

    public void SetInput(int index, in Value value) => inputs[index] = value;

    public Value[][] Rows(int group) => rows[group];

    /// <summary>Makes room for the rows of a group; what stands in them is to be written.</summary>
    public Value[][] Room(int group, int count, int width)
    {
        var made = _room[group].Length;
        if (made < count)
        {
            Array.Resize(ref _room[group], count);
            for (var i = made; i < count; i++)
                _room[group][i] = new Value[width];
        }

        if (rows[group].Length != count)
            rows[group] = count == _room[group].Length ? _room[group] : _room[group][..count];
        return rows[group];
    }

    /// <summary>Moves to a row, or out of all rows.</summary>
    public void Enter(Value[]? row, int number = 0) => (Row, RowNumber) = (row, number);

    /// <summary>Takes away the rows of a group that is not asked or of which nobody can tell; whatever is worked out over them is <paramref name="why"/>.</summary>
    public void Withhold(int group, in Value why) => (rows[group], (_withheld ??= new Value?[rows.Length])[group]) = ([], why);

    /// <summary>Whether a group has no rows to work with, and why.</summary>
    public bool IsWithheld(int group, out Value why)
    {
        if (_withheld?[group] is { } known)
        {
            why = known;
            return true;
        }

        why = default;
        return false;
    }

    /// <summary>The answer to a gate.</summary>
    public GateState Gate(int place) => place < Gates.Length ? Gates[place] : GateState.Missing;

    /// <summary>Lends room for some values until they are given back, the last first.</summary>
    public Span<Value> Borrow(int count)
    {
        if (_borrowing + count > _borrowed.Length)
            _borrowed = new Value[Math.Max(2 * _borrowed.Length, _borrowing + count)];
        _borrowing += count;
        return _borrowed.AsSpan(_borrowing - count, count);
    }

    /// <summary>Takes back what was lent last.</summary>
    public void GiveBack(int count) => _borrowing -= count;

    /// <summary>Counts a step; false once the limit is reached.</summary>
    public bool Step() => ++_steps <= stepLimit;

    /// <summary>Begins another evaluation on the same answers.</summary>
    public void Restart() => _steps = 0;
}
