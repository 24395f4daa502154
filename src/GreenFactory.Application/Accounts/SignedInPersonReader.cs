using GreenFactory.Application.Access;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Accounts;

/// <summary>The signed-in person with the memberships that hold now.</summary>
/// <param name="Name">The person's name.</param>
/// <param name="Memberships">What the person may be.</param>
/// <param name="HasSecondFactor">Whether signing in takes a second factor.</param>
/// <param name="MustSetUpSecondFactor">Whether a lost factor was taken away and none was set up since.</param>
/// <param name="UnreadMessages">How many messages wait.</param>
public sealed record SignedInPerson(string Name, IReadOnlyList<HeldMembership> Memberships, bool HasSecondFactor, bool MustSetUpSecondFactor, int UnreadMessages);

/// <summary>Reads who is signed in; once per request, in one query plus a note of the last use every five minutes.</summary>
public sealed class SignedInPersonReader(PortalDbContext db, MachineTime time)
{
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    /// <summary>The person of a session (<see cref="UserSession.IdOf"/>), or null when the session was ended, is too old or does not belong to this municipality.</summary>
    public async Task<SignedInPerson?> ReadAsync(UserId user, Guid session, CancellationToken cancellation)
    {
        var now = time.Now;
        var oldest = now - SessionLife.Longest;
        var row = await db.UserSessions
            .Where(s => s.Id == session && s.UserId == user && s.EndedAt == null && s.StartedAt > oldest)
            .Select(s => new
            {
                s.LastSeenAt,
                Person = db.Users.Where(u => u.Id == user.Value).Select(u => new { u.PersonName, u.TwoFactorEnabled, u.MustSetUpSecondFactor }).FirstOrDefault(),
                Unread = db.Messages.Count(m => m.UserId == user && m.ReadAt == null),
                Memberships = db.Memberships.Where(m => m.UserId == user && m.EndedAt == null)
                    .Select(m => new { m.Role, m.OrganisationId, m.DistrictId, m.DepartmentId })
                    .ToList(),
            })
            .FirstOrDefaultAsync(cancellation);
        if (row?.Person is null)
        {
            return null;
        }

        if (now - row.LastSeenAt > SeenEvery)
        {
            await db.UserSessions.Where(s => s.Id == session).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), cancellation);
        }

        return new SignedInPerson(
            row.Person.PersonName,
            [.. row.Memberships.Select(m => new HeldMembership(m.Role, m.OrganisationId?.Value ?? m.DistrictId?.Value ?? m.DepartmentId?.Value))],
            row.Person.TwoFactorEnabled,
            row.Person.MustSetUpSecondFactor,
            row.Unread);
    }
}
