using GreenFactory.Application.Data;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Campaigns;

/// <summary>A rule-set version as a campaign can pin it.</summary>
public sealed record PinnableRuleSet(RuleSetVersionId Id, string Title, string Version, OrganisationKind Kind, string Provenance);

/// <summary>A campaign in the administrator's list.</summary>
public sealed record CampaignLine(
    CampaignId Id, int Year, int EvaluationYear, string Title, string Basis, DateTimeOffset OpensAt, DateTimeOffset DistrictDeadline, int NoticeDays, int Cases, IReadOnlyList<RuleSetVersionId> RuleSets);

/// <summary>Campaigns with their pinned rule sets, the newest first.</summary>
public sealed class CampaignsQuery(PortalDbContext db)
{
    /// <summary>All campaigns; two queries.</summary>
    public async Task<IReadOnlyList<CampaignLine>> ReadAsync(CancellationToken cancellation) =>
        await db.Campaigns.OrderByDescending(row => row.Year)
            .Select(row => new CampaignLine(
                row.Id,
                row.Year,
                row.EvaluationYear,
                row.Title,
                row.Basis,
                row.OpensAt,
                row.DistrictDeadline,
                row.NoticeDays,
                db.Declarations.Count(declaration => declaration.CampaignId == row.Id),
                db.CampaignRuleSets.Where(pin => pin.CampaignId == row.Id).Select(pin => pin.RuleSetVersionId).ToList()))
            .AsSplitQuery()
            .ToListAsync(cancellation);

    /// <summary>The published rule-set versions; one query.</summary>
    public async Task<IReadOnlyList<PinnableRuleSet>> RuleSetsAsync(CancellationToken cancellation) =>
        await db.RuleSetVersions.Where(row => row.State == Domain.RuleLibrary.RuleSetState.Published)
            .OrderBy(row => row.Title).ThenBy(row => row.Version)
            .Select(row => new PinnableRuleSet(row.Id, row.Title, row.Version, row.Kind, row.Provenance))
            .ToListAsync(cancellation);
}
