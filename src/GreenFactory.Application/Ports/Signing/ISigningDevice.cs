using GreenFactory.Domain.Honours;

namespace GreenFactory.Application.Ports.Signing;

/// <summary>A new key pair.</summary>
/// <param name="Algorithm">Its algorithm, a word of <see cref="ISignatureVerifier"/>.</param>
/// <param name="PublicKey">The public half, SubjectPublicKeyInfo in DER.</param>
/// <param name="ProtectedPrivateKey">The private half as it may be stored: encrypted, or a handle of the module that holds it.</param>
public sealed record NewSigningKey(string Algorithm, byte[] PublicKey, string ProtectedPrivateKey);

/// <summary>
/// Makes keys and signs with them. The shipped one keeps private keys encrypted by the deployment's key ring; a hardware module or a signer
/// for SM2 is another implementation, beside a verifier that knows its algorithm.
/// </summary>
public interface ISigningDevice
{
    /// <summary>Makes a key pair in the algorithm of the purpose: ES256 for lists, Ed25519 for the log, unless the device knows another one.</summary>
    NewSigningKey Create(SigningPurpose purpose);

    /// <summary>Signs a message with a key that this device made.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The private half cannot be opened here.</exception>
    byte[] Sign(string algorithm, string protectedPrivateKey, ReadOnlySpan<byte> message);
}
