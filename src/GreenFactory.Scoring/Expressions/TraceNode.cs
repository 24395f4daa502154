using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using GreenFactory.Scoring.Numbers;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Expressions;

/// <summary>Where a parameter in a trace comes from.</summary>
public sealed record ParameterSource(
    string Table, string Key, string Label, string Column, string Source, string Clause, DateOnly? From, DateOnly? To, Provenance Provenance, Confirmation Confirmation, string Note)
{
    /// <summary>What the standard's correction does to the number, a Chinese sentence part; empty where the standard has none.</summary>
    public string Correction { get; init; } = "";

    /// <summary>Whether the standard corrects the number and it stands here as printed, so that nothing can be decided by it.</summary>
    public bool IsUncorrected { get; init; }

    /// <summary><see cref="ValueFingerprint"/> of the row; empty in a trace that was read from a file.</summary>
    public string Fingerprint { get; init; } = "";
}

/// <summary>
/// One step of a calculation. <see cref="Operation"/> and <see cref="Arguments"/> are enough to compute <see cref="Value"/> again without the rule set;
/// inputs and parameters are where the tree ends.
/// </summary>
public sealed record TraceNode
{
    private readonly ExactNumber? _value;

    /// <summary>A step to be filled in.</summary>
    public TraceNode()
    {
    }

    /// <summary>A step with its result.</summary>
    [SetsRequiredMembers]
    internal TraceNode(string operation, ExpressionType type, in Value value, params TraceNode[] arguments)
    {
        (Operation, State, Reason, Unit, Arguments) = (operation, value.State, value.Reason, type.Unit.Text, arguments);
        if (!value.IsKnown)
            return;
        if (type.Kind is TypeKind.Number or TypeKind.Boolean)
            _value = value.Exact;
        else
            Text = Written(type.Kind, value);
    }

    /// <summary>What was done: input, parameter, literal, +, -, *, /, linear, …</summary>
    public required string Operation { get; init; }

    /// <summary>Chinese label for people.</summary>
    public string Label { get; init; } = "";

    /// <summary>Formula in normal form, where this step is a whole formula.</summary>
    public string Formula { get; init; } = "";

    /// <summary>Code of the input or indicator.</summary>
    public string Code { get; init; } = "";

    /// <summary>State of the result.</summary>
    public required ValueState State { get; init; }

    /// <summary>Unrounded result, in <see cref="Unit"/>; booleans are 1 and 0. None if the state is not known, or the result is text.</summary>
    public decimal? Value
    {
        get => _value?.Nearest;
        init => _value = value;
    }

    /// <summary>Result that is a text or a list of choices.</summary>
    public string Text { get; init; } = "";

    /// <summary>Why there is no result.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Unit of the result.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The constant of the step: weight, conversion factor, cap, or number of places.</summary>
    public decimal? Factor { get; init; }

    /// <summary>Where a parameter comes from.</summary>
    public ParameterSource? Source { get; init; }

    /// <summary>The steps this one used.</summary>
    public IReadOnlyList<TraceNode> Arguments { get; init; } = [];

    private static string Written(TypeKind kind, in Value value) => kind switch
    {
        TypeKind.Text => value.Text,
        TypeKind.Choices => string.Join("、", value.Choices),
        _ => DateOnly.FromDayNumber((int)value.Number).ToString("O", CultureInfo.InvariantCulture),
    };
}
