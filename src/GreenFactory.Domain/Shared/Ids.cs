namespace GreenFactory.Domain.Shared;

/// <summary>A strongly typed identifier over a version-7 guid, so that ids of different things cannot be mixed up.</summary>
public interface IStronglyTypedId
{
    /// <summary>The stored value.</summary>
    Guid Value { get; }
}

/// <summary>Identifies a municipality (市): the tenant.</summary>
public readonly record struct MunicipalityId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies a person with an account.</summary>
public readonly record struct UserId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies the restoration of a lost second factor (找回两步验证).</summary>
public readonly record struct SecondFactorRestorationId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies a membership: one role of one person.</summary>
public readonly record struct MembershipId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies a district or another body that recommends (区县).</summary>
public readonly record struct DistrictId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies one of the five consulted departments of a district (部门).</summary>
public readonly record struct DepartmentId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies an enterprise or a park (单位).</summary>
public readonly record struct OrganisationId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies a claim of a person on an organisation (认领).</summary>
public readonly record struct OrganisationClaimId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies a campaign (批次).</summary>
public readonly record struct CampaignId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies one version of a rule set in the library (规则集版本).</summary>
public readonly record struct RuleSetVersionId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies one person's word on a version of a rule set (确认).</summary>
public readonly record struct RuleSetEndorsementId(Guid Value) : IStronglyTypedId;

/// <summary>Key of a comparison of values with the text of their standard.</summary>
public readonly record struct ValueConfirmationId(Guid Value) : IStronglyTypedId;

/// <summary>Key of a row that such a comparison covers.</summary>
public readonly record struct ConfirmedRowId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies a dry run of a rule-set version over a campaign (试算).</summary>
public readonly record struct DryRunId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies a case: one declaration of one organisation in one campaign (案件).</summary>
public readonly record struct DeclarationId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies an uploaded piece of evidence (佐证材料).</summary>
public readonly record struct EvidenceId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies a frozen score of a case (冻结得分).</summary>
public readonly record struct FrozenScoreId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies a submission of a case (提交).</summary>
public readonly record struct SubmissionId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies a process: who did what, when and why.</summary>
public readonly record struct ProcessId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies a recorded extension of the deadline (延期).</summary>
public readonly record struct DeadlineGraceId(Guid Value) : IStronglyTypedId;
