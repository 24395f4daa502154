using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Honours;

/// <summary>Identifies a public notice (公示).</summary>
public readonly record struct NoticeId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies a row of a public notice.</summary>
public readonly record struct NoticeRowId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies an objection (异议).</summary>
public readonly record struct ObjectionId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies a publication (发布).</summary>
public readonly record struct PublicationId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies a row of a publication.</summary>
public readonly record struct PublicationRowId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies an explained difference between notice and publication.</summary>
public readonly record struct PublicationDifferenceId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies a green unit over all its years and names (绿色制造单位).</summary>
public readonly record struct GreenUnitId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies one year's honour of a green unit (称号).</summary>
public readonly record struct HonourId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies an event in the life of a green unit.</summary>
public readonly record struct GreenUnitEventId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies a proposal to remove a unit from the list (移除建议).</summary>
public readonly record struct RemovalProposalId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies a signing key of the platform.</summary>
public readonly record struct SigningKeyId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies a reminder of the benchmarking of a year.</summary>
public readonly record struct BenchmarkReminderId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies a document beside a proposal of removal.</summary>
public readonly record struct RemovalPaperId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies the fixed place of a unit in a year.</summary>
public readonly record struct BenchmarkPlaceId(Guid Value) : IStronglyTypedId;

/// <summary>Identifies a finding of falsification.</summary>
public readonly record struct FalsificationFindingId(Guid Value) : IStronglyTypedId;
