using System.Security.Cryptography;
using System.Text;
using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Honours;
using GreenFactory.Scoring.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>Signs lists with the municipality's key (ECDSA P-256 with SHA-256); the first list makes the key.</summary>
public sealed class ListSigner(PortalDbContext db, CurrentAccess access, IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("GreenFactory.Honours.SigningKey");

    /// <summary>Signs a list inside the running process.</summary>
    public async Task<SealedList> SignAsync(RunningProcess process, string document, IReadOnlyList<ListedRow> rows, CancellationToken cancellation)
    {
        var key = await db.SigningKeys.OrderByDescending(row => row.CreatedAt).FirstOrDefaultAsync(cancellation) ?? Add(process);
        using var signer = ECDsa.Create();
        signer.ImportFromPem(protector.Unprotect(key.ProtectedPrivateKey));
        return new SealedList(
            document,
            CanonicalJson.Hash(document),
            MerkleTree.Root([.. rows.Select(row => MerkleTree.LeafHash(row.Canonical()))]),
            Convert.ToBase64String(signer.SignData(Encoding.UTF8.GetBytes(document), HashAlgorithmName.SHA256)),
            key.PublicKeyPem);
    }

    /// <summary>Whether a signature holds for a document under a public key.</summary>
    public static bool Verify(string document, string signature, string publicKeyPem)
    {
        using var verifier = ECDsa.Create();
        verifier.ImportFromPem(publicKeyPem);
        return verifier.VerifyData(Encoding.UTF8.GetBytes(document), Convert.FromBase64String(signature), HashAlgorithmName.SHA256);
    }

    private SigningKey Add(RunningProcess process)
    {
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = SigningKey.Create(
            new SigningKeyId(process.NewId()), access.Scope.Municipality, made.ExportSubjectPublicKeyInfoPem(), protector.Protect(made.ExportPkcs8PrivateKeyPem()), process.Now);
        db.Add(key);
        return key;
    }
}
