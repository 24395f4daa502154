using GreenFactory.Application.Access;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Accounts;

/// <summary>The signed-in person with the memberships that hold now.</summary>
/// <param name="Name">The person's name.</param>
/// <param name="Memberships">What the person may be.</param>
/// <param name="HasSecondFactor">Whether signing in takes a second factor.</param>
/// <param name="MustSetUpSecondFactor">Whether a lost factor was taken away and none was set up since.</param>
/// <param name="UnreadMessages">How many messages wait.</param>
public sealed record SignedInPerson(string Name, IReadOnlyList<HeldMembership> Memberships, bool HasSecondFactor, bool MustSetUpSecondFactor, int UnreadMessages);

/// <summary>Reads who is signed in, once per request and in one command, at whatever desk; the database notes every five minutes that the session is used.</summary>
public sealed class SignedInPersonReader(PortalDbContext db, MachineTime time)
{
    /// <summary>The person of the scope by a session (<see cref="UserSession.IdOf"/>), or null when the session was ended, is too old or does not belong to this municipality.</summary>
    public async Task<SignedInPerson?> ReadAsync(Guid session, CancellationToken cancellation)
    {
        var now = time.Now;
        var rows = await db.Database
            .SqlQuery<SignedInRow>($"select person_name, has_second_factor, must_set_up_second_factor, unread, role, unit from gf.signed_in({session}, {now}, {now - SessionLife.Longest})")
            .ToListAsync(cancellation);
        return rows is [var first, ..]
            ? new SignedInPerson(
                first.PersonName,
                [.. rows.Where(row => row.Role is not null).Select(row => new HeldMembership(Enum.Parse<Role>(row.Role!), row.Unit))],
                first.HasSecondFactor,
                first.MustSetUpSecondFactor,
                first.Unread)
            : null;
    }
}

/// <summary>A row of gf.signed_in: the person, and one membership or none.</summary>
internal sealed record SignedInRow(string PersonName, bool HasSecondFactor, bool MustSetUpSecondFactor, int Unread, string? Role, Guid? Unit);
