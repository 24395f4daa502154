using GreenFactory.Application.Access;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.ListDuties;

/// <summary>A unit with its place of a year and the run that ends with it.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Case">The case whose frozen score it is; null for a fixed year.</param>
/// <param name="Place">Its place.</param>
/// <param name="Run">How many years running it lies in the last 5 %, this year included.</param>
public sealed record PlacedUnit(GreenUnitId Unit, DeclarationId? Case, YearlyPlace Place, int Run);

/// <summary>The benchmarking of a year by places.</summary>
/// <param name="Year">The year.</param>
/// <param name="Rounding">How 5 % are rounded.</param>
/// <param name="FixedByName">Who fixed it; null while it is computed anew each time.</param>
/// <param name="FixedAt">When.</param>
/// <param name="Units">Every unit that has a place, by rule-set version and place.</param>
public sealed record YearOfPlaces(int Year, ShareRounding Rounding, string? FixedByName, DateTimeOffset? FixedAt, IReadOnlyList<PlacedUnit> Units)
{
    /// <summary>Whether it is fixed.</summary>
    public bool IsFixed => FixedAt is not null;
}

/// <summary>
/// Reads the places of a year: fixed ones as they were fixed; otherwise, for the city, computed from the frozen verified scores of the benchmarking cases that the district has
/// concluded and the city has not refused. Units admitted in the year itself and units without a score have no place. Four queries at most.
/// </summary>
public sealed class BottomShareReader(PortalDbContext db, CurrentAccess access)
{
    private static readonly CaseState[] Scored = [CaseState.BenchmarkConcluded, CaseState.Reported, CaseState.Compliant];

    /// <summary>Reads.</summary>
    public async Task<YearOfPlaces> ReadAsync(Campaign campaign, CancellationToken cancellation)
    {
        var first = campaign.Year - BottomRule.YearsToRemoval - BottomRule.YearsToRemoval;
        var places = await db.BenchmarkPlaces.AsNoTracking().Where(row => row.Year <= campaign.Year && row.Year > first).ToListAsync(cancellation);
        var earlier = places.Where(row => row.Year < campaign.Year).ToLookup(row => row.GreenUnitId);
        int RunOf(GreenUnitId unit, bool bottom) => BottomRun.LengthAt(new Dictionary<int, bool>(earlier[unit].Select(row => KeyValuePair.Create(row.Year, row.IsBottom))) { [campaign.Year] = bottom }, campaign.Year);
        var settled = places.FindAll(row => row.Year == campaign.Year);
        if (settled.Count > 0)
        {
            return new YearOfPlaces(campaign.Year, settled[0].Rounding, settled[0].FixedByName, settled[0].FixedAt, Ordered(settled.Select(row => new PlacedUnit(row.GreenUnitId, null, row.AsPlaced(), RunOf(row.GreenUnitId, row.IsBottom)))));
        }

        if (access.Scope.Desk is not (Desk.City or Desk.Audit or Desk.Admin))
        {
            return new YearOfPlaces(campaign.Year, campaign.BottomRounding, null, null, []);
        }

        var scores = await ScoresAsync(campaign, cancellation);
        var cases = scores.ToDictionary(row => row.Unit.Unit, row => row.Case);
        var computed = new BottomRule(campaign.BottomRounding).Place(scores.Select(row => row.Unit));
        return new YearOfPlaces(campaign.Year, campaign.BottomRounding, null, null, Ordered(computed.Select(place => new PlacedUnit(place.Unit, cases[place.Unit], place, RunOf(place.Unit, place.IsBottom)))));
    }

    private async Task<List<(ScoredUnit Unit, DeclarationId Case)>> ScoresAsync(Campaign campaign, CancellationToken cancellation)
    {
        var rows = await (
            from row in db.Declarations
            where row.CampaignId == campaign.Id && row.Purpose == DeclarationPurpose.Benchmark && Scored.Contains(row.State)
            join organisation in db.Organisations on row.OrganisationId equals organisation.Id
            join unit in db.GreenUnits on new { organisation.CreditCode, organisation.Site } equals new { unit.CreditCode, unit.Site }
            where unit.AdmittedYear < campaign.Year && unit.State != GreenUnitState.Removed
            join version in db.RuleSetVersions on row.RuleSetVersionId equals version.Id
            select new
            {
                Case = row.Id,
                Unit = unit.Id,
                RuleSet = version.RuleSetId + " " + version.Version,
                Total = db.FrozenScores.Where(score => score.DeclarationId == row.Id && score.Party == ScoreParty.Verified).OrderByDescending(score => score.Sequence).Select(score => (decimal?)score.Total).FirstOrDefault(),
            }).ToListAsync(cancellation);
        return [.. rows.Where(row => row.Total is not null).Select(row => (new ScoredUnit(row.Unit, row.RuleSet, row.Total!.Value), row.Case))];
    }

    private static IReadOnlyList<PlacedUnit> Ordered(IEnumerable<PlacedUnit> units) =>
        [.. units.OrderBy(row => row.Place.RuleSet, StringComparer.Ordinal).ThenByDescending(row => row.Place.Rank).ThenBy(row => row.Unit.Value)];
}
