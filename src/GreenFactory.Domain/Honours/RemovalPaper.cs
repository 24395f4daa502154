using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Honours;

/// <summary>A kept file: its name, its media type found by content, its length in bytes and the SHA-256 of its content in hexadecimal.</summary>
public sealed record PaperFile(string Name, string MediaType, long Length, string ContentHash);

/// <summary>A document beside a proposal: of the authority, as proof of the facts, or of the unit, with its answer. Append-only.</summary>
public sealed class RemovalPaper : ITenantOwned
{
    private RemovalPaper()
    {
    }

    /// <summary>Key.</summary>
    public RemovalPaperId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The proposal.</summary>
    public RemovalProposalId RemovalProposalId { get; private set; }

    /// <summary>Whether the unit gave it.</summary>
    public bool ByUnit { get; private set; }

    /// <summary>File name, cleaned.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Media type found by its content.</summary>
    public string MediaType { get; private set; } = "";

    /// <summary>Length in bytes.</summary>
    public long Length { get; private set; }

    /// <summary>SHA-256 of the content, in hexadecimal.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>Who added it.</summary>
    public string AddedByName { get; private set; } = "";

    /// <summary>When it was added.</summary>
    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>Records a document.</summary>
    public static RemovalPaper Create(RemovalPaperId id, RemovalProposal proposal, bool byUnit, PaperFile file, string byName, DateTimeOffset now) =>
        new()
        {
            Id = id,
            MunicipalityId = proposal.MunicipalityId,
            RemovalProposalId = proposal.Id,
            ByUnit = byUnit,
            FileName = file.Name,
            MediaType = file.MediaType,
            Length = file.Length,
            ContentHash = file.ContentHash,
            AddedByName = byName,
            AddedAt = now,
        };
}
