using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Honours;

/// <summary>What a key signs.</summary>
public enum SigningPurpose
{
    /// <summary>Notices and publications.</summary>
    Lists,

    /// <summary>Heads of the log of events.</summary>
    EventLog,
}

/// <summary>
/// A key of the municipality. The private half is kept in the form that the signing device gave it: encrypted, or a handle of a hardware
/// module. A row here makes nobody believe a signature: that takes a pinned key outside the database.
/// </summary>
public sealed class SigningKey : ITenantOwned
{
    private SigningKey()
    {
    }

    /// <summary>Key.</summary>
    public SigningKeyId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>What it signs.</summary>
    public SigningPurpose Purpose { get; private set; }

    /// <summary>Algorithm, such as ES256 or Ed25519.</summary>
    public string Algorithm { get; private set; } = "";

    /// <summary>The public half, PEM.</summary>
    public string PublicKeyPem { get; private set; } = "";

    /// <summary>SHA-256 of the public half (SubjectPublicKeyInfo, DER), 64 lower-case hexadecimal digits.</summary>
    public string Fingerprint { get; private set; } = "";

    /// <summary>The private half, encrypted, or the handle by which a hardware module knows it.</summary>
    public string ProtectedPrivateKey { get; private set; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Records a key.</summary>
    public static SigningKey Create(
        SigningKeyId id, MunicipalityId municipality, SigningPurpose purpose, string algorithm, string publicKeyPem, string fingerprint, string protectedPrivateKey, DateTimeOffset now) =>
        new()
        {
            Id = id,
            MunicipalityId = municipality,
            Purpose = purpose,
            Algorithm = algorithm,
            PublicKeyPem = publicKeyPem,
            Fingerprint = fingerprint,
            ProtectedPrivateKey = protectedPrivateKey,
            CreatedAt = now,
        };
}
