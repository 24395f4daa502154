using GreenFactory.Application.Data;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>Gives out certificate numbers such as 2026-F-001: F for factories, P for parks, each counted by itself in every year.</summary>
internal static class CertificateNumbers
{
    /// <summary>
    /// Takes the next numbers, in order. The counter's row stays locked until the transaction ends, so a list published at the same moment
    /// waits for its numbers, and a list that is refused leaves no gap.
    /// </summary>
    /// <returns>As many numbers as asked for.</returns>
    public static async Task<Queue<string>> TakeAsync(
        PortalDbContext db, MunicipalityId municipality, int year, OrganisationKind kind, int count, CancellationToken cancellation)
    {
        if (count == 0)
        {
            return [];
        }

        var word = kind.ToString();
        var last = (await db.Database.SqlQuery<int>(
            $"""
            insert into certificate_counter as c (municipality_id, year, kind, last) values ({municipality.Value}, {year}, {word}, {count})
            on conflict (municipality_id, year, kind) do update set last = c.last + {count} returning c.last as "Value"
            """).ToListAsync(cancellation)).Single();
        var letter = kind is OrganisationKind.Park ? "P" : "F";
        return new Queue<string>(Enumerable.Range(last - count + 1, count).Select(number => string.Create(null, $"{year}-{letter}-{number:000}")));
    }
}
