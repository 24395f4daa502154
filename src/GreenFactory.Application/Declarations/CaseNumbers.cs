using GreenFactory.Application.Data;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Declarations;

/// <summary>Gives out case numbers such as F2026-0102-017.</summary>
internal static class CaseNumbers
{
    /// <summary>
    /// Takes the next number of a prefix. The counter's row stays locked until the transaction ends, so two people who begin at the same
    /// moment get different numbers, and a failed beginning leaves no gap.
    /// </summary>
    public static async Task<string> TakeAsync(PortalDbContext db, MunicipalityId municipality, string prefix, CancellationToken cancellation)
    {
        var number = (await db.Database.SqlQuery<int>(
            $"""
            insert into case_number_counter as c (municipality_id, prefix, last) values ({municipality.Value}, {prefix}, 1)
            on conflict (municipality_id, prefix) do update set last = c.last + 1 returning c.last as "Value"
            """).ToListAsync(cancellation)).Single();
        return string.Create(null, $"{prefix}-{number:000}");
    }
}
