using GreenFactory.Application.Access;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring.Evaluation;
using Microsoft.EntityFrameworkCore;

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
}

/// <summary>A district's pack in the making.</summary>
/// <param name="District">The district.</param>
/// <param name="Campaign">The campaign.</param>
/// <param name="Cases">Concluded cases, recommendations in their order first.</param>
/// <param name="Unfinished">Number of cases still under review, which the pack would leave out.</param>
/// <param name="Sealed">Packs sealed already, the latest first.</param>
public sealed record PackPreview(District District, Campaign Campaign, IReadOnlyList<ConcludedCase> Cases, int Unfinished, IReadOnlyList<DistrictPack> Sealed)
{
    /// <summary>Recommendations in their order.</summary>
    public IReadOnlyList<ConcludedCase> Recommended => [.. Cases.Where(row => row.Conclusion.Kind is ConclusionKind.Recommend).OrderBy(row => row.Conclusion.Rank)];

    /// <summary>Conclusions on existing units.</summary>
    public IReadOnlyList<ConcludedCase> Benchmarked => [.. Cases.Where(row => row.Conclusion.Kind is ConclusionKind.Keep or ConclusionKind.Rectify or ConclusionKind.Adjust)];

    /// <summary>Declined cases: shown, not reported.</summary>
    public IReadOnlyList<ConcludedCase> Declined => [.. Cases.Where(row => row.Conclusion.Kind is ConclusionKind.Decline)];

    /// <summary>What is missing before the pack can be sealed; empty when it can.</summary>
    public IReadOnlyList<string> Missing =>
    [
        .. Recommended.Concat(Benchmarked).Where(row => row.Verified is null).Select(row => $"{row.Organisation.Name}：没有冻结的核定得分"),
        .. Cases.Where(row => !row.VerifiedHolds).Select(row => $"{row.Organisation.Name}：{ScoreErrors.NotIntact(row.Declaration.CaseNumber).Message}"),
        .. Recommended.Count + Benchmarked.Count == 0 ? ["没有可以报送的结论"] : Array.Empty<string>(),
    ];
}

/// <summary>Reads a district's pack of one campaign in the making. At most ten queries, whatever the rows.</summary>
public sealed class DistrictPackQuery(PortalDbContext db, CurrentAccess access, RuleSetOfCaseReader ruleSets, ScoreIntegrity integrity)
{
    private static readonly CaseState[] Concluded = [CaseState.Recommended, CaseState.NotRecommended, CaseState.BenchmarkConcluded];
    private static readonly CaseState[] Open = [CaseState.Submitted, CaseState.DistrictReview, CaseState.Returned];

    /// <summary>Reads the pack of the person's district.</summary>
    public async Task<PackPreview> ReadAsync(Campaign campaign, CancellationToken cancellation)
    {
        var units = access.Scope.Units.Select(unit => new DistrictId(unit)).ToList();
        var district = await db.Districts.AsNoTracking().Where(row => units.Contains(row.Id)).OrderBy(row => row.Position).FirstAsync(cancellation);
        var cases = await db.Declarations.Where(row => row.DistrictId == district.Id && row.CampaignId == campaign.Id && Concluded.Contains(row.State)).ToListAsync(cancellation);
        var ids = cases.Select(row => row.Id).ToList();
        var organisations = await db.Organisations.AsNoTracking().Where(row => cases.Select(one => one.OrganisationId).Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellation);
        var conclusions = await db.DistrictConclusions.Where(row => ids.Contains(row.DeclarationId) && row.WithdrawnAt == null).ToDictionaryAsync(row => row.DeclarationId, cancellation);
        var scores = await db.FrozenScores.AsNoTracking().Where(row => ids.Contains(row.DeclarationId)).ToListAsync(cancellation);
        var verified = scores.Where(score => conclusions.TryGetValue(score.DeclarationId, out var conclusion) && conclusion.FrozenScoreId == score.Id).ToDictionary(score => score.DeclarationId);
        var compiled = await ruleSets.ReadAsync([.. verified.Values.Select(score => score.RuleSetVersionId).Distinct()], cancellation);
        var opinions = await (
            from opinion in db.DepartmentOpinions
            where ids.Contains(opinion.DeclarationId)
            join department in db.Departments on opinion.DepartmentId equals department.Id
            orderby department.Kind
            select new { opinion.Id, opinion.DeclarationId, department.Name, opinion.Kind, opinion.Text }).ToListAsync(cancellation);
        var versions = (await db.OpinionVersions.AsNoTracking().Where(row => ids.Contains(row.DeclarationId)).OrderBy(row => row.Sequence).ToListAsync(cancellation)).ToLookup(row => row.DepartmentOpinionId);
        var packs = await db.DistrictPacks.AsNoTracking().Where(row => row.DistrictId == district.Id && row.CampaignId == campaign.Id).OrderByDescending(row => row.Sequence).ToListAsync(cancellation);
        var unfinished = await db.Declarations.CountAsync(row => row.DistrictId == district.Id && row.CampaignId == campaign.Id && Open.Contains(row.State), cancellation);
        return new PackPreview(
            district,
            campaign,
            [.. cases.Select(row => new ConcludedCase(
                row,
                organisations[row.OrganisationId],
                conclusions[row.Id],
                scores.Where(one => one.DeclarationId == row.Id && one.Party == ScoreParty.Declared).MaxBy(one => one.Sequence)!.Total,
                verified.GetValueOrDefault(row.Id),
                verified.TryGetValue(row.Id, out var score) ? compiled[score.RuleSetVersionId].Prefer(FactsJson.Read(score.Facts).Facts, score.AsOf) : null,
                [.. opinions.Where(opinion => opinion.DeclarationId == row.Id).Select(opinion => new PackOpinion(
                    opinion.Name, opinion.Kind is { } kind ? ReviewWords.Of(kind) : "逾期未反馈", opinion.Text, Corrected([.. versions[opinion.Id]])))])
            {
                VerifiedHolds = score is null || integrity.Holds(
                    compiled[score.RuleSetVersionId], new FrozenTotal(score.Id, score.Total, score.RuleSetHash, score.Facts, score.AsOf, score.ContentHash), row.CaseNumber),
            })],
            unfinished,
            packs);
    }

    private static IReadOnlyList<PackOpinionVersion> Corrected(List<OpinionVersion> versions) => versions.Count < 2
        ? []
        : [.. versions.Select(row => new PackOpinionVersion(row.Sequence, ReviewWords.Of(row.Kind), row.Text, row.Reason, row.GivenByName, ChinaTime.Exact(row.GivenAt)))];
}
