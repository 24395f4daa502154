using System.Security.Cryptography;
using GreenFactory.Application.Ports.Signing;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Security;

namespace GreenFactory.Infrastructure.Signing;

/// <summary>Verifies ES256 by .NET and Ed25519, which .NET does not have, by Bouncy Castle.</summary>
public sealed class SignatureVerifier : ISignatureVerifier
{
    /// <inheritdoc/>
    public bool Verify(string algorithm, ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) => algorithm switch
    {
        SigningAlgorithms.Es256 => VerifyEs256(publicKey, message, signature),
        SigningAlgorithms.Ed25519 => Ed25519Key(publicKey) is { } key && VerifyEd25519(key, message.ToArray(), signature.ToArray()),
        _ => false,
    };

    /// <inheritdoc/>
    public byte[]? NoteKeyOf(ReadOnlySpan<byte> publicKey) => Ed25519Key(publicKey)?.GetEncoded();

    private static bool VerifyEs256(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(publicKey, out _);
            return key.VerifyData(message, signature, HashAlgorithmName.SHA256);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static bool VerifyEd25519(Ed25519PublicKeyParameters key, byte[] message, byte[] signature)
    {
        var signer = new Ed25519Signer();
        signer.Init(forSigning: false, key);
        signer.BlockUpdate(message, 0, message.Length);
        return signature.Length == Ed25519PrivateKeyParameters.SignatureSize && signer.VerifySignature(signature);
    }

    private static Ed25519PublicKeyParameters? Ed25519Key(ReadOnlySpan<byte> publicKey)
    {
        try
        {
            return PublicKeyFactory.CreateKey(publicKey.ToArray()) as Ed25519PublicKeyParameters;
        }
        catch (Exception damaged) when (damaged is IOException or ArgumentException or SecurityUtilityException or InvalidOperationException)
        {
            return null;
        }
    }
}
