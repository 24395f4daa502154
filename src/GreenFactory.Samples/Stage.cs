namespace GreenFactory.Samples;

/// <summary>How far a case of the invented year has come.</summary>
internal enum Stage
{
    /// <summary>Half filled in.</summary>
    Draft,

    /// <summary>Filled in; only the signature is missing.</summary>
    Ready,

    /// <summary>Handed in, not taken.</summary>
    Submitted,

    /// <summary>Under review, much of it open.</summary>
    Review,

    /// <summary>Under review, everything done but the conclusion.</summary>
    Concludable,

    /// <summary>Returned, unanswered or half answered.</summary>
    Returned,

    /// <summary>Returned, corrected, under review again.</summary>
    Resubmitted,

    /// <summary>Recommended, not reported.</summary>
    Recommended,

    /// <summary>Not recommended.</summary>
    NotRecommended,

    /// <summary>Withdrawn.</summary>
    Withdrawn,

    /// <summary>Reported to the city.</summary>
    Reported,

    /// <summary>Failed the compliance check.</summary>
    NonCompliant,

    /// <summary>Passed the compliance check; no panel yet.</summary>
    Compliant,

    /// <summary>Before a panel that is half finished.</summary>
    Panel,

    /// <summary>Assessed.</summary>
    Assessed,
}
