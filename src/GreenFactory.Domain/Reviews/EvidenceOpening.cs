using GreenFactory.Domain.Evidence;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Reviews;

/// <summary>That an officer was shown a file of evidence: the server writes it when it serves the file to that person. Append-only.</summary>
public sealed class EvidenceOpening : ICaseOwned
{
    private EvidenceOpening()
    {
    }

    /// <summary>The file.</summary>
    public EvidenceId EvidenceFileId { get; private set; }

    /// <summary>The person.</summary>
    public UserId UserId { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <inheritdoc/>
    public DeclarationId DeclarationId { get; private set; }

    /// <summary>When it was first opened.</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>A file is opened.</summary>
    public static EvidenceOpening Of(EvidenceFile file, UserId person, DateTimeOffset now) =>
        new() { EvidenceFileId = file.Id, UserId = person, MunicipalityId = file.MunicipalityId, DeclarationId = file.DeclarationId, OpenedAt = now };
}
