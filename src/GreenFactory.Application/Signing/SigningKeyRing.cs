using System.Security.Cryptography;
using GreenFactory.Application.Access;
using GreenFactory.Application.Data;
using GreenFactory.Application.Ports.Signing;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace GreenFactory.Application.Signing;

/// <summary>A key that can sign now, with its pin.</summary>
public sealed record ReadyKey(SigningKey Key, PinnedKey Pin);

/// <summary>
/// The municipality's keys: finds the pinned one that signs now. Where the program may pin, it makes one when there is none; where the
/// operator pins, a key nobody pinned signs nothing.
/// </summary>
public sealed partial class SigningKeyRing(
    PortalDbContext db, CurrentAccess access, MunicipalityCodeReader codes, ISigningDevice device, ISignatureVerifier verifier, ITrustedKeys trusted, SigningNames names, ILogger<SigningKeyRing> logger)
{
    /// <summary>The key of a purpose that signs now, inside a running transaction.</summary>
    public async Task<Result<ReadyKey>> ReadyAsync(SigningPurpose purpose, DateTimeOffset now, CancellationToken cancellation)
    {
        var code = await codes.ReadAsync(cancellation);
        // Two first signatures at the same moment make one key.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext({"signing-key/" + code + "/" + purpose}))", cancellation);
        var pins = trusted.All.Where(pin => pin.Municipality == code && pin.Use == purpose && pin.HeldAt(now)).ToList();
        var fingerprints = pins.Select(pin => pin.Fingerprint).ToList();
        var key = await db.SigningKeys.Where(row => row.Purpose == purpose && fingerprints.Contains(row.Fingerprint)).OrderByDescending(row => row.CreatedAt).FirstOrDefaultAsync(cancellation);
        if (key is not null)
        {
            return new ReadyKey(key, pins.First(pin => pin.Fingerprint == key.Fingerprint));
        }

        return trusted.CanPin ? Make(code, purpose, now) : Unpinned(code, purpose);
    }

    /// <summary>
    /// Makes a key where the operator pins and none is at hand, and says what to pin; done by background work. Returns whether one was made.
    /// </summary>
    public async Task<bool> PrepareAsync(SigningPurpose purpose, DateTimeOffset now, CancellationToken cancellation)
    {
        if (trusted.CanPin || await db.SigningKeys.AnyAsync(row => row.Purpose == purpose, cancellation))
        {
            return false;
        }

        var code = await codes.ReadAsync(cancellation);
        var (_, pin) = Add(code, purpose, now);
        await db.SaveChangesAsync(cancellation);
        MadeUnpinned(code, purpose, pin.Fingerprint, pin.PublicKey);
        return true;
    }

    /// <summary>Signs with a ready key.</summary>
    public Result<byte[]> Sign(ReadyKey ready, ReadOnlySpan<byte> message)
    {
        try
        {
            var signature = device.Sign(ready.Key.Algorithm, ready.Key.ProtectedPrivateKey, message);
            // The row names the algorithm and holds the private half; only what verifies under the pin leaves this place.
            if (verifier.Verify(ready.Pin.Algorithm, Convert.FromBase64String(ready.Pin.PublicKey), message, signature))
            {
                return signature;
            }

            Unreadable(ready.Pin.Fingerprint, "its private half does not belong to the pinned public half");
        }
        catch (CryptographicException failure)
        {
            Unreadable(ready.Pin.Fingerprint, failure.Message);
        }

        return SigningErrors.KeyUnreadable;
    }

    private ReadyKey Make(string code, SigningPurpose purpose, DateTimeOffset now)
    {
        var (key, pin) = Add(code, purpose, now);
        trusted.Pin(pin);
        return new ReadyKey(key, pin);
    }

    private (SigningKey Key, PinnedKey Pin) Add(string code, SigningPurpose purpose, DateTimeOffset now)
    {
        var made = device.Create(purpose);
        // Signed documents name their moment to the second, and the key must have held then.
        var from = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        var pin = new PinnedKey(
            code, purpose, made.Algorithm, Convert.ToBase64String(made.PublicKey), from, Name: purpose is SigningPurpose.EventLog ? names.OriginOf(code) : null);
        var key = SigningKey.Create(
            new SigningKeyId(Guid.CreateVersion7(now)), access.Scope.Municipality, purpose, made.Algorithm, pin.Pem, pin.Fingerprint, made.ProtectedPrivateKey, now);
        db.Add(key);
        return (key, pin);
    }

    private Error Unpinned(string code, SigningPurpose purpose)
    {
        NothingPinned(code, purpose);
        return SigningErrors.NoPinnedKey;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Municipality}: nothing is signed for {Purpose}: no key of the database is pinned by Lists:PinnedKeys for now.")]
    private partial void NothingPinned(string municipality, SigningPurpose purpose);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Municipality}: a key for {Purpose} was made, fingerprint {Fingerprint}. It signs nothing until Lists:PinnedKeys names it: PublicKey {PublicKey}")]
    private partial void MadeUnpinned(string municipality, SigningPurpose purpose, string fingerprint, string publicKey);

    [LoggerMessage(Level = LogLevel.Error, Message = "The signing key {Fingerprint} cannot be used: {Problem}")]
    private partial void Unreadable(string fingerprint, string problem);
}
