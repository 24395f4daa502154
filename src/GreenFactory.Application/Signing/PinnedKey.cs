using System.Security.Cryptography;
using GreenFactory.Domain.Honours;

namespace GreenFactory.Application.Signing;

/// <summary>A public key that is believed, for one municipality, one purpose and one span of time.</summary>
/// <param name="Municipality">Code of the municipality, such as <c>cq</c>.</param>
/// <param name="Use">What it signs.</param>
/// <param name="Algorithm">Its algorithm.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo in DER, base64.</param>
/// <param name="From">Beginning of the span in which it signs.</param>
/// <param name="Until">End of the span; null while it signs. What was signed before stays verifiable.</param>
/// <param name="Name">Name of the key in signed notes, for the log of events its origin; null for lists.</param>
public sealed record PinnedKey(string Municipality, SigningPurpose Use, string Algorithm, string PublicKey, DateTimeOffset From, DateTimeOffset? Until = null, string? Name = null)
{
    /// <summary>SHA-256 of the public key, 64 lower-case hexadecimal digits: what is printed beside lists.</summary>
    public string Fingerprint => FingerprintOf(Convert.FromBase64String(PublicKey));

    /// <summary>The key as PEM.</summary>
    public string Pem => PemOf(Convert.FromBase64String(PublicKey));

    /// <summary>Whether it signed at this moment.</summary>
    public bool HeldAt(DateTimeOffset moment) => From <= moment && (Until is null || moment < Until);

    /// <summary>Fingerprint of a public key.</summary>
    public static string FingerprintOf(ReadOnlySpan<byte> publicKey) => Convert.ToHexStringLower(SHA256.HashData(publicKey));

    /// <summary>PEM of a public key.</summary>
    public static string PemOf(ReadOnlySpan<byte> publicKey) => PemEncoding.WriteString("PUBLIC KEY", publicKey);
}
