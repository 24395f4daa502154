using GreenFactory.Application.Data;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.RuleLibrary;

/// <summary>Another version of the same set, or the set's name for a choice.</summary>
public sealed record OtherVersion(RuleSetVersionId Id, string Version, RuleSetState State);

/// <summary>One version with what surrounds it.</summary>
/// <param name="Row">The version.</param>
/// <param name="Campaigns">Titles of the campaigns that score with it.</param>
/// <param name="Others">Other versions of the same set, the latest first, at most 20.</param>
/// <param name="Endorsements">Who took responsibility for its use, in the order of time.</param>
public sealed record RuleSetVersionPage(RuleSetVersion Row, IReadOnlyList<string> Campaigns, IReadOnlyList<OtherVersion> Others, IReadOnlyList<RuleSetEndorsement> Endorsements);

/// <summary>Reads one version of the library. Four queries.</summary>
public sealed class RuleSetVersionQuery(PortalDbContext db)
{
    private const int Most = 20;

    /// <summary>The version, or null.</summary>
    public async Task<RuleSetVersionPage?> ReadAsync(RuleSetVersionId id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } row)
        {
            return null;
        }

        var campaigns = await db.Campaigns.Where(campaign => db.CampaignRuleSets.Any(pin => pin.CampaignId == campaign.Id && pin.RuleSetVersionId == id))
            .OrderByDescending(campaign => campaign.Year).Select(campaign => campaign.Title).Take(Most).ToListAsync(cancellation);
        var others = await db.RuleSetVersions.Where(other => other.RuleSetId == row.RuleSetId && other.Id != id)
            .OrderByDescending(other => other.DraftedAt ?? other.PublishedAt).Take(Most)
            .Select(other => new OtherVersion(other.Id, other.Version, other.State)).ToListAsync(cancellation);
        var endorsements = await db.RuleSetEndorsements.AsNoTracking().Where(word => word.RuleSetVersionId == id)
            .OrderBy(word => word.EndorsedAt).Take(Most).ToListAsync(cancellation);
        return new RuleSetVersionPage(row, campaigns, others, endorsements);
    }

    /// <summary>The version alone, or null. One query.</summary>
    public Task<RuleSetVersion?> FindAsync(RuleSetVersionId id, CancellationToken cancellation) =>
        db.RuleSetVersions.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation);
}
