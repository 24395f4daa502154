using GreenFactory.Application.Data;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Honours;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.ListDuties;

/// <summary>The units scored by one rule-set version in a year.</summary>
/// <param name="RuleSet">Rule set and version.</param>
/// <param name="Title">Its title; the identifier where the library has none.</param>
/// <param name="Population">How many units it scored.</param>
/// <param name="BottomPlaces">How many places the last 5 % are.</param>
/// <param name="Bottom">How many units lie in them; fewer than places where a tie does not fit.</param>
public sealed record ScoredPopulation(string RuleSet, string Title, int Population, int BottomPlaces, int Bottom);

/// <summary>A unit in the last 5 % of a year.</summary>
/// <param name="Placed">The unit, its place and its run.</param>
/// <param name="Name">Its name.</param>
/// <param name="CreditCode">Its credit code.</param>
/// <param name="DistrictName">Its district.</param>
/// <param name="State">Where it stands in the list.</param>
/// <param name="Proposed">Whether a proposal to remove it waits.</param>
public sealed record BottomUnit(PlacedUnit Placed, string Name, string CreditCode, string DistrictName, GreenUnitState State, bool Proposed);

/// <summary>The last 5 % of a year.</summary>
/// <param name="Year">Year, rounding, and whether it is fixed.</param>
/// <param name="Populations">The populations, by rule-set version.</param>
/// <param name="Units">Units in the last 5 %, the longest run first, the lowest rank first among those.</param>
public sealed record BottomShare(YearOfPlaces Year, IReadOnlyList<ScoredPopulation> Populations, IReadOnlyList<BottomUnit> Units);

/// <summary>Reads the last 5 % of a year; six queries at most. A district sees its own units of a fixed year.</summary>
public sealed class BottomShareQuery(PortalDbContext db, BottomShareReader reader)
{
    /// <summary>Reads.</summary>
    public async Task<BottomShare> ReadAsync(Campaign campaign, CancellationToken cancellation)
    {
        var year = await reader.ReadAsync(campaign, cancellation);
        var names = year.Units.Select(row => row.Place.RuleSet).Distinct().ToList();
        var titles = await db.RuleSetVersions.Where(version => names.Contains(version.RuleSetId + " " + version.Version))
            .Select(version => new { Key = version.RuleSetId + " " + version.Version, Title = version.Title + " " + version.Version }).ToDictionaryAsync(row => row.Key, row => row.Title, cancellation);
        var bottom = year.Units.Where(row => row.Place.IsBottom).ToDictionary(row => row.Unit);
        var ids = bottom.Keys.ToList();
        var units = await db.GreenUnits.AsNoTracking().Where(unit => ids.Contains(unit.Id)).Select(unit => new
        {
            unit.Id,
            unit.Name,
            Code = unit.CreditCode.Value,
            unit.DistrictName,
            unit.State,
            Proposed = db.RemovalProposals.Any(row => row.GreenUnitId == unit.Id && row.State != ProposalState.Declined && row.State != ProposalState.Announced),
        }).ToListAsync(cancellation);
        return new BottomShare(
            year,
            [.. year.Units.GroupBy(row => row.Place.RuleSet).Select(group => new ScoredPopulation(
                group.Key, titles.GetValueOrDefault(group.Key, group.Key), group.First().Place.Population, group.First().Place.BottomPlaces, group.Count(row => row.Place.IsBottom)))],
            [.. units.Select(unit => new BottomUnit(bottom[unit.Id], unit.Name, unit.Code, unit.DistrictName, unit.State, unit.Proposed))
                .OrderByDescending(unit => unit.Placed.Run).ThenByDescending(unit => unit.Placed.Place.Rank).ThenBy(unit => unit.Name, StringComparer.Ordinal)]);
    }
}
