namespace GreenFactory.Scoring.RuleSets;

/// <summary>How one row is scored. The kinds are closed: a rule set cannot bring code of its own.</summary>
public abstract record Leaf
{
    private protected Leaf()
    {
    }

    /// <summary>The word for the kind in JSON.</summary>
    public abstract string Kind { get; }
}

/// <summary>W·clamp((x−B)/(L−B), 0, 1), in both directions. Source: GB/T 36132—2025, clause 5. Formulas give numbers in <see cref="Unit"/>, or the indicator's unit.</summary>
public sealed record LinearLeaf(string Value, string Leading, string Baseline, string? Unit) : Leaf
{
    /// <inheritdoc/>
    public override string Kind => "linear";
}

/// <summary>One of several leaves: the first whose condition holds; a last case without condition takes the rest.</summary>
public sealed record EitherLeaf(IReadOnlyList<EitherCase> Cases) : Leaf
{
    /// <inheritdoc/>
    public override string Kind => "either";
}

/// <summary>A case of <see cref="EitherLeaf"/>: its label for people, its condition (none: otherwise) and its leaf.</summary>
public sealed record EitherCase(string Label, string? When, Leaf Leaf);

/// <summary>W·Σ(wᵢ·sᵢ)/Σwᵢ over the rows of a repeat group, each row with its own value, 引领值, 基准值 and weight.</summary>
public sealed record ProductsLeaf(string Group, string Name, string Weight, string Value, string Leading, string Baseline, string? Unit) : Leaf
{
    /// <summary>Formula for the value that nobody may fall short of (限定值, 3 级 of a limit standard); none where there is no such value. It moves no points: a row beyond it says so.</summary>
    public string? Limit { get; init; }

    /// <inheritdoc/>
    public override string Kind => "products";
}

/// <summary>Linear, with 引领值 and 基准值 chosen by the first tier whose condition holds.</summary>
public sealed record TieredLeaf(string Value, IReadOnlyList<Tier> Tiers) : Leaf
{
    /// <inheritdoc/>
    public override string Kind => "tiered";
}

/// <summary>A tier: label, condition (none: otherwise), 引领值 and 基准值.</summary>
public sealed record Tier(string Label, string? When, string Leading, string Baseline);

/// <summary>Number of ticked options of a multi-choice input, then linear between 基准值 and 引领值.</summary>
public sealed record CountLeaf(string Input, string Leading, string Baseline) : Leaf
{
    /// <inheritdoc/>
    public override string Kind => "count";
}

/// <summary>A choice input whose options carry points.</summary>
public sealed record OptionsLeaf(string Input, IReadOnlyList<OptionPoints> Points) : Leaf
{
    /// <inheritdoc/>
    public override string Kind => "options";
}

/// <summary>Points of one option.</summary>
public sealed record OptionPoints(string Option, decimal Points);

/// <summary>A person gives 0…W points with a reason, guided by a rubric.</summary>
public sealed record GradedLeaf(IReadOnlyList<RubricLevel> Rubric) : Leaf
{
    /// <inheritdoc/>
    public override string Kind => "graded";
}

/// <summary>One step of a rubric: the points from which it begins and what it looks like.</summary>
public sealed record RubricLevel(decimal From, string Text);

/// <summary>必选 / 可选 requirements with points. If any 必选 is not met the row scores zero. Source: GB/T 36132—2018.</summary>
public sealed record ClauseLeaf(IReadOnlyList<ClauseItem> Items) : Leaf
{
    /// <inheritdoc/>
    public override string Kind => "clause";
}

/// <summary>A requirement answered by a boolean input, with its points.</summary>
public sealed record ClauseItem(string Input, bool Required, decimal Points);

/// <summary>W·x/L, or W·L/x for an inverse indicator; the ratio is capped at <see cref="Cap"/>, or not at all. It has no 基准值.</summary>
public sealed record RatioLeaf(string Value, string Leading, decimal? Cap) : Leaf
{
    /// <inheritdoc/>
    public override string Kind => "ratio";
}

/// <summary>How the counted children of a <see cref="ChooseLeaf"/> are picked.</summary>
public enum ChooseMode
{
    /// <summary>The best-scoring ones count.</summary>
    Best,

    /// <summary>Those that the applicant declared count.</summary>
    Declared,
}

/// <summary>The best or the declared <see cref="Take"/> of several rows; each counts W/k.</summary>
public sealed record ChooseLeaf(int Take, ChooseMode Mode, IReadOnlyList<ChooseChild> Children) : Leaf
{
    /// <inheritdoc/>
    public override string Kind => "choose";
}

/// <summary>A row inside a choice.</summary>
public sealed record ChooseChild(string Code, string Number, string Name, string Unit, IndicatorType Type, Leaf Leaf);

/// <summary>Points by a formula, added outside the total and capped at the weight of the row.</summary>
public sealed record BonusLeaf(string Points) : Leaf
{
    /// <inheritdoc/>
    public override string Kind => "bonus";
}
