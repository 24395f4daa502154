using GreenFactory.Application.Access;
using GreenFactory.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Messages;

/// <summary>A message as its reader sees it.</summary>
public sealed record OwnMessage(Guid Id, string Title, string Body, Destination Destination, DateTimeOffset CreatedAt, bool IsRead);

/// <summary>The signed-in person's messages, newest first, by key; one query.</summary>
public sealed class OwnMessagesQuery(PortalDbContext db, CurrentAccess access)
{
    /// <summary>How many stand on a page.</summary>
    public const int PageSize = 20;

    /// <summary>A page of messages.</summary>
    /// <param name="before">Only messages older than this key; null for the first page. Keys are in the order of time.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>At most <see cref="PageSize"/> and one more, which tells that there is a next page.</returns>
    public async Task<IReadOnlyList<OwnMessage>> ReadAsync(Guid? before, CancellationToken cancellation)
    {
        var user = access.Scope.RequiredUser;
        var rows = db.Messages.Where(row => row.UserId == user);
        if (before is { } key)
        {
            rows = rows.Where(row => row.Id < key);
        }

        return await rows.OrderByDescending(row => row.Id)
            .Take(PageSize + 1)
            .Select(row => new OwnMessage(row.Id, row.Title, row.Body, row.Destination, row.CreatedAt, row.ReadAt != null))
            .ToListAsync(cancellation);
    }
}
