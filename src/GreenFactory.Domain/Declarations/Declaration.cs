using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Declarations;

/// <summary>A case: one organisation's declaration in one campaign (申报案件).</summary>
public sealed class Declaration : ITenantOwned
{
    private Declaration()
    {
    }

    /// <summary>Key.</summary>
    public DeclarationId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The campaign.</summary>
    public CampaignId CampaignId { get; private set; }

    /// <summary>The applicant.</summary>
    public OrganisationId OrganisationId { get; private set; }

    /// <summary>The district that reviews.</summary>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Factory or park.</summary>
    public OrganisationKind Kind { get; private set; }

    /// <summary>New entry or benchmarking.</summary>
    public DeclarationPurpose Purpose { get; private set; }

    /// <summary>Number people quote, such as F2026-0102-017.</summary>
    public string CaseNumber { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public CaseState State { get; private set; }

    /// <summary>The rule-set version it is scored with; null until chosen.</summary>
    public RuleSetVersionId? RuleSetVersionId { get; private set; }

    /// <summary>GB/T 4754-2017 class of the main activity, four digits; null for parks and until chosen.</summary>
    public string? IndustryCode { get; private set; }

    /// <summary>Why this rule set applies, in the words shown to the applicant and the officer.</summary>
    public string RuleSetReason { get; private set; } = "";

    /// <summary>The officer who confirmed the rule set, or null.</summary>
    public UserId? RuleSetConfirmedBy { get; private set; }

    /// <summary>Who began it.</summary>
    public UserId CreatedBy { get; private set; }

    /// <summary>When it was begun.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When the state last changed.</summary>
    public DateTimeOffset StateSince { get; private set; }

    /// <summary>When it was first submitted.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Begins a case.</summary>
    public static Declaration Begin(DeclarationId id, Campaign campaign, Organisation organisation, DeclarationPurpose purpose, string caseNumber, UserId by, DateTimeOffset now) =>
        new()
        {
            Id = id,
            MunicipalityId = campaign.MunicipalityId,
            CampaignId = campaign.Id,
            OrganisationId = organisation.Id,
            DistrictId = organisation.DistrictId,
            Kind = organisation.Kind,
            Purpose = purpose,
            CaseNumber = caseNumber,
            State = CaseState.Draft,
            CreatedBy = by,
            CreatedAt = now,
            StateSince = now,
        };

    /// <summary>Whether the applicant may change answers now.</summary>
    public bool IsEditable => State is CaseState.Draft or CaseState.Returned;

    /// <summary>Chooses the rule set by which the case is scored.</summary>
    public Result ChooseRuleSet(RuleSetVersionId version, string? industryCode, string reason)
    {
        if (State is not CaseState.Draft)
        {
            return DeclarationErrors.RuleSetFixed;
        }

        RuleSetVersionId = version;
        IndustryCode = industryCode;
        RuleSetReason = reason;
        RuleSetConfirmedBy = null;
        return Result.Success;
    }

    /// <summary>Makes it a case of the other kind; the caller has asked the register. Refused once it is submitted.</summary>
    public Result ChangePurpose(DeclarationPurpose purpose)
    {
        if (State is not CaseState.Draft)
        {
            return DeclarationErrors.PurposeFixed;
        }

        Purpose = purpose;
        return Result.Success;
    }

    /// <summary>A district officer confirms the rule set.</summary>
    public void ConfirmRuleSet(UserId officer) => RuleSetConfirmedBy = officer;

    /// <summary>Takes one step of <see cref="CaseTransitions"/>.</summary>
    /// <param name="action">What is done.</param>
    /// <param name="actor">Who does it, with the roles that hold for this case.</param>
    /// <param name="proved">The guards the use case has proved; one that is missing refuses the step.</param>
    /// <param name="now">The time.</param>
    public Result Take(CaseAction action, CaseActor actor, IReadOnlyCollection<CaseGuard> proved, DateTimeOffset now)
    {
        if (CaseTransitions.Find(State, action, Purpose) is not { } step)
        {
            return DeclarationErrors.NoSuchStep(State, action);
        }

        if (!step.Roles.Any(actor.Roles.Contains))
        {
            return DeclarationErrors.NotYourRole(action);
        }

        var missing = step.Guards.Where(guard => !proved.Contains(guard)).Select(DeclarationErrors.GuardNotMet).ToList();
        if (missing.Count > 0)
        {
            return Result.Failure(missing);
        }

        State = step.To;
        StateSince = now;
        if (action is CaseAction.Submit)
        {
            SubmittedAt = now;
        }

        return Result.Success;
    }
}
