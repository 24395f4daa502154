using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Evidence;

/// <summary>What the virus scan says of a file.</summary>
public enum ScanState
{
    /// <summary>正在检查.</summary>
    Pending,

    /// <summary>已检查.</summary>
    Clean,

    /// <summary>已隔离: never served.</summary>
    Quarantined,
}

/// <summary>A file uploaded as proof for one subject of a case (佐证材料).</summary>
public sealed class EvidenceFile : ICaseOwned
{
    private EvidenceFile()
    {
    }

    /// <summary>Key.</summary>
    public EvidenceId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <inheritdoc/>
    public DeclarationId DeclarationId { get; private set; }

    /// <summary>What it proves: the code of a gate or an indicator.</summary>
    public string SubjectCode { get; private set; } = "";

    /// <summary>File name as the person named it, cleaned.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Media type found by its content.</summary>
    public string MediaType { get; private set; } = "";

    /// <summary>Length in bytes.</summary>
    public long Length { get; private set; }

    /// <summary>SHA-256 of the content, in hexadecimal: also its address in the store.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>What the scan says.</summary>
    public ScanState Scan { get; private set; }

    /// <summary>Which scanner, and what it found.</summary>
    public string ScanNote { get; private set; } = "";

    /// <summary>Who uploaded it.</summary>
    public UserId UploadedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset UploadedAt { get; private set; }

    /// <summary>When the applicant took it out; what was once submitted stays in the store.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>Records an upload.</summary>
    public static EvidenceFile Create(
        EvidenceId id, Declaration declaration, string subjectCode, string fileName, string mediaType, long length, string contentHash, UserId by, DateTimeOffset now) =>
        new()
        {
            Id = id,
            MunicipalityId = declaration.MunicipalityId,
            DeclarationId = declaration.Id,
            SubjectCode = subjectCode,
            FileName = fileName,
            MediaType = mediaType,
            Length = length,
            ContentHash = contentHash,
            UploadedBy = by,
            UploadedAt = now,
        };

    /// <summary>Records the scan's result.</summary>
    public void Scanned(ScanState state, string note)
    {
        Scan = state;
        ScanNote = note;
    }

    /// <summary>Takes the file out of the case.</summary>
    public void Remove(DateTimeOffset now) => RemovedAt ??= now;
}
