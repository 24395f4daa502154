using GreenFactory.Application.Data;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.RuleLibrary;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.PublicSite;

/// <summary>A rule set that the public may read.</summary>
/// <param name="RuleSetId">Identifier of the set.</param>
/// <param name="Version">Version of the set.</param>
/// <param name="Title">Chinese title.</param>
/// <param name="Kind">Whom it applies to.</param>
/// <param name="Provenance">official, transcribed, derived or example.</param>
/// <param name="ContentHash">SHA-256 of the canonical document.</param>
/// <param name="State">In force or retired.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="Campaigns">Years of the campaigns that score with exactly this version.</param>
public sealed record PublishedRuleSet(
    string RuleSetId, string Version, string Title, OrganisationKind Kind, string Provenance, string ContentHash, RuleSetState State, DateTimeOffset? PublishedAt, IReadOnlyList<int> Campaigns);

/// <summary>Lists the published and retired rule sets. One query.</summary>
public sealed class PublishedRuleSetListQuery(PortalDbContext db)
{
    /// <summary>All of them, factories before parks, those in force first.</summary>
    public async Task<IReadOnlyList<PublishedRuleSet>> RunAsync(CancellationToken cancellation) =>
        await db.RuleSetVersions
            .Where(row => row.State == RuleSetState.Published || row.State == RuleSetState.Retired)
            .OrderBy(row => row.Kind).ThenBy(row => row.State).ThenBy(row => row.RuleSetId).ThenByDescending(row => row.PublishedAt)
            .Select(row => new PublishedRuleSet(
                row.RuleSetId, row.Version, row.Title, row.Kind, row.Provenance, row.ContentHash, row.State, row.PublishedAt,
                db.CampaignRuleSets.Where(pin => pin.RuleSetVersionId == row.Id)
                    .Join(db.Campaigns, pin => pin.CampaignId, campaign => campaign.Id, (_, campaign) => campaign.Year)
                    .OrderByDescending(year => year).ToList()))
            .ToListAsync(cancellation);
}
