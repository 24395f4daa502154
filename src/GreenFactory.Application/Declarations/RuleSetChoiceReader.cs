using GreenFactory.Application.Data;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Declarations;
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
    /// The pinned sets for the kind of unit that name the industry code or the beginning of it; the general ones when none does. Parks have no
    /// industry code and get every pinned park set.
    /// </summary>
    public async Task<IReadOnlyList<RuleSetCandidate>> ReadAsync(Declaration declaration, string? industryCode, CancellationToken cancellation)
    {
        var versions = await db.CampaignRuleSets
            .Where(pin => pin.CampaignId == declaration.CampaignId)
            .Join(db.RuleSetVersions, pin => pin.RuleSetVersionId, version => version.Id, (pin, version) => version)
            .Where(version => version.Kind == declaration.Kind)
            .OrderBy(version => version.RuleSetId)
            .Select(version => version.Id)
            .ToListAsync(cancellation);
        var pinned = new List<RuleSetCandidate>();
        foreach (var version in versions)
        {
            pinned.Add(new RuleSetCandidate(version, (await ruleSets.ReadAsync(version, cancellation)).RuleSet));
        }

        if (declaration.Kind is OrganisationKind.Park)
        {
            return pinned;
        }

        var fitting = pinned.Where(candidate => industryCode is not null && candidate.Set.IndustryCodes.Any(code => industryCode.StartsWith(code, StringComparison.Ordinal))).ToList();
        return fitting.Count > 0 ? fitting : [.. pinned.Where(candidate => candidate.Set.IndustryCodes.Count == 0)];
    }
}
