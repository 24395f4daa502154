namespace GreenFactory.Domain.Declarations;

/// <summary>A condition of a transition. The use case proves each one it names; an unproved guard refuses.</summary>
public enum CaseGuard
{
    /// <summary>The campaign's window is open, or a recorded grace holds.</summary>
    WindowOpen,

    /// <summary>Every section is filled in without errors.</summary>
    SectionsComplete,

    /// <summary>Every basic requirement and negative-list item is answered and met.</summary>
    GatesMet,

    /// <summary>The signer accepted the declaration of truth.</summary>
    Signed,

    /// <summary>At least one item says what must be corrected.</summary>
    ItemsNamed,

    /// <summary>Every returned item is answered.</summary>
    ItemsAnswered,

    /// <summary>Every indicator has a verdict and no question is open.</summary>
    IndicatorsRuled,

    /// <summary>The on-site verification is recorded.</summary>
    VisitRecorded,

    /// <summary>The five departments answered, or are recorded as overdue.</summary>
    DepartmentsHeard,

    /// <summary>A reason is given.</summary>
    ReasonGiven,

    /// <summary>The district's pack is sealed.</summary>
    PackSealed,

    /// <summary>Every compliance item is ruled.</summary>
    ComplianceRuled,

    /// <summary>Every assigned expert without conflict has finished, and they are as many as the campaign's assessment rule needs.</summary>
    PanelComplete,

    /// <summary>No notice of the campaign is over and waits for its list, so that who is in and who is out may still change.</summary>
    SelectionOpen,

    /// <summary>A noticed case of the same ranking lost its place, and nobody has taken it.</summary>
    PlaceFreed,

    /// <summary>The notice of the campaign is open.</summary>
    NoticeOpen,

    /// <summary>The notice period is over and no objection is open.</summary>
    NoticeOver,

    /// <summary>An objection against the case was upheld.</summary>
    ObjectionUpheld,

    /// <summary>A removal or an upheld objection of the last three years bars the unit, and the city recorded no exception.</summary>
    UnitBarred,

    /// <summary>The person did not prepare the case and is not tied to the organisation (four eyes).</summary>
    FourEyes,
}
