using System.Security.Cryptography;
using GreenFactory.Application.Ports.Signing;
using GreenFactory.Domain.Honours;
using Microsoft.AspNetCore.DataProtection;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;

namespace GreenFactory.Infrastructure.Signing;

/// <summary>Signs in the program itself; private keys are stored encrypted by the deployment's data-protection key ring.</summary>
public sealed class ProtectedKeySigningDevice(IDataProtectionProvider protection) : ISigningDevice
{
    private readonly IDataProtector protector = protection.CreateProtector("GreenFactory.Honours.SigningKey");

    /// <inheritdoc/>
    public NewSigningKey Create(SigningPurpose purpose) => purpose is SigningPurpose.EventLog ? CreateEd25519() : CreateEs256();

    /// <inheritdoc/>
    public byte[] Sign(string algorithm, string protectedPrivateKey, ReadOnlySpan<byte> message)
    {
        var stored = Convert.FromBase64String(protector.Unprotect(protectedPrivateKey));
        switch (algorithm)
        {
            case SigningAlgorithms.Es256:
                using (var key = ECDsa.Create())
                {
                    key.ImportPkcs8PrivateKey(stored, out _);
                    return key.SignData(message, HashAlgorithmName.SHA256);
                }

            case SigningAlgorithms.Ed25519:
                var signer = new Ed25519Signer();
                signer.Init(forSigning: true, new Ed25519PrivateKeyParameters(stored));
                signer.BlockUpdate(message.ToArray(), 0, message.Length);
                return signer.GenerateSignature();
            default:
                throw new CryptographicException($"This device does not know the algorithm {algorithm}.");
        }
    }

    private NewSigningKey CreateEs256()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new NewSigningKey(SigningAlgorithms.Es256, key.ExportSubjectPublicKeyInfo(), Protect(key.ExportPkcs8PrivateKey()));
    }

    private NewSigningKey CreateEd25519()
    {
        var key = new Ed25519PrivateKeyParameters(new SecureRandom());
        var publicKey = SubjectPublicKeyInfoFactory.CreateSubjectPublicKeyInfo(key.GeneratePublicKey()).GetDerEncoded();
        return new NewSigningKey(SigningAlgorithms.Ed25519, publicKey, Protect(key.GetEncoded()));
    }

    private string Protect(byte[] privateKey) => protector.Protect(Convert.ToBase64String(privateKey));
}
