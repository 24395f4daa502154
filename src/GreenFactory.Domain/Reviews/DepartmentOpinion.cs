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

/// <summary>The question to one of the five departments about one case, and its answer that stands: a copy of the latest <see cref="OpinionVersion"/>.</summary>
public sealed class DepartmentOpinion : ICaseOwned
{
    /// <summary>How many departments a district must hear.</summary>
    public const int Departments = 5;

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

    /// <summary>How many versions the answer has; 0 until given. A form sends back the one it was shown.</summary>
    public int Version { get; private set; }

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

    /// <summary>The department answers, or corrects its answer: the version that is returned stands from now on, the earlier ones stay.</summary>
    /// <param name="id">Key of the version.</param>
    /// <param name="answer">Kind, words and document.</param>
    /// <param name="seen">The version the person was shown; 0 for none.</param>
    /// <param name="reason">Why an earlier version is corrected; required from the second on.</param>
    /// <param name="by">Who answers.</param>
    /// <param name="byName">The name of that person.</param>
    /// <param name="now">The time.</param>
    public Result<OpinionVersion> Give(
        OpinionVersionId id, (OpinionKind Kind, string Text, OpinionAttachment? Attachment) answer, int seen, string reason, UserId by, string byName, DateTimeOffset now)
    {
        if (seen != Version)
        {
            return ReviewErrors.OpinionGivenMeanwhile(this);
        }

        if (answer.Kind is not OpinionKind.NoComment && WrittenText.SaysNothing(answer.Text))
        {
            return ReviewErrors.OpinionTextMissing;
        }

        if (Version > 0 && WrittenText.SaysNothing(reason))
        {
            return ReviewErrors.CorrectionReasonMissing;
        }

        if (Version > 0 && (Kind, ComparableText.Visible(Text), AttachmentHash) == (answer.Kind, ComparableText.Visible(answer.Text), answer.Attachment?.ContentHash))
        {
            return ReviewErrors.NothingCorrected;
        }

        State = OpinionState.Given;
        Version++;
        Kind = answer.Kind;
        Text = WrittenText.Said(answer.Text);
        (AttachmentName, AttachmentMediaType, AttachmentHash) = (answer.Attachment?.Name, answer.Attachment?.MediaType, answer.Attachment?.ContentHash);
        GivenByName = byName;
        GivenAt = now;
        return OpinionVersion.Of(this, id, Version > 1 ? WrittenText.Said(reason) : "", by);
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
