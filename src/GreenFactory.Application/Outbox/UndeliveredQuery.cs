using GreenFactory.Application.Access;
using GreenFactory.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Outbox;

/// <summary>A letter that was given up, as the administrator sees it; its text is shown to nobody.</summary>
public sealed record UndeliveredLine(Guid Id, string Address, string PersonName, string Subject, LetterFault Fault, DateTimeOffset GivenUpAt, DateTimeOffset? SentAgainAt);

/// <summary>Letters that were given up; one query each.</summary>
public sealed class UndeliveredQuery(PortalDbContext db, CurrentAccess access)
{
    /// <summary>How many stand on the administrator's page.</summary>
    public const int PageSize = 30;

    private const int MostOwn = 5;

    /// <summary>A page of them for the administrator, the latest first, and one more when there is a next page.</summary>
    /// <param name="before">Only letters given up no later than this one; null for the first page.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<UndeliveredLine>> ReadAsync(Guid? before, CancellationToken cancellation)
    {
        var rows = db.UndeliveredLetters.Where(row => row.DeliveredAt == null);
        if (before is { } key)
        {
            var moment = db.UndeliveredLetters.Where(row => row.Id == key).Select(row => row.GivenUpAt);
            rows = rows.Where(row => row.GivenUpAt <= moment.First() && row.Id != key);
        }

        return await LinesAsync(rows, PageSize + 1, cancellation);
    }

    /// <summary>The latest ones the signed-in person waits for.</summary>
    public Task<IReadOnlyList<UndeliveredLine>> OwnAsync(CancellationToken cancellation)
    {
        var user = access.Scope.RequiredUser;
        return LinesAsync(db.UndeliveredLetters.Where(row => row.UserId == user && row.DeliveredAt == null && row.SentAgainAt == null), MostOwn, cancellation);
    }

    /// <summary>Why the letter could not be delivered that a browser asked for; null when none of its letters was given up.</summary>
    public async Task<LetterFault?> ByTicketAsync(Guid ticket, CancellationToken cancellation)
    {
        var faults = await db.Database.SqlQuery<string>($"select fault as \"Value\" from gf.undelivered_by_ticket({ticket})").ToListAsync(cancellation);
        return faults.Count > 0 ? Enum.Parse<LetterFault>(faults[0]) : null;
    }

    private static async Task<IReadOnlyList<UndeliveredLine>> LinesAsync(IQueryable<UndeliveredLetter> rows, int most, CancellationToken cancellation) =>
        await rows.OrderByDescending(row => row.GivenUpAt).Take(most)
            .Select(row => new UndeliveredLine(row.Id, row.Address, row.PersonName, row.Subject, row.Fault, row.GivenUpAt, row.SentAgainAt))
            .ToListAsync(cancellation);
}
