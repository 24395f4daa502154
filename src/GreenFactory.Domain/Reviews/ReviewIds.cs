using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Reviews;

/// <summary>Identifies one version of a department's opinion (部门意见的一个版本).</summary>
public readonly record struct OpinionVersionId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies one verdict of the district on one indicator (指标核定).</summary>
public readonly record struct IndicatorVerdictId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies a return for correction (退回补正).</summary>
public readonly record struct ChangeRequestId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies one item of a return for correction (补正事项).</summary>
public readonly record struct ChangeRequestItemId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies an on-site verification (现场核实).</summary>
public readonly record struct SiteVisitId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies one line of the checklist of an on-site verification (核实项目).</summary>
public readonly record struct SiteVisitItemId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies a photograph of an on-site verification (现场照片).</summary>
public readonly record struct SiteVisitPhotoId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies what one department was asked about one case, and its answer (部门意见).</summary>
public readonly record struct DepartmentOpinionId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies the district's conclusion on a case (区县结论).</summary>
public readonly record struct DistrictConclusionId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies a district's sealed pack (报送包).</summary>
public readonly record struct DistrictPackId(Guid Value) : IStronglyTypedId;
