using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Application.Outbox;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.ListDuties;

/// <summary>Fixes the places of the benchmarking of a year.</summary>
/// <param name="Year">The year.</param>
public sealed record FixBenchmarkYear(int Year);

/// <summary>
/// The city's lead fixes a year once every benchmarking is done with: places are kept as they were computed, each score is replayed, and units in the last 5 % are warned in
/// years one and two. A third year removes nobody by itself: the removal is proposed and heard like every other.
/// </summary>
public sealed class FixBenchmarkYearHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner, CampaignChoiceReader campaigns, BottomShareReader reader, FrozenScoreReader scores)
{
    private static readonly CaseState[] Open = [CaseState.Submitted, CaseState.DistrictReview, CaseState.BenchmarkConcluded, CaseState.Reported];

    /// <summary>Fixes.</summary>
    /// <returns>How many units have a place.</returns>
    public async Task<Result<int>> HandleAsync(FixBenchmarkYear input, CancellationToken cancellation) =>
        access.Scope.AtThisDesk.Any(membership => membership.Role is Role.CityLead)
            ? await runner.RunAsync<int>(ProcessKind.FixBenchmarkYear, null, process => FixAsync(process, input.Year, cancellation), cancellation)
            : BenchmarkErrors.LeadOnly;

    private async Task<Result<int>> FixAsync(RunningProcess process, int wanted, CancellationToken cancellation)
    {
        if (await campaigns.FindAsync(wanted, cancellation) is not { } campaign)
        {
            return ProcessErrors.NotFound;
        }

        var open = await db.Declarations.CountAsync(row => row.CampaignId == campaign.Id && row.Purpose == DeclarationPurpose.Benchmark && Open.Contains(row.State), cancellation);
        if (process.Now < campaign.DistrictDeadline || open > 0)
        {
            return BenchmarkErrors.YearRuns(open);
        }

        var year = await reader.ReadAsync(campaign, cancellation);
        if (year.IsFixed || year.Units.Count == 0)
        {
            return year.IsFixed ? BenchmarkErrors.YearFixed : BenchmarkErrors.NobodyScored;
        }

        foreach (var placed in year.Units)
        {
            if (await scores.ReadLatestAsync(placed.Case!.Value, ScoreParty.Verified, cancellation) is not { Intact: true } score || score.Sheet.Total != placed.Place.Points)
            {
                return ScoreErrors.NotIntact(await db.Declarations.Where(row => row.Id == placed.Case).Select(row => row.CaseNumber).FirstAsync(cancellation));
            }
        }

        var ids = year.Units.Select(row => row.Unit).ToList();
        var units = await db.GreenUnits.Where(unit => ids.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, cancellation);
        foreach (var placed in year.Units)
        {
            db.Add(BenchmarkPlace.Create(new BenchmarkPlaceId(process.NewId()), units[placed.Unit], campaign.Year, placed.Place, year.Rounding, access.Scope.PersonName, process.Now));
        }

        await WarnAsync(process, campaign, year, units, cancellation);
        process.Record(
            EventKind.BenchmarkYearFixed,
            $"固定{campaign.Year}年度对标位次：{year.Units.Count} 家，处于后5% {year.Units.Count(row => row.Place.IsBottom)} 家",
            new { places = year.Units.Select(row => new { unit = row.Unit.Value, row.Place.RuleSet, row.Place.Points, row.Place.Rank, row.Place.Population, row.Place.IsBottom, row.Run }) });
        return year.Units.Count;
    }

    private async Task WarnAsync(RunningProcess process, Campaign campaign, YearOfPlaces year, Dictionary<GreenUnitId, GreenUnit> units, CancellationToken cancellation)
    {
        foreach (var placed in year.Units.Where(row => !row.Place.IsBottom))
        {
            units[placed.Unit].EndWarning();
        }

        var warned = year.Units.Where(row => row.Place.IsBottom).ToList();
        var ids = warned.ConvertAll(row => row.Unit);
        var organisations = await db.GreenUnits.Where(unit => ids.Contains(unit.Id))
            .Join(db.Organisations, unit => new { unit.CreditCode, unit.Site }, row => new { row.CreditCode, row.Site }, (unit, row) => new { unit.Id, Organisation = row.Id })
            .ToDictionaryAsync(row => row.Id, row => row.Organisation, cancellation);
        foreach (var placed in warned)
        {
            var unit = units[placed.Unit];
            var sentence = PlaceWords.Of(campaign.Year, placed.Place, placed.Run);
            unit.Warn();
            db.Add(GreenUnitEvent.Create(
                new GreenUnitEventId(process.NewId()), unit, GreenUnitEventKind.Warned, $"{campaign.Year}年度对标得分处于同一规则集后5%（{BottomRun.Words(placed.Run)}）", ChinaTime.DayOf(process.Now), null));
            if (organisations.TryGetValue(placed.Unit, out var organisation))
            {
                process.Enqueue(NotifyOrganisation.Kind, new NotifyOrganisation(organisation.Value, $"{campaign.Year}年度对标{BottomRun.Words(placed.Run)}", $"“{unit.Name}”：{sentence}", Destination.ApplicantHome));
            }

            process.Enqueue(NotifyDistrict.Kind, new NotifyDistrict(unit.DistrictId.Value, $"{unit.Name}：{BottomRun.Words(placed.Run)}", $"“{unit.Name}”：{sentence}", new Destination(Place.DistrictBottom, $"{campaign.Year}")));
        }
    }
}
