using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Reviews;

/// <summary>A document that came with an opinion.</summary>
/// <param name="Name">File name.</param>
/// <param name="MediaType">Media type, found by content.</param>
/// <param name="ContentHash">SHA-256 of the content in hexadecimal.</param>
public sealed record OpinionAttachment(string Name, string MediaType, string ContentHash);

/// <summary>
/// What a department said, once. Append-only: a correction is the next version with its reason, and every earlier version stays as it was said.
/// </summary>
public sealed class OpinionVersion : ICaseOwned
{
    private OpinionVersion()
    {
    }

    /// <summary>Key.</summary>
    public OpinionVersionId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <inheritdoc/>
    public DeclarationId DeclarationId { get; private set; }

    /// <summary>The question that is answered.</summary>
    public DepartmentOpinionId DepartmentOpinionId { get; private set; }

    /// <summary>The district that asked.</summary>
    public DistrictId DistrictId { get; private set; }

    /// <summary>The department that answers.</summary>
    public DepartmentId DepartmentId { get; private set; }

    /// <summary>1 for the first answer, then rising without gaps.</summary>
    public int Sequence { get; private set; }

    /// <summary>What the department says.</summary>
    public OpinionKind Kind { get; private set; }

    /// <summary>In words; empty only where there is no comment.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Why the version before it was corrected; empty for the first.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>File name of the attachment; null for none.</summary>
    public string? AttachmentName { get; private set; }

    /// <summary>Media type of the attachment.</summary>
    public string? AttachmentMediaType { get; private set; }

    /// <summary>SHA-256 of the attachment.</summary>
    public string? AttachmentHash { get; private set; }

    /// <summary>Who said it for the department.</summary>
    public UserId GivenBy { get; private set; }

    /// <summary>The name of that person.</summary>
    public string GivenByName { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset GivenAt { get; private set; }

    internal static OpinionVersion Of(DepartmentOpinion opinion, OpinionVersionId id, string reason, UserId by) =>
        new()
        {
            Id = id,
            MunicipalityId = opinion.MunicipalityId,
            DeclarationId = opinion.DeclarationId,
            DepartmentOpinionId = opinion.Id,
            DistrictId = opinion.DistrictId,
            DepartmentId = opinion.DepartmentId,
            Sequence = opinion.Version,
            Kind = opinion.Kind!.Value,
            Text = opinion.Text,
            Reason = reason,
            AttachmentName = opinion.AttachmentName,
            AttachmentMediaType = opinion.AttachmentMediaType,
            AttachmentHash = opinion.AttachmentHash,
            GivenBy = by,
            GivenByName = opinion.GivenByName!,
            GivenAt = opinion.GivenAt!.Value,
        };
}
