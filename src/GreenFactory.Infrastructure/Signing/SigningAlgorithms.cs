namespace GreenFactory.Infrastructure.Signing;

/// <summary>Words for algorithms, as they stand in signed documents and pins.</summary>
internal static class SigningAlgorithms
{
    /// <summary>ECDSA P-256 with SHA-256, IEEE P1363 form.</summary>
    public const string Es256 = "ES256";

    /// <summary>Ed25519 (RFC 8032).</summary>
    public const string Ed25519 = "Ed25519";
}
