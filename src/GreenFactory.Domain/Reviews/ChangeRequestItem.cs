using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Reviews;

/// <summary>What an item of a return is about.</summary>
public enum ChangeSubject
{
    /// <summary>填报项 of the profile.</summary>
    Field,

    /// <summary>指标.</summary>
    Indicator,

    /// <summary>基本要求或负面清单.</summary>
    Gate,

    /// <summary>佐证材料.</summary>
    Evidence,
}

/// <summary>One thing to be corrected or explained, and the applicant's answer to it.</summary>
public sealed class ChangeRequestItem : ICaseOwned
{
    private ChangeRequestItem()
    {
    }

    /// <summary>Key.</summary>
    public ChangeRequestItemId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <inheritdoc/>
    public DeclarationId DeclarationId { get; private set; }

    /// <summary>The request it belongs to.</summary>
    public ChangeRequestId ChangeRequestId { get; private set; }

    /// <summary>Place in the list, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>What it is about.</summary>
    public ChangeSubject Subject { get; private set; }

    /// <summary>Code of the indicator, gate or field; the file's subject for evidence.</summary>
    public string SubjectCode { get; private set; } = "";

    /// <summary>What it is about, in words.</summary>
    public string SubjectLabel { get; private set; } = "";

    /// <summary>What is to be corrected or explained.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What the applicant answers; null until answered.</summary>
    public string? Answer { get; private set; }

    /// <summary>Who answered.</summary>
    public string? AnsweredByName { get; private set; }

    /// <summary>When it was answered last.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Names one thing to be corrected.</summary>
    public static ChangeRequestItem Create(
        ChangeRequestItemId id, ChangeRequest request, int position, ChangeSubject subject, string subjectCode, string subjectLabel, string text) =>
        new()
        {
            Id = id,
            MunicipalityId = request.MunicipalityId,
            DeclarationId = request.DeclarationId,
            ChangeRequestId = request.Id,
            Position = position,
            Subject = subject,
            SubjectCode = subjectCode,
            SubjectLabel = subjectLabel,
            Text = WrittenText.Said(text),
        };

    /// <summary>The applicant answers. The caller has checked that the case lies with the applicant.</summary>
    public void AnswerWith(string answer, string byName, DateTimeOffset now)
    {
        Answer = WrittenText.Said(answer);
        AnsweredByName = byName;
        AnsweredAt = now;
    }
}
