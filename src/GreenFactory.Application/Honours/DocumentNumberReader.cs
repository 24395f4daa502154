using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>Whether a 文号 is free: a list and an announcement of removals are documents alike, and no two of a municipality share a number.</summary>
public sealed class DocumentNumberReader(PortalDbContext db)
{
    /// <summary>
    /// The refusal where another document carries the number, however it is written; null where it is free. Of two leads who give the same number at the
    /// same moment the second waits here until the first has published.
    /// </summary>
    public async Task<Error?> TakenAsync(string number, CancellationToken cancellation)
    {
        var folded = ComparableText.DocumentNumber(number);
        var turn = $"document_number/{folded}";
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({turn}, 0))", cancellation);
        return await db.Publications.AsNoTracking().Where(row => row.ComparableNumber == folded).Select(row => new { row.DocumentNumber, row.Title, row.PublishedAt }).FirstOrDefaultAsync(cancellation) is { } taken
            ? HonourErrors.NumberTaken(taken.DocumentNumber, taken.Title, DateOnly.FromDateTime(ChinaTime.Of(taken.PublishedAt).DateTime))
            : null;
    }
}
