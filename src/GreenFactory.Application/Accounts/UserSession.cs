using System.Security.Cryptography;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Accounts;

/// <summary>One sign-in of a person on one device; ending it signs that device out at its next request.</summary>
public sealed class UserSession : ITenantOwned
{
    /// <summary>Name of the row, made from the key that the cookie carries; the key itself is nowhere in the database.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required MunicipalityId MunicipalityId { get; init; }

    /// <summary>The person.</summary>
    public required UserId UserId { get; init; }

    /// <summary>Browser and system in words.</summary>
    public required string Device { get; init; }

    /// <summary>Network address with its last part left out.</summary>
    public required string Address { get; init; }

    /// <summary>When it began, in the machine's time.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it was last used, to the minute, in the machine's time.</summary>
    public DateTimeOffset LastSeenAt { get; set; }

    /// <summary>When it was ended, or null while it holds.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The name of the session of a key: the first half of its SHA-256. The database computes the same (<c>gf.session_of</c>).</summary>
    public static Guid IdOf(Guid key) => new(SHA256.HashData(key.ToByteArray(bigEndian: true)).AsSpan(0, 16), bigEndian: true);
}
