namespace GreenFactory.Domain.Reviews;

/// <summary>What the district says of one indicator.</summary>
public enum VerdictKind
{
    /// <summary>认可: the declared values stand.</summary>
    Accept,

    /// <summary>修正: values are corrected, with a reason.</summary>
    Correct,

    /// <summary>提问: not decided; the applicant is asked.</summary>
    Question,

    /// <summary>不适用: the indicator does not apply here, with a reason.</summary>
    NotApplicable,
}
