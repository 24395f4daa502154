using GreenFactory.Domain.Users;
using static GreenFactory.Domain.Declarations.CaseAction;
using static GreenFactory.Domain.Declarations.CaseGuard;
using static GreenFactory.Domain.Declarations.CaseState;

namespace GreenFactory.Domain.Declarations;

/// <summary>
/// The one table of steps of a case. The entity, the buttons on a page, authorisation, docs/states.md and a test
/// over every pair that is not in it all read this table.
/// </summary>
public static class CaseTransitions
{
    private static readonly Role[] Signer = [Role.ApplicantSigner];
    private static readonly Role[] District = [Role.DistrictOfficer, Role.DistrictLead];
    private static readonly Role[] DistrictLead = [Role.DistrictLead];
    private static readonly Role[] City = [Role.CityOfficer, Role.CityLead];
    private static readonly Role[] CityLead = [Role.CityLead];

    /// <summary>Every allowed step.</summary>
    public static IReadOnlyList<CaseTransition> All { get; } =
    [
        new(Draft, Submit, Submitted, Signer, [WindowOpen, SectionsComplete, GatesMet, Signed]),
        new(Submitted, Take, DistrictReview, District, [FourEyes]),
        new(DistrictReview, Return, Returned, District, [ItemsNamed, FourEyes]),
        new(Returned, Resubmit, DistrictReview, Signer, [SectionsComplete, GatesMet, ItemsAnswered, Signed]),
        new(DistrictReview, Recommend, Recommended, District, [IndicatorsRuled, VisitRecorded, DepartmentsHeard, ReasonGiven, FourEyes], DeclarationPurpose.NewEntry),
        new(DistrictReview, DeclineRecommendation, NotRecommended, District, [ReasonGiven, FourEyes], DeclarationPurpose.NewEntry),
        new(DistrictReview, ConcludeBenchmark, BenchmarkConcluded, District, [IndicatorsRuled, ReasonGiven, FourEyes], DeclarationPurpose.Benchmark),
        new(Recommended, Reconsider, DistrictReview, DistrictLead, [ReasonGiven, FourEyes]),
        new(NotRecommended, Reconsider, DistrictReview, DistrictLead, [ReasonGiven, FourEyes]),
        new(BenchmarkConcluded, Reconsider, DistrictReview, DistrictLead, [ReasonGiven, FourEyes]),
        new(Recommended, Report, Reported, DistrictLead, [WindowOpen, PackSealed]),
        new(BenchmarkConcluded, Report, Reported, DistrictLead, [WindowOpen, PackSealed]),
        new(Reported, PassCompliance, Compliant, City, [ComplianceRuled, FourEyes]),
        new(Reported, FailCompliance, NonCompliant, City, [ComplianceRuled, ReasonGiven, FourEyes]),
        new(Reported, SendBack, DistrictReview, City, [ReasonGiven, FourEyes]),
        new(Compliant, CompleteAssessment, Assessed, City, [PanelComplete], DeclarationPurpose.NewEntry),
        new(Assessed, Shortlist, Shortlisted, CityLead, [ReasonGiven, FourEyes]),
        new(Assessed, DeclineShortlist, NotShortlisted, CityLead, [ReasonGiven, FourEyes]),
        new(NotShortlisted, TakeBack, Assessed, CityLead, [SelectionOpen, ReasonGiven, FourEyes]),
        new(NotShortlisted, MoveUp, Shortlisted, CityLead, [PlaceFreed, ReasonGiven, FourEyes]),
        new(Shortlisted, OpenNotice, PublicNotice, CityLead, [NoticeOpen]),
        new(Shortlisted, DeclineShortlist, NotShortlisted, CityLead, [UnitBarred]),
        new(PublicNotice, DeclineShortlist, NotShortlisted, CityLead, [UnitBarred]),
        new(PublicNotice, Disqualify, Disqualified, CityLead, [ObjectionUpheld, ReasonGiven]),
        new(PublicNotice, Publish, Published, CityLead, [NoticeOver]),
        new(Draft, Withdraw, Withdrawn, Signer, []),
        new(Submitted, Withdraw, Withdrawn, Signer, [ReasonGiven]),
        new(DistrictReview, Withdraw, Withdrawn, Signer, [ReasonGiven]),
        new(Returned, Withdraw, Withdrawn, Signer, [ReasonGiven]),
        new(Recommended, Withdraw, Withdrawn, Signer, [ReasonGiven]),
        new(Withdrawn, Revive, Draft, Signer, [WindowOpen]),
    ];

    /// <summary>The step for an action in a state, or null when there is none.</summary>
    public static CaseTransition? Find(CaseState from, CaseAction action, DeclarationPurpose purpose) =>
        All.FirstOrDefault(step => step.From == from && step.Action == action && (step.Purpose is null || step.Purpose == purpose));
}
