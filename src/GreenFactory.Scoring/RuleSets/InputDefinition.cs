namespace GreenFactory.Scoring.RuleSets;

/// <summary>What kind of answer a question takes.</summary>
public enum InputType
{
    /// <summary>A decimal number in the input's unit.</summary>
    Number,

    /// <summary>One of the options.</summary>
    Choice,

    /// <summary>Any number of the options.</summary>
    MultiChoice,

    /// <summary>是 or 否.</summary>
    Boolean,

    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>Free text; never scored.</summary>
    Text,
}

/// <summary>The period a number covers.</summary>
public enum InputPeriod
{
    /// <summary>评价年.</summary>
    EvaluationYear,

    /// <summary>评价年及前两年合计.</summary>
    ThreeYears,
}

/// <summary>One option of a choice.</summary>
public sealed record InputOption(string Code, string Label);

/// <summary>
/// One question. <see cref="Min"/> and <see cref="Max"/> are hard limits in the input's unit; outside <see cref="PlausibleMin"/> and <see cref="PlausibleMax"/>
/// the answer is used but a person is asked to look. Conditions are formulas over earlier inputs.
/// </summary>
public sealed record InputDefinition
{
    /// <summary>Name used in formulas and in facts.</summary>
    public required string Code { get; init; }

    /// <summary>Chinese label.</summary>
    public required string Label { get; init; }

    /// <summary>Kind of answer.</summary>
    public required InputType Type { get; init; }

    /// <summary>Unit of a number, for instance tce; empty for a plain number.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Decimal places offered when asking; more are accepted.</summary>
    public int? Decimals { get; init; }

    /// <summary>Smallest possible number.</summary>
    public decimal? Min { get; init; }

    /// <summary>Largest possible number.</summary>
    public decimal? Max { get; init; }

    /// <summary>Smallest number that needs no second look.</summary>
    public decimal? PlausibleMin { get; init; }

    /// <summary>Largest number that needs no second look.</summary>
    public decimal? PlausibleMax { get; init; }

    /// <summary>Options of a choice.</summary>
    public IReadOnlyList<InputOption> Options { get; init; } = [];

    /// <summary>Code of the parameter table whose keys are the options of a choice.</summary>
    public string? OptionsFrom { get; init; }

    /// <summary>Period covered.</summary>
    public InputPeriod Period { get; init; } = InputPeriod.EvaluationYear;

    /// <summary>Code of the 一级指标 with which the question is asked; none for questions about the whole unit.</summary>
    public string? Section { get; init; }

    /// <summary>How to fill it in.</summary>
    public string Help { get; init; } = "";

    /// <summary>Documents wanted with the answer.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>Whether a declaration is incomplete without it (when it is asked at all).</summary>
    public bool Required { get; init; } = true;

    /// <summary>Formula that says whether the question arises; otherwise it is not applicable.</summary>
    public string? VisibleWhen { get; init; }
}

/// <summary>Questions asked once per row, at most <see cref="MaxRows"/> times.</summary>
public sealed record RepeatGroup
{
    /// <summary>Name used in formulas and in facts.</summary>
    public required string Code { get; init; }

    /// <summary>Chinese label.</summary>
    public required string Label { get; init; }

    /// <summary>Largest number of rows.</summary>
    public required int MaxRows { get; init; }

    /// <summary>Code of the 一级指标 with which the rows are asked.</summary>
    public string? Section { get; init; }

    /// <summary>How to fill it in.</summary>
    public string Help { get; init; } = "";

    /// <summary>Formula that says whether the rows are asked for.</summary>
    public string? VisibleWhen { get; init; }

    /// <summary>Questions of one row.</summary>
    public IReadOnlyList<InputDefinition> Inputs { get; init; } = [];
}
