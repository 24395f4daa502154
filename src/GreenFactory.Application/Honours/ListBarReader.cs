using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>
/// Reads which cases may not go on to the list because their unit was removed or disqualified less than three years ago. The city's recorded
/// exception lifts a bar: 申报资格 ruled “符合，有说明” since the bar began. At most four queries.
/// </summary>
public sealed class ListBarReader(PortalDbContext db, RegisterStandingReader register)
{
    /// <summary>Reads.</summary>
    /// <returns>The bar of every case that has one; cases without are left out.</returns>
    public async Task<IReadOnlyDictionary<DeclarationId, ListBar>> ReadAsync(IReadOnlyCollection<Declaration> cases, DateTimeOffset now, CancellationToken cancellation)
    {
        var standings = await register.ReadAsync([.. cases.Select(row => row.OrganisationId)], now, cancellation);
        var barred = cases.Select(row => (row.Id, Bar: standings[row.OrganisationId].Stops(row.Purpose))).Where(row => row.Bar is not null).ToDictionary(row => row.Id, row => row.Bar!);
        if (barred.Count == 0)
        {
            return barred;
        }

        var ids = barred.Keys.ToList();
        var exceptions = await db.ComplianceRulings
            .Where(row => ids.Contains(row.DeclarationId) && row.Item == ComplianceItem.Eligibility && row.Verdict == ComplianceVerdict.OkWithRemark)
            .Select(row => new { row.DeclarationId, row.RuledAt })
            .ToListAsync(cancellation);
        foreach (var exception in exceptions.Where(row => ChinaTime.DayOf(row.RuledAt) >= barred[row.DeclarationId].Since))
        {
            barred.Remove(exception.DeclarationId);
        }

        return barred;
    }
}
