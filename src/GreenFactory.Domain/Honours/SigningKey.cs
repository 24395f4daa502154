using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Honours;

/// <summary>The municipality's key for signing lists (ECDSA P-256). The private half is stored encrypted by the deployment's key ring.</summary>
public sealed class SigningKey : ITenantOwned
{
    private SigningKey()
    {
    }

    /// <summary>Key.</summary>
    public SigningKeyId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The public half, PEM.</summary>
    public string PublicKeyPem { get; private set; } = "";

    /// <summary>The private half, encrypted.</summary>
    public string ProtectedPrivateKey { get; private set; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Records a key.</summary>
    public static SigningKey Create(SigningKeyId id, MunicipalityId municipality, string publicKeyPem, string protectedPrivateKey, DateTimeOffset now) =>
        new() { Id = id, MunicipalityId = municipality, PublicKeyPem = publicKeyPem, ProtectedPrivateKey = protectedPrivateKey, CreatedAt = now };
}
