using GreenFactory.Application.Data;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Campaigns;

/// <summary>A rule-set version as a campaign can pin it, or has pinned it.</summary>
/// <param name="Id">The version.</param>
/// <param name="Title">Title.</param>
/// <param name="Version">Number.</param>
/// <param name="Kind">Whom it applies to.</param>
/// <param name="Provenance">Where it comes from.</param>
/// <param name="State">Published, or Retired where a campaign still scores with it.</param>
/// <param name="Endorsements">How many people took responsibility for its use.</param>
public sealed record PinnableRuleSet(RuleSetVersionId Id, string Title, string Version, OrganisationKind Kind, string Provenance, RuleSetState State, int Endorsements)
{
    /// <summary>What its example values are called: no official targets.</summary>
    public IReadOnlyList<string> ExampleValues { get; init; } = [];

    /// <summary>Whether it is not the official text and fewer than two people took responsibility.</summary>
    public bool LacksEndorsement => Provenance != RuleSetVersion.Official && Endorsements < RuleSetVersion.EndorsementsNeeded;
}

/// <summary>A campaign in the administrator's list.</summary>
public sealed record CampaignLine(
    CampaignId Id, int Year, int EvaluationYear, string Title, string Basis, DateTimeOffset OpensAt, DateTimeOffset DistrictDeadline, int NoticeDays, int Cases, IReadOnlyList<RuleSetVersionId> RuleSets, uint Seen);

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
                db.CampaignRuleSets.Where(pin => pin.CampaignId == row.Id).Select(pin => pin.RuleSetVersionId).ToList(),
                EF.Property<uint>(row, TenantModel.RowVersion)))
            .AsSplitQuery()
            .ToListAsync(cancellation);

    /// <summary>The published rule-set versions and those that a campaign scores with though they are retired; one query.</summary>
    /// <param name="campaign">Only what this campaign pinned, besides the published ones; null for every campaign.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<PinnableRuleSet>> RuleSetsAsync(CampaignId? campaign, CancellationToken cancellation) =>
        await db.RuleSetVersions
            .Where(row => row.State == RuleSetState.Published || db.CampaignRuleSets.Any(pin => pin.RuleSetVersionId == row.Id && (campaign == null || pin.CampaignId == campaign)))
            .OrderBy(row => row.Title).ThenBy(row => row.Version)
            .Select(row => new PinnableRuleSet(
                row.Id, row.Title, row.Version, row.Kind, row.Provenance, row.State, db.RuleSetEndorsements.Count(word => word.RuleSetVersionId == row.Id))
            {
                ExampleValues = row.ExampleValues,
            })
            .ToListAsync(cancellation);
}
