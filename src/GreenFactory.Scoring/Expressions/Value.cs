using GreenFactory.Scoring.Numbers;

namespace GreenFactory.Scoring.Expressions;

/// <summary>The four states of a value. Missing and not applicable are never turned into zero or false silently.</summary>
public enum ValueState
{
    /// <summary>Nobody has given the value yet.</summary>
    Missing,

    /// <summary>The value is there.</summary>
    Known,

    /// <summary>The question does not arise here.</summary>
    NotApplicable,

    /// <summary>The value cannot be computed; the reason says why.</summary>
    Error,
}

/// <summary>A value of the expression language: its state, and a number, boolean (1 or 0), text, choices or date when known.</summary>
internal readonly struct Value
{
    private readonly decimal _number;
    private readonly object? _payload;

    private Value(ValueState state, decimal number, object? payload) => (State, _number, _payload) = (state, number, payload);

    public ValueState State { get; }

    /// <summary>The number, exact.</summary>
    public ExactNumber Exact => new(_number, _payload);

    /// <summary>Whether a decimal holds the number, which is then <see cref="Number"/>.</summary>
    public bool IsDecimal => _payload is null;

    /// <summary>The decimal nearest to the number.</summary>
    public decimal Number => _payload is null ? _number : _payload is Divisor or LongFraction ? Exact.Nearest : _number;

    /// <summary>Whether the number is zero.</summary>
    public bool IsZero => decimal.Sign(_number) == 0 && _payload is not LongFraction;

    public bool IsKnown => State == ValueState.Known;

    /// <summary>The decimal nearest to the number where it is known.</summary>
    public decimal? KnownNumber => State == ValueState.Known ? Number : null;

    public bool IsTrue => State == ValueState.Known && !IsZero;

    public string Text => _payload as string ?? Key?.Text ?? "";

    /// <summary>The row of a table that the text names, where it was chosen from the table.</summary>
    public TableKey? Key => _payload as TableKey;

    public IReadOnlyList<string> Choices => _payload as IReadOnlyList<string> ?? [];

    /// <summary>Why the value is missing, not applicable or an error; a Chinese phrase.</summary>
    public string Reason => State == ValueState.Known ? "" : _payload as string ?? "";

    public static Value Of(decimal number) => new(ValueState.Known, number, null);

    public static Value Of(in ExactNumber number) => new(ValueState.Known, number.Above, number.Over);

    public static Value Of(bool flag) => new(ValueState.Known, flag ? 1m : 0m, null);

    public static Value Of(string text) => new(ValueState.Known, 0m, text);

    public static Value Of(TableKey key) => new(ValueState.Known, 0m, key);

    public static Value Of(IReadOnlyList<string> choices) => new(ValueState.Known, choices.Count, choices);

    public static Value Of(DateOnly date) => new(ValueState.Known, date.DayNumber, null);

    public static Value Missing(string reason) => new(ValueState.Missing, 0m, reason);

    public static Value NotApplicable(string reason) => new(ValueState.NotApplicable, 0m, reason);

    public static Value Error(string reason) => new(ValueState.Error, 0m, reason);
}
