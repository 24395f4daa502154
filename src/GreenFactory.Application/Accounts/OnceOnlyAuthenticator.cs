using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using GreenFactory.Application.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Accounts;

/// <summary>
/// Codes of an authenticator (RFC 6238: six digits, steps of 30 seconds), each of which works once: the database keeps the last step used and takes no step a second
/// time, whoever comes at the same moment. A telephone may be a minute off.
/// </summary>
public sealed class OnceOnlyAuthenticator(PortalDbContext db) : AuthenticatorTokenProvider<PortalUser>
{
    private const int StepSeconds = 30;
    private const int StepsOff = 2;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <inheritdoc/>
    public override async Task<bool> ValidateAsync(string purpose, string token, UserManager<PortalUser> manager, PortalUser user)
    {
        var key = Bytes(await manager.GetAuthenticatorKeyAsync(user) ?? "");
        if (key.Length == 0)
        {
            return false;
        }

        // Telephones know nothing of a demonstration's moved clock.
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / StepSeconds;
        var shown = Enumerable.Range(-StepsOff, (2 * StepsOff) + 1).Select(off => now + off).Where(step => Code(key, step) == token).Select(step => (long?)step).FirstOrDefault();
        return shown is { } used && (await db.Database.SqlQuery<bool>($"select gf.use_time_step({user.Id}, {used}) as \"Value\"").ToListAsync())[0];
    }

    private static string Code(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238 as authenticators implement it.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The bytes of a key in base 32 (RFC 4648) without padding, as the framework makes it.</summary>
    private static byte[] Bytes(string key)
    {
        var bits = string.Concat(key.Where(Alphabet.Contains).Select(letter => Alphabet.IndexOf(letter, StringComparison.Ordinal).ToString("b5", CultureInfo.InvariantCulture)));
        return [.. bits.Chunk(8).Where(part => part.Length == 8).Select(part => Convert.ToByte(new string(part), 2))];
    }
}
