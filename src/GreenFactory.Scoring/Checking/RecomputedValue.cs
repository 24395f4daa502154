using GreenFactory.Scoring.Expressions;

namespace GreenFactory.Scoring.Checking;

/// <summary>What a step of a trace comes to when it is worked out again: a state, and a number or a text when it is known.</summary>
internal readonly record struct RecomputedValue(ValueState State, Ratio Number, string Text)
{
    public bool IsKnown => State == ValueState.Known;

    public bool IsTrue => IsKnown && Number.Sign != 0;

    public static RecomputedValue Of(Ratio number) => new(ValueState.Known, number, "");

    public static RecomputedValue Of(bool flag) => Of(flag ? 1m : 0m);

    public static RecomputedValue Not(ValueState state) => new(state, Ratio.Zero, "");

    /// <summary>What the sheet says of a step.</summary>
    public static RecomputedValue Recorded(TraceNode node) =>
        node.State != ValueState.Known ? Not(node.State) : node.Value is { } number ? Of(number) : new RecomputedValue(ValueState.Known, Ratio.Zero, node.Text);

    /// <summary>The worst state of several: error before missing before not applicable; none if all are known.</summary>
    public static RecomputedValue? Worst(params ReadOnlySpan<RecomputedValue> values)
    {
        RecomputedValue? worst = null;
        foreach (var value in values)
        {
            if (!value.IsKnown && (worst is not { } so || Rank(value.State) > Rank(so.State)))
                worst = value;
        }

        return worst;
    }

    private static int Rank(ValueState state) => state switch { ValueState.Error => 3, ValueState.Missing => 2, ValueState.NotApplicable => 1, _ => 0 };
}
