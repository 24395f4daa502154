namespace GreenFactory.Web.Face.Measures;

/// <summary>What can stand where a measured value is expected. Only <see cref="Known"/> carries a number; the others are never drawn as zero.</summary>
public enum ReadingKind
{
    /// <summary>未填: nothing was given yet.</summary>
    Missing,

    /// <summary>A number was given and passed its checks.</summary>
    Known,

    /// <summary>不适用: the indicator does not apply to this unit.</summary>
    NotApplicable,

    /// <summary>待改正: something was given that did not pass its checks.</summary>
    Invalid,
}

/// <summary>A value to be drawn or compared: a number, or the reason why there is none. The default is <see cref="Missing"/>.</summary>
public readonly record struct Reading
{
    private Reading(ReadingKind kind, decimal number)
    {
        Kind = kind;
        Number = number;
    }

    /// <summary>Whether there is a number, and if not, why.</summary>
    public ReadingKind Kind { get; }

    /// <summary>The number; zero and without meaning unless <see cref="IsKnown"/>.</summary>
    public decimal Number { get; }

    /// <summary>True when <see cref="Number"/> may be read.</summary>
    public bool IsKnown => Kind == ReadingKind.Known;

    /// <summary>未填.</summary>
    public static Reading Missing => default;

    /// <summary>不适用.</summary>
    public static Reading NotApplicable => new(ReadingKind.NotApplicable, 0);

    /// <summary>待改正.</summary>
    public static Reading Invalid => new(ReadingKind.Invalid, 0);

    /// <summary>A number.</summary>
    public static Reading Known(decimal number) => new(ReadingKind.Known, number);

    /// <summary>A number, or <see cref="Missing"/> for null.</summary>
    public static Reading From(decimal? number) => number is { } known ? Known(known) : Missing;

    /// <summary>The word that stands for a value without a number; empty for a known one.</summary>
    public string Word => Kind switch
    {
        ReadingKind.Missing => "未填",
        ReadingKind.NotApplicable => "不适用",
        ReadingKind.Invalid => "改正后计算",
        _ => string.Empty,
    };
}
