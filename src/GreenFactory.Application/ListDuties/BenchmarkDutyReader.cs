using GreenFactory.Application.Access;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.ListDuties;

/// <summary>A unit of the list that has to benchmark in a year.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="District">Its district.</param>
/// <param name="Case">Its benchmarking case; null where it has none that this desk sees.</param>
/// <param name="CaseState">Where the case stands.</param>
/// <param name="Progress">How far it has come.</param>
/// <param name="IsRemoved">Whether it has been taken off the list since the campaign opened.</param>
public sealed record BenchmarkDuty(GreenUnitId Unit, DistrictId District, DeclarationId? Case, CaseState? CaseState, BenchmarkProgress Progress, bool IsRemoved);

/// <summary>A district with its part of the list.</summary>
/// <param name="Id">The district.</param>
/// <param name="Name">Its name.</param>
/// <param name="Until">When its time to report is over, grace included.</param>
public sealed record DutyDistrict(DistrictId Id, string Name, DateTimeOffset Until);

/// <summary>Everyone who has to benchmark in a campaign, as this desk sees it.</summary>
/// <param name="Units">By district, then by name.</param>
/// <param name="Districts">Districts that have units, in their order.</param>
public sealed record BenchmarkDuties(IReadOnlyList<BenchmarkDuty> Units, IReadOnlyList<DutyDistrict> Districts);

/// <summary>
/// Reads who has to benchmark in a campaign: every unit, municipal or national, that was on the list before the year of the campaign and was not
/// removed before it opened. A unit admitted in the year itself begins in the next. A district reads its own. Five queries, whatever the rows.
/// </summary>
public sealed class BenchmarkDutyReader(PortalDbContext db, CurrentAccess access, TimeProvider clock)
{
    /// <summary>Reads.</summary>
    public async Task<BenchmarkDuties> ReadAsync(Campaign campaign, CancellationToken cancellation)
    {
        var units = await Obliged(campaign).OrderBy(unit => unit.Name)
            .Select(unit => new { unit.Id, unit.DistrictId, Code = unit.CreditCode.Value, unit.Site, IsRemoved = unit.State == GreenUnitState.Removed })
            .ToListAsync(cancellation);
        var filed = await db.Declarations.Where(row => row.CampaignId == campaign.Id && row.Purpose == DeclarationPurpose.Benchmark)
            .Join(db.Organisations, row => row.OrganisationId, organisation => organisation.Id, (row, organisation) => new { Code = organisation.CreditCode.Value, organisation.Site, row.Id, row.State })
            .ToListAsync(cancellation);
        var begun = (await db.Database.SqlQuery<BegunCase>($"select credit_code, site from gf.begun_benchmarks({campaign.Id.Value})").ToListAsync(cancellation))
            .Select(row => (row.CreditCode, row.Site)).ToHashSet();
        var graces = await db.DeadlineGraces.Where(row => row.CampaignId == campaign.Id).GroupBy(row => row.DistrictId)
            .Select(group => new { group.Key, Until = group.Max(row => row.Until) }).ToDictionaryAsync(row => row.Key, row => row.Until, cancellation);
        var named = units.Select(unit => unit.DistrictId).Distinct().ToList();
        var districts = (await db.Districts.AsNoTracking().Where(row => named.Contains(row.Id)).OrderBy(row => row.Position).Select(row => new { row.Id, row.Name }).ToListAsync(cancellation))
            .ConvertAll(row => new DutyDistrict(row.Id, row.Name, graces.TryGetValue(row.Id, out var until) && until > campaign.DistrictDeadline ? until : campaign.DistrictDeadline));

        var cases = filed.ToLookup(row => (row.Code, row.Site));
        var now = clock.GetUtcNow();
        var placed = districts.Select((district, position) => (district, position)).ToDictionary(row => row.district.Id);
        var duties = units.Select(unit =>
        {
            // A withdrawn case is passed over where another one is in hand.
            var own = cases[(unit.Code, unit.Site)].OrderBy(row => row.State is CaseState.Withdrawn).FirstOrDefault();
            var state = begun.Contains((unit.Code, unit.Site)) && own?.State is null or CaseState.Withdrawn ? CaseState.Draft : own?.State;
            return new BenchmarkDuty(unit.Id, unit.DistrictId, own?.Id, state, BenchmarkProgresses.Of(state, now >= placed[unit.DistrictId].district.Until), unit.IsRemoved);
        });
        return new BenchmarkDuties([.. duties.OrderBy(duty => placed[duty.District].position)], districts);
    }

    private IQueryable<GreenUnit> Obliged(Campaign campaign)
    {
        var opened = ChinaTime.DayOf(campaign.OpensAt);
        var units = db.GreenUnits.Where(unit => unit.AdmittedYear < campaign.Year
            && (unit.State != GreenUnitState.Removed || db.GreenUnitEvents.Any(e => e.GreenUnitId == unit.Id && e.Kind == GreenUnitEventKind.Removed && e.OccurredOn >= opened)));
        if (access.Scope.Desk is not Desk.District)
        {
            return units;
        }

        var own = access.Scope.Units.Select(unit => new DistrictId(unit)).ToList();
        return units.Where(unit => own.Contains(unit.DistrictId));
    }

    /// <summary>A benchmarking that was begun and never handed in: no more than that is told of it.</summary>
    private sealed record BegunCase(string CreditCode, string Site);
}
