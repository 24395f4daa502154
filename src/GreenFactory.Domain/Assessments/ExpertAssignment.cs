using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Assessments;

/// <summary>Where an expert's work on a case stands.</summary>
public enum AssignmentState
{
    /// <summary>待声明回避: the case is still hidden from the expert.</summary>
    Assigned,

    /// <summary>评审中: no conflict declared.</summary>
    Reviewing,

    /// <summary>已回避: a conflict hides the case for good.</summary>
    Conflicted,

    /// <summary>已完成.</summary>
    Finished,
}

/// <summary>A case assigned to one expert. What the expert must know to declare a conflict stands here, for the case itself is hidden until then.</summary>
public sealed class ExpertAssignment : ICaseOwned
{
    private ExpertAssignment()
    {
    }

    /// <summary>Key.</summary>
    public ExpertAssignmentId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <inheritdoc/>
    public DeclarationId DeclarationId { get; private set; }

    /// <summary>The campaign of the case, by which the expert's list is told apart.</summary>
    public CampaignId CampaignId { get; private set; }

    /// <summary>The expert.</summary>
    public UserId ExpertId { get; private set; }

    /// <summary>The expert's name.</summary>
    public string ExpertName { get; private set; } = "";

    /// <summary>Number of the case.</summary>
    public string CaseNumber { get; private set; } = "";

    /// <summary>Name of the unit.</summary>
    public string OrganisationName { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public AssignmentState State { get; private set; }

    /// <summary>The reason of a conflict.</summary>
    public string ConflictReason { get; private set; } = "";

    /// <summary>When the expert declared a conflict or none.</summary>
    public DateTimeOffset? DeclaredAt { get; private set; }

    /// <summary>End of the day by which the assessment is due.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>The expert's comment on the whole.</summary>
    public string Comment { get; private set; } = "";

    /// <summary>When it was finished.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>When it was assigned.</summary>
    public DateTimeOffset AssignedAt { get; private set; }

    /// <summary>Assigns a case.</summary>
    public static ExpertAssignment Create(
        ExpertAssignmentId id, Declaration declaration, string organisationName, UserId expert, string expertName, DateTimeOffset dueAt, DateTimeOffset now) =>
        new()
        {
            Id = id,
            MunicipalityId = declaration.MunicipalityId,
            DeclarationId = declaration.Id,
            CampaignId = declaration.CampaignId,
            ExpertId = expert,
            ExpertName = expertName,
            CaseNumber = declaration.CaseNumber,
            OrganisationName = organisationName,
            DueAt = dueAt,
            AssignedAt = now,
        };

    /// <summary>The expert declares a conflict of interest, or that there is none.</summary>
    public Result Declare(bool conflict, string reason, DateTimeOffset now)
    {
        if (State is not AssignmentState.Assigned)
        {
            return AssessmentErrors.AlreadyDeclared;
        }

        State = conflict ? AssignmentState.Conflicted : AssignmentState.Reviewing;
        ConflictReason = conflict ? WrittenText.Said(reason) : "";
        DeclaredAt = now;
        return Result.Success;
    }

    /// <summary>Keeps the comment of a draft.</summary>
    public Result Draft(string comment)
    {
        if (State is not AssignmentState.Reviewing)
        {
            return AssessmentErrors.NotReviewing;
        }

        Comment = WrittenText.Said(comment);
        return Result.Success;
    }

    /// <summary>Finishes; the caller has checked that every point and the comment are given.</summary>
    public Result Finish(DateTimeOffset now)
    {
        if (State is not AssignmentState.Reviewing)
        {
            return AssessmentErrors.NotReviewing;
        }

        State = AssignmentState.Finished;
        FinishedAt = now;
        return Result.Success;
    }
}
