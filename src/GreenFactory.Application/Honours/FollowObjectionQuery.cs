using GreenFactory.Application.Data;
using GreenFactory.Domain.Honours;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>What the holder of a receipt code may know of an objection.</summary>
public sealed record FollowedObjection(string Number, string OrganisationName, ObjectionState State, string Answer, DateTimeOffset ReceivedAt, DateTimeOffset? DecidedAt);

/// <summary>Finds an objection by its receipt code; one query. The public can read no objection in any other way.</summary>
public sealed class FollowObjectionQuery(PortalDbContext db)
{
    /// <summary>The objection, or null.</summary>
    public async Task<FollowedObjection?> FindAsync(string? code, CancellationToken cancellation)
    {
        var hash = ReceiptCode.Hash(code ?? "");
        var row = await db.Database.SqlQuery<FollowedRow>($"select * from gf.follow_objection({hash})").FirstOrDefaultAsync(cancellation);
        return row is null ? null : new FollowedObjection(row.Number, row.OrganisationName, Enum.Parse<ObjectionState>(row.State), row.Answer, row.ReceivedAt, row.DecidedAt);
    }

    private sealed record FollowedRow(string Number, string OrganisationName, string State, string Answer, DateTimeOffset ReceivedAt, DateTimeOffset? DecidedAt);
}
