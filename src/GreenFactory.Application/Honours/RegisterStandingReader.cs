using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>
/// Reads where organisations stand with the register: what may begin, and what is stopped later, is decided from this alone. A unit is found
/// by its credit code and site; a proven falsification bars everything under the code. Three queries, for any number of organisations.
/// </summary>
public sealed class RegisterStandingReader(PortalDbContext db)
{
    /// <summary>Reads the standing of one organisation.</summary>
    public async Task<RegisterStanding> ReadAsync(OrganisationId organisation, DateTimeOffset now, CancellationToken cancellation) =>
        (await ReadAsync([organisation], now, cancellation)).GetValueOrDefault(organisation, RegisterStanding.Unknown);

    /// <summary>Reads the standing of each organisation; those the register does not know stand as <see cref="RegisterStanding.Unknown"/>.</summary>
    public async Task<IReadOnlyDictionary<OrganisationId, RegisterStanding>> ReadAsync(
        IReadOnlyCollection<OrganisationId> organisations, DateTimeOffset now, CancellationToken cancellation)
    {
        var units = await db.Organisations.Where(row => organisations.Contains(row.Id))
            .Join(db.GreenUnits, organisation => new { organisation.CreditCode, organisation.Site }, unit => new { unit.CreditCode, unit.Site }, (organisation, unit) => new
            {
                organisation.Id,
                unit.Kind,
                unit.Level,
                unit.AdmittedYear,
                unit.CertificateNumber,
                unit.State,
                Removal = db.GreenUnitEvents.Where(e => e.GreenUnitId == unit.Id && e.Kind == GreenUnitEventKind.Removed)
                    .OrderByDescending(e => e.OccurredOn).Select(e => new { e.Ground, e.OccurredOn }).FirstOrDefault(),
            })
            .ToDictionaryAsync(row => row.Id, cancellation);
        var excluded = await db.Declarations.Where(row => organisations.Contains(row.OrganisationId) && row.State == CaseState.Disqualified)
            .Select(row => new { row.OrganisationId, row.CaseNumber, row.StateSince })
            .ToListAsync(cancellation);
        var falsified = await db.Organisations.Where(row => organisations.Contains(row.Id))
            .Join(db.FalsificationFindings.Where(row => row.State == FindingState.Confirmed), organisation => organisation.CreditCode, finding => finding.CreditCode, (organisation, finding) => new
            {
                organisation.Id,
                CaseNumber = db.Declarations.Where(row => row.Id == finding.DeclarationId).Select(row => row.CaseNumber).FirstOrDefault(),
                finding.Facts,
                finding.DecidedAt,
            })
            .ToListAsync(cancellation);
        var today = ChinaTime.DayOf(now);
        return organisations.Distinct().ToDictionary(id => id, id =>
        {
            var unit = units.GetValueOrDefault(id);
            List<ListBar> bars = [.. excluded.Where(row => row.OrganisationId == id).Select(row => new ListBar($"案件 {row.CaseNumber} 的公示异议经核查成立，已撤销资格", ChinaTime.DayOf(row.StateSince)))];
            bars.AddRange(falsified.Where(row => row.Id == id).Select(row => new ListBar(RemovalWords.Falsified(row.CaseNumber ?? "", row.Facts), ChinaTime.DayOf(row.DecidedAt!.Value))));
            if (unit is { State: GreenUnitState.Removed, Removal: { } removal })
            {
                bars.Add(new ListBar($"已移出绿色制造名录：{removal.Ground}", removal.OccurredOn));
            }

            return new RegisterStanding(
                unit is null or { State: GreenUnitState.Removed } ? null : new ListedHonour(unit.Kind, unit.Level, unit.AdmittedYear, unit.CertificateNumber),
                bars.Where(bar => bar.HoldsOn(today)).MaxBy(bar => bar.Until));
        });
    }
}
