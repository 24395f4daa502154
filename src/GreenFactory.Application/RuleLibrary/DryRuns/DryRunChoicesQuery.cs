using GreenFactory.Application.Data;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.RuleLibrary.DryRuns;

/// <summary>Submissions that a version can be tried on.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="CampaignTitle">Its title.</param>
/// <param name="Base">The version that scored them.</param>
/// <param name="BaseTitle">Title and version.</param>
/// <param name="SameSet">Whether it is another version of the same rule set.</param>
/// <param name="Count">How many.</param>
/// <param name="Places">Places of the ranking in that campaign, if they were fixed.</param>
public sealed record DryRunChoice(CampaignId Campaign, string CampaignTitle, RuleSetVersionId Base, string BaseTitle, bool SameSet, int Count, int? Places);

/// <summary>An earlier dry run of a version.</summary>
public sealed record EarlierDryRun(DryRunId Id, string CampaignTitle, DryRunState State, int Total, string StartedByName, DateTimeOffset StartedAt, bool SameContent);

/// <summary>What a version can be tried on, and what was tried already.</summary>
public sealed record DryRunChoices(RuleSetVersion Version, IReadOnlyList<DryRunChoice> Choices, IReadOnlyList<EarlierDryRun> Earlier);

/// <summary>Reads what a dry run can be made of. Five queries.</summary>
public sealed class DryRunChoicesQuery(PortalDbContext db, FrozenSubmissionReader submissions, TimeProvider clock)
{
    private const int MostEarlier = 20;

    /// <summary>The choices of a version, or null.</summary>
    public async Task<DryRunChoices?> ReadAsync(RuleSetVersionId id, CancellationToken cancellation)
    {
        if (await db.RuleSetVersions.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation) is not { } version)
        {
            return null;
        }

        var counts = await submissions.Until(clock.GetUtcNow()).GroupBy(row => new { row.Campaign, row.Version })
            .Select(group => new { group.Key.Campaign, group.Key.Version, Count = group.Count() }).ToListAsync(cancellation);
        var ids = counts.Select(row => row.Version).Distinct().ToList();
        var versions = await db.RuleSetVersions.Where(row => ids.Contains(row.Id) && row.Kind == version.Kind)
            .Select(row => new { row.Id, row.RuleSetId, row.Title, row.Version }).ToListAsync(cancellation);
        var campaigns = await db.Campaigns
            .Select(row => new { row.Id, row.Year, row.Title, Quotas = db.SelectionQuotas.Where(quota => quota.CampaignId == row.Id).Select(quota => new { quota.RuleSetVersionId, quota.Places }).ToList() })
            .ToListAsync(cancellation);
        var earlier = await db.DryRuns.Where(row => row.VersionId == id).OrderByDescending(row => row.StartedAt).Take(MostEarlier)
            .Select(row => new EarlierDryRun(
                row.Id, db.Campaigns.Where(campaign => campaign.Id == row.CampaignId).Select(campaign => campaign.Title).First(), row.State, row.Total, row.StartedByName, row.StartedAt, row.VersionHash == version.ContentHash))
            .ToListAsync(cancellation);
        var choices =
            from count in counts
            join scored in versions on count.Version equals scored.Id
            join campaign in campaigns on count.Campaign equals campaign.Id
            orderby scored.RuleSetId == version.RuleSetId descending, campaign.Year descending, scored.Title, scored.Version
            select new DryRunChoice(
                campaign.Id, campaign.Title, scored.Id, $"{scored.Title} {scored.Version}", scored.RuleSetId == version.RuleSetId, count.Count, campaign.Quotas.Find(quota => quota.RuleSetVersionId == scored.Id)?.Places);
        return new DryRunChoices(version, [.. choices], earlier);
    }
}
