using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Application.RuleLibrary.Values;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Reviews;

/// <summary>Reads a district's pack of one campaign in the making. At most twelve queries, whatever the rows.</summary>
public sealed class DistrictPackQuery(PortalDbContext db, CurrentAccess access, RuleSetOfCaseReader ruleSets, ScoreIntegrity integrity, ConfirmedValuesReader confirmedValues, RaiseAlarmHandler alarms)
{
    private static readonly CaseState[] Concluded = [CaseState.Recommended, CaseState.NotRecommended, CaseState.BenchmarkConcluded];
    private static readonly CaseState[] Open = [CaseState.Submitted, CaseState.DistrictReview, CaseState.Returned];

    /// <summary>Reads the pack of the person's district.</summary>
    public async Task<PackPreview> ReadAsync(Campaign campaign, CancellationToken cancellation)
    {
        var units = access.Scope.Units.Select(unit => new DistrictId(unit)).ToList();
        var district = await db.Districts.AsNoTracking().Where(row => units.Contains(row.Id)).OrderBy(row => row.Position).FirstAsync(cancellation);
        var cases = await (
            from declaration in db.Declarations
            where declaration.DistrictId == district.Id && declaration.CampaignId == campaign.Id && Concluded.Contains(declaration.State)
            join organisation in db.Organisations on declaration.OrganisationId equals organisation.Id
            join conclusion in db.DistrictConclusions on declaration.Id equals conclusion.DeclarationId
            where conclusion.WithdrawnAt == null
            select new { declaration, organisation, conclusion }).ToListAsync(cancellation);
        var ids = cases.Select(row => row.declaration.Id).ToList();
        var scores = (await db.FrozenScores.AsNoTracking().Where(row => ids.Contains(row.DeclarationId)).ToListAsync(cancellation)).ToLookup(row => row.DeclarationId);
        var verified = cases.Select(row => scores[row.declaration.Id].FirstOrDefault(score => score.Id == row.conclusion.FrozenScoreId)).OfType<FrozenScore>().ToDictionary(score => score.DeclarationId);
        var compiled = await ruleSets.ReadAsync([.. verified.Values.Select(score => score.RuleSetVersionId).Distinct()], cancellation);
        var opinions = await OpinionsAsync(ids, cancellation);
        var visits = await db.SiteVisits.AsNoTracking().Where(row => ids.Contains(row.DeclarationId) && row.CompletedAt != null).ToDictionaryAsync(row => row.DeclarationId, cancellation);
        var packs = await db.DistrictPacks.AsNoTracking().Where(row => row.DistrictId == district.Id && row.CampaignId == campaign.Id).OrderByDescending(row => row.Sequence).ToListAsync(cancellation);
        var unfinished = await (
            from declaration in db.Declarations
            where declaration.DistrictId == district.Id && declaration.CampaignId == campaign.Id && Open.Contains(declaration.State)
            join organisation in db.Organisations on declaration.OrganisationId equals organisation.Id
            orderby declaration.CaseNumber
            select new UnfinishedCase(declaration.Id, declaration.CaseNumber, organisation.Name, declaration.State)).ToListAsync(cancellation);
        var confirmed = await confirmedValues.ReadAsync(cancellation);
        var preview = new PackPreview(
            district,
            campaign,
            [.. cases.Select(row => Read(row.declaration, row.organisation, row.conclusion) with { Visit = visits.GetValueOrDefault(row.declaration.Id) })],
            unfinished,
            packs);
        foreach (var broken in preview.Cases.Where(row => !row.VerifiedHolds))
        {
            await alarms.HandleAsync(
                $"verified\n{broken.Declaration.Id.Value}", $"案件 {broken.Declaration.CaseNumber} 的核定得分与冻结时不一致，已停止使用。", cancellation);
        }

        return preview;

        ConcludedCase Read(Declaration row, Organisation organisation, DistrictConclusion conclusion)
        {
            var score = verified.GetValueOrDefault(row.Id);
            var set = score is null ? null : compiled[score.RuleSetVersionId];
            return new ConcludedCase(
                row,
                organisation,
                conclusion,
                scores[row.Id].Where(one => one.Party == ScoreParty.Declared).MaxBy(one => one.Sequence)!.Total,
                score,
                score is null ? null : set!.Prefer(FactsJson.Read(score.Facts).Facts, score.AsOf, confirmed),
                [.. opinions[row.Id]])
            {
                RuleSet = set?.RuleSet.Title ?? "",
                VerifiedHolds = score is null || integrity.Holds(set!, new FrozenTotal(score.Id, score.Total, score.RuleSetHash, score.Facts, score.AsOf, score.ContentHash), row.CaseNumber),
            };
        }
    }

    private async Task<ILookup<DeclarationId, PackOpinion>> OpinionsAsync(List<DeclarationId> ids, CancellationToken cancellation)
    {
        var opinions = await (
            from opinion in db.DepartmentOpinions
            where ids.Contains(opinion.DeclarationId)
            join department in db.Departments on opinion.DepartmentId equals department.Id
            orderby department.Kind
            select new { opinion.Id, opinion.DeclarationId, department.Name, opinion.Kind, opinion.Text }).ToListAsync(cancellation);
        var versions = (await db.OpinionVersions.AsNoTracking().Where(row => ids.Contains(row.DeclarationId)).OrderBy(row => row.Sequence).ToListAsync(cancellation)).ToLookup(row => row.DepartmentOpinionId);
        return opinions.ToLookup(
            opinion => opinion.DeclarationId,
            opinion => new PackOpinion(opinion.Name, opinion.Kind is { } kind ? ReviewWords.Of(kind) : "逾期未反馈", opinion.Text, Corrected([.. versions[opinion.Id]])));
    }

    private static IReadOnlyList<PackOpinionVersion> Corrected(List<OpinionVersion> versions) => versions.Count < 2
        ? []
        : [.. versions.Select(row => new PackOpinionVersion(row.Sequence, ReviewWords.Of(row.Kind), row.Text, row.Reason, row.GivenByName, ChinaTime.Exact(row.GivenAt)))];
}
