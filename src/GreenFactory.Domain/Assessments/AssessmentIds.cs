using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Assessments;

/// <summary>Identifies an assignment of a case to an expert (评审分配).</summary>
public readonly record struct ExpertAssignmentId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies a criterion of the experts' overall assessment (评议项).</summary>
public readonly record struct AssessmentCriterionId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies the quota of one ranking (名额).</summary>
public readonly record struct SelectionQuotaId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies a decision on the shortlist (入围结论).</summary>
public readonly record struct SelectionDecisionId(Guid Value) : IStronglyTypedId;
