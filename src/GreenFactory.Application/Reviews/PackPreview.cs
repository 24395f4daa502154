using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring.Evaluation;

namespace GreenFactory.Application.Reviews;

/// <summary>A concluded case that is not reported yet.</summary>
/// <param name="Declaration">The case.</param>
/// <param name="Organisation">The unit.</param>
/// <param name="Conclusion">The conclusion in force.</param>
/// <param name="Declared">Declared total.</param>
/// <param name="Verified">The frozen verified score; null where there is none.</param>
/// <param name="Preference">What the preference rule makes of the verified facts, beside the score; null without a frozen score, or when the rule set has no rule.</param>
/// <param name="Opinions">What the departments said.</param>
public sealed record ConcludedCase(
    Declaration Declaration, Organisation Organisation, DistrictConclusion Conclusion, decimal Declared, FrozenScore? Verified, PreferenceReading? Preference, IReadOnlyList<PackOpinion> Opinions)
{
    /// <summary>Whether the verified score is the one that was frozen.</summary>
    public bool VerifiedHolds { get; init; } = true;

    /// <summary>Title of the rule set of the verified score; empty without one.</summary>
    public string RuleSet { get; init; } = "";

    /// <summary>The completed visit; null without one.</summary>
    public SiteVisit? Visit { get; init; }
}

/// <summary>A case still under review, which the pack leaves out.</summary>
public sealed record UnfinishedCase(DeclarationId Id, string CaseNumber, string Organisation, CaseState State);

/// <summary>A district's pack in the making.</summary>
/// <param name="District">The district.</param>
/// <param name="Campaign">The campaign.</param>
/// <param name="Cases">Concluded cases.</param>
/// <param name="Unfinished">Cases still under review, which the pack leaves out.</param>
/// <param name="Sealed">Packs sealed already, the latest first.</param>
public sealed record PackPreview(District District, Campaign Campaign, IReadOnlyList<ConcludedCase> Cases, IReadOnlyList<UnfinishedCase> Unfinished, IReadOnlyList<DistrictPack> Sealed)
{
    /// <summary>Recommended factories in their order.</summary>
    public IReadOnlyList<PlacedCase> Factories => OrderOf(OrganisationKind.Factory);

    /// <summary>Recommended parks in their order.</summary>
    public IReadOnlyList<PlacedCase> Parks => OrderOf(OrganisationKind.Park);

    /// <summary>Conclusions on existing units.</summary>
    public IReadOnlyList<ConcludedCase> Benchmarked => [.. Cases.Where(row => row.Conclusion.Kind is ConclusionKind.Keep or ConclusionKind.Rectify or ConclusionKind.Adjust)];

    /// <summary>Declined cases: shown, not reported.</summary>
    public IReadOnlyList<ConcludedCase> Declined => [.. Cases.Where(row => row.Conclusion.Kind is ConclusionKind.Decline)];

    /// <summary>Everything that would be reported: factories, parks, then existing units.</summary>
    public IReadOnlyList<PlacedCase> Reported => [.. Factories, .. Parks, .. Benchmarked.Select(row => new PlacedCase(row, null, null))];

    /// <summary>What is missing before the pack can be sealed; empty when it can.</summary>
    public IReadOnlyList<string> Missing =>
    [
        .. Reported.Where(row => row.Case.Verified is null).Select(row => $"{row.Case.Organisation.Name}：没有冻结的核定得分"),
        .. Cases.Where(row => !row.VerifiedHolds).Select(row => $"{row.Organisation.Name}：{ScoreErrors.NotIntact(row.Declaration.CaseNumber).Message}"),
        .. Reported.Count == 0 ? ["没有可以报送的结论"] : Array.Empty<string>(),
    ];

    /// <summary>The order in which a case stands; null when it is not recommended.</summary>
    public IReadOnlyList<PlacedCase>? OrderOf(DeclarationId id) =>
        Cases.FirstOrDefault(row => row.Declaration.Id == id && row.Conclusion.Kind is ConclusionKind.Recommend) is { } one ? OrderOf(one.Declaration.Kind) : null;

    private IReadOnlyList<PlacedCase> OrderOf(OrganisationKind kind) =>
        RecommendationOrder.Of(Cases.Where(row => row.Conclusion.Kind is ConclusionKind.Recommend && row.Declaration.Kind == kind));
}
