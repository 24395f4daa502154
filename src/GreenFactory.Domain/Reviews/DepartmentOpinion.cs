using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Reviews;

/// <summary>What a department says of a case.</summary>
public enum OpinionKind
{
    /// <summary>无意见.</summary>
    NoComment,

    /// <summary>有意见, with what it is about.</summary>
    Comment,

    /// <summary>存在不得推荐情形, with what it is.</summary>
    Bars,
}

/// <summary>Where the question to a department stands.</summary>
public enum OpinionState
{
    /// <summary>待反馈.</summary>
    Asked,

    /// <summary>已反馈.</summary>
    Given,

    /// <summary>逾期未反馈: recorded by the district; silence is not consent.</summary>
    Overdue,
}

/// <summary>The question to one of the five departments about one case, and its answer.</summary>
public sealed class DepartmentOpinion : ICaseOwned
{
    private DepartmentOpinion()
    {
    }

    /// <summary>Key.</summary>
    public DepartmentOpinionId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <inheritdoc/>
    public DeclarationId DeclarationId { get; private set; }

    /// <summary>The district that asks.</summary>
    public DistrictId DistrictId { get; private set; }

    /// <summary>The department that is asked.</summary>
    public DepartmentId DepartmentId { get; private set; }

    /// <summary>When it was asked.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>The end of the day by which an answer is due.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public OpinionState State { get; private set; }

    /// <summary>What the department says; null until given.</summary>
    public OpinionKind? Kind { get; private set; }

    /// <summary>In words; required unless there is no comment.</summary>
    public string Text { get; private set; } = "";

    /// <summary>File name of the attachment; null for none.</summary>
    public string? AttachmentName { get; private set; }

    /// <summary>Media type of the attachment.</summary>
    public string? AttachmentMediaType { get; private set; }

    /// <summary>SHA-256 of the attachment.</summary>
    public string? AttachmentHash { get; private set; }

    /// <summary>Who answered for the department.</summary>
    public string? GivenByName { get; private set; }

    /// <summary>When it was answered.</summary>
    public DateTimeOffset? GivenAt { get; private set; }

    /// <summary>When the district recorded that no answer came in time.</summary>
    public DateTimeOffset? OverdueRecordedAt { get; private set; }

    /// <summary>Who recorded it.</summary>
    public string? OverdueRecordedByName { get; private set; }

    /// <summary>Whether the department has been heard: it answered, or its silence is on record.</summary>
    public bool IsHeard => State is not OpinionState.Asked;

    /// <summary>Asks a department.</summary>
    public static DepartmentOpinion Ask(DepartmentOpinionId id, Declaration declaration, Department department, DateTimeOffset dueAt, DateTimeOffset now) =>
        new()
        {
            Id = id,
            MunicipalityId = declaration.MunicipalityId,
            DeclarationId = declaration.Id,
            DistrictId = declaration.DistrictId,
            DepartmentId = department.Id,
            AskedAt = now,
            DueAt = dueAt,
        };

    /// <summary>The department answers; a later answer takes the place of an earlier one while the case is open.</summary>
    public Result Give(OpinionKind kind, string text, string byName, DateTimeOffset now)
    {
        if (kind is not OpinionKind.NoComment && string.IsNullOrWhiteSpace(text))
        {
            return ReviewErrors.OpinionTextMissing;
        }

        State = OpinionState.Given;
        Kind = kind;
        Text = text.Trim();
        GivenByName = byName;
        GivenAt = now;
        return Result.Success;
    }

    /// <summary>Attaches a document to the answer.</summary>
    public void Attach(string name, string mediaType, string contentHash)
    {
        AttachmentName = name;
        AttachmentMediaType = mediaType;
        AttachmentHash = contentHash;
    }

    /// <summary>The district records that no answer came in time.</summary>
    public Result RecordOverdue(string byName, DateTimeOffset now)
    {
        if (State is not OpinionState.Asked)
        {
            return ReviewErrors.AlreadyHeard;
        }

        if (now < DueAt)
        {
            return ReviewErrors.NotYetDue;
        }

        State = OpinionState.Overdue;
        OverdueRecordedByName = byName;
        OverdueRecordedAt = now;
        return Result.Success;
    }
}
