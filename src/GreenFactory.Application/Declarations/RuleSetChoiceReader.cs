using GreenFactory.Application.Data;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring.RuleSets;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Declarations;

/// <summary>A rule set that fits.</summary>
/// <param name="Version">The library version.</param>
/// <param name="Set">The document.</param>
public sealed record RuleSetCandidate(RuleSetVersionId Version, RuleSet Set);

/// <summary>Finds the rule sets of a campaign that fit a unit.</summary>
public sealed class RuleSetChoiceReader(PortalDbContext db, RuleSetOfCaseReader ruleSets)
{
    /// <summary>
    /// The pinned sets that <see cref="RuleSetResolution"/> finds for the kind of unit and its industry code; one query, and up to two for
    /// each set that fits.
    /// </summary>
    public async Task<IReadOnlyList<RuleSetCandidate>> ReadAsync(CampaignId campaign, OrganisationKind unit, string? industryCode, CancellationToken cancellation)
    {
        var pinned = await db.CampaignRuleSets
            .Where(pin => pin.CampaignId == campaign)
            .Join(db.RuleSetVersions, pin => pin.RuleSetVersionId, version => version.Id, (pin, version) => version)
            .Where(version => version.Kind == unit)
            .Select(version => new { version.Id, version.RuleSetId, version.Title, version.IndustryCodes })
            .ToListAsync(cancellation);
        var kind = unit is OrganisationKind.Park ? RuleSetKind.Park : RuleSetKind.Factory;
        var fitting = RuleSetResolution.Candidates(kind, industryCode, pinned.Select(row => new RuleSetApplicability(row.RuleSetId, row.Title, kind, row.IndustryCodes)));
        var candidates = new List<RuleSetCandidate>();
        foreach (var found in fitting.Sets)
        {
            var version = pinned.First(row => row.RuleSetId == found.Set.Id).Id;
            candidates.Add(new RuleSetCandidate(version, (await ruleSets.ReadAsync(version, cancellation)).RuleSet));
        }

        return candidates;
    }
}
