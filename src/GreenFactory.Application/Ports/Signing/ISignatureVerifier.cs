namespace GreenFactory.Application.Ports.Signing;

/// <summary>Verifies signatures. Words for algorithms: <c>ES256</c> (ECDSA P-256 with SHA-256, IEEE P1363 form) and <c>Ed25519</c>.</summary>
public interface ISignatureVerifier
{
    /// <summary>Whether the signature holds. An unknown algorithm, a damaged key or a damaged signature does not hold.</summary>
    /// <param name="algorithm">The algorithm's word.</param>
    /// <param name="publicKey">SubjectPublicKeyInfo in DER.</param>
    /// <param name="message">What was signed.</param>
    /// <param name="signature">The signature.</param>
    bool Verify(string algorithm, ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature);

    /// <summary>The 32 bytes of an Ed25519 key, as a signed note names it; null when it is none.</summary>
    byte[]? NoteKeyOf(ReadOnlySpan<byte> publicKey);
}
