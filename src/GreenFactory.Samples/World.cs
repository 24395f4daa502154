using GreenFactory.Application.Data;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Application.Seeding;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Samples;

/// <summary>A rule set that scores in the campaign; compiled when a case is scored with it.</summary>
/// <param name="Version">The version of the library.</param>
/// <param name="Applies">To what it applies.</param>
/// <param name="Compile">Compiles it.</param>
internal sealed record PinnedRuleSet(RuleSetVersionId Version, RuleSetApplicability Applies, Func<CompiledRuleSet> Compile)
{
    /// <summary>The rule set.</summary>
    public CompiledRuleSet Set => Compile();
}

/// <summary>What the municipality has before the year begins: its campaign, districts, rule sets and the people of the demonstration.</summary>
internal sealed class World
{
    /// <summary>The present campaign.</summary>
    public required Campaign Campaign { get; init; }

    /// <summary>The districts that recommend, the demonstration's first.</summary>
    public required IReadOnlyList<District> Districts { get; init; }

    /// <summary>Departments by district.</summary>
    public required ILookup<DistrictId, Department> Departments { get; init; }

    /// <summary>The units of the demonstration's accounts.</summary>
    public required IReadOnlyDictionary<string, Organisation> Organisations { get; init; }

    /// <summary>Holders of roles: by role, and by the unit it is held in.</summary>
    public required ILookup<(Role Role, Guid? Unit), Person> People { get; init; }

    /// <summary>The rule sets pinned to the campaign.</summary>
    public required IReadOnlyList<PinnedRuleSet> RuleSets { get; init; }

    /// <summary>Whether parks can declare.</summary>
    public bool HasParks => RuleSets.Any(pin => pin.Applies.Kind is RuleSetKind.Park);

    /// <summary>The rule set of parks.</summary>
    public PinnedRuleSet ParkRules => RuleSets.Single(pin => pin.Applies.Kind is RuleSetKind.Park);

    /// <summary>The one rule set that fits an industry.</summary>
    public PinnedRuleSet RulesFor(string industry)
    {
        var fitting = RuleSetResolution.Candidates(RuleSetKind.Factory, industry, RuleSets.Select(pin => pin.Applies));
        return RuleSets.Single(pin => pin.Applies.Id == fitting.Sets.Single().Set.Id);
    }

    /// <summary>A version of the library as a pin.</summary>
    public static PinnedRuleSet Pin(RuleSetVersion version, CompiledRuleSetCache cache) => new(
        version.Id,
        new RuleSetApplicability(version.RuleSetId, version.Title, version.Kind is OrganisationKind.Park ? RuleSetKind.Park : RuleSetKind.Factory, version.IndustryCodes),
        () => cache.Get(version.ContentHash, () => version.Document));

    /// <summary>Reads it.</summary>
    public static async Task<World> ReadAsync(PortalDbContext db, CompiledRuleSetCache cache, CancellationToken cancellation)
    {
        var campaign = await db.Campaigns.AsNoTracking().SingleAsync(row => row.Year == SampleYear.CampaignYear, cancellation);
        var districts = await db.Districts.AsNoTracking().Where(row => row.Recommends).OrderBy(row => row.Name != DemonstrationAccounts.District).ThenBy(row => row.Position).ToListAsync(cancellation);
        var pinned = await db.CampaignRuleSets.AsNoTracking().Where(pin => pin.CampaignId == campaign.Id)
            .Join(db.RuleSetVersions, pin => pin.RuleSetVersionId, version => version.Id, (pin, version) => version).AsNoTracking().ToListAsync(cancellation);
        var memberships = await db.Memberships.AsNoTracking().Where(row => row.EndedAt == null).OrderBy(row => row.PersonName).ToListAsync(cancellation);
        return new World
        {
            Campaign = campaign,
            Districts = districts,
            Departments = (await db.Departments.AsNoTracking().OrderBy(row => row.Kind).ToListAsync(cancellation)).ToLookup(row => row.DistrictId),
            Organisations = await db.Organisations.AsNoTracking().ToDictionaryAsync(row => row.Name, cancellation),
            People = memberships.ToLookup(row => (row.Role, row.OrganisationId?.Value ?? row.DistrictId?.Value ?? row.DepartmentId?.Value), row => new Person(row.UserId, row.PersonName)),
            RuleSets = [.. pinned.Select(version => Pin(version, cache))],
        };
    }
}
