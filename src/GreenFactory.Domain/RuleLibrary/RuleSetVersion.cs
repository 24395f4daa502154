using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.RuleLibrary;

/// <summary>The life of a rule-set version: Draft → Checked → Published → Retired.</summary>
public enum RuleSetState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>The checker and its golden cases are green.</summary>
    Checked,

    /// <summary>In force and immutable.</summary>
    Published,

    /// <summary>No longer offered to new campaigns; still replayed.</summary>
    Retired,
}

/// <summary>One version of a rule set in the library: the document and its content hash.</summary>
public sealed class RuleSetVersion : ITenantOwned
{
    private RuleSetVersion()
    {
    }

    /// <summary>Key.</summary>
    public RuleSetVersionId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>Identifier of the set, such as <c>gbt36132-2025</c>.</summary>
    public string RuleSetId { get; private set; } = "";

    /// <summary>Version of the set, such as <c>2026.1</c>.</summary>
    public string Version { get; private set; } = "";

    /// <summary>Title in Chinese.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Whom it applies to.</summary>
    public OrganisationKind Kind { get; private set; }

    /// <summary>official, transcribed, derived or example.</summary>
    public string Provenance { get; private set; } = "";

    /// <summary>GB/T 4754-2017 codes it applies to, as in the document; empty when it applies to any.</summary>
    public string[] IndustryCodes { get; private set; } = [];

    /// <summary>The canonical document.</summary>
    public string Document { get; private set; } = "";

    /// <summary>SHA-256 of the canonical document, in hexadecimal.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public RuleSetState State { get; private set; }

    /// <summary>When it was published.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Loads a version that ships with the product.</summary>
    public static RuleSetVersion CreatePublished(
        RuleSetVersionId id, MunicipalityId municipality, string ruleSetId, string version, string title, OrganisationKind kind, string provenance, IEnumerable<string> industryCodes, string document, string contentHash, DateTimeOffset now) =>
        new()
        {
            Id = id,
            MunicipalityId = municipality,
            RuleSetId = ruleSetId,
            Version = version,
            Title = title,
            Kind = kind,
            Provenance = provenance,
            IndustryCodes = [.. industryCodes],
            Document = document,
            ContentHash = contentHash,
            State = RuleSetState.Published,
            PublishedAt = now,
        };
}
