using GreenFactory.Application.Ports.Signing;
using GreenFactory.Application.Signing;
using GreenFactory.Domain.Transparency;
using GreenFactory.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GreenFactory.Web.Api;

/// <summary>A pinned key as it is published.</summary>
/// <param name="Municipality">Code of the municipality.</param>
/// <param name="Use">Lists or EventLog.</param>
/// <param name="Algorithm">ES256 or Ed25519, unless another device signs.</param>
/// <param name="Fingerprint">SHA-256 of the key.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo in DER, Base64.</param>
/// <param name="From">Beginning of the span in which it signs.</param>
/// <param name="Until">End of the span; absent while it signs.</param>
/// <param name="Name">Name of the key in signed notes; absent for lists.</param>
/// <param name="VerifierKey">The key as verifiers of signed notes read it; absent for lists.</param>
public sealed record KeyResource(
    string Municipality, string Use, string Algorithm, string Fingerprint, string PublicKey, DateTimeOffset From, DateTimeOffset? Until, string? Name, string? VerifierKey);

/// <summary>The pinned keys of a municipality.</summary>
public sealed record KeyList(IReadOnlyList<KeyResource> Keys);

/// <summary>The keys by which lists and heads of the log verify, at a stable address.</summary>
internal static class KeyApi
{
    /// <summary>The address, below the municipality.</summary>
    public const string Address = "/.well-known/greenfactory-keys.json";

    public static void Map(WebApplication app) => app.MapGet(Address, ReadAsync).AllowAnonymous().RequireRateLimiting(RateLimits.PublicSearch);

    private static async Task<Ok<KeyList>> ReadAsync(PublishedKeyQuery keys, ISignatureVerifier verifier, HttpResponse response, CancellationToken cancellation)
    {
        var all = await keys.AllAsync(cancellation);
        ApiCaching.Keep(response);
        return TypedResults.Ok(new KeyList([.. all.Select(key => new KeyResource(
            key.Municipality, key.Use.ToString(), key.Algorithm, key.Fingerprint, key.PublicKey, key.From, key.Until, key.Name, VerifierKey(key, verifier)))]));
    }

    private static string? VerifierKey(PinnedKey key, ISignatureVerifier verifier) =>
        key.Name is { } name && verifier.NoteKeyOf(Convert.FromBase64String(key.PublicKey)) is { } publicKey ? new NoteKey(name, publicKey).Write() : null;
}
