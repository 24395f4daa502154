using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Reviews;

/// <summary>By what the queue is ordered.</summary>
public enum QueueSort
{
    /// <summary>案件编号.</summary>
    Number,

    /// <summary>时限: the earliest day by which somebody owes the district an answer.</summary>
    Due,

    /// <summary>申报得分, the highest first.</summary>
    Score,

    /// <summary>行业代码.</summary>
    Industry,

    /// <summary>提交时间, the earliest first.</summary>
    Submitted,

    /// <summary>单位名称.</summary>
    Name,
}

/// <summary>Whose cases the queue shows.</summary>
/// <param name="Officer">One officer's; null for those nobody works on.</param>
public sealed record QueueOwner(UserId? Officer);

/// <summary>Where a page of the queue begins or ends: the sort key of a row and its case number.</summary>
/// <param name="Key">The key as <see cref="QueueRow.SortKey"/> gives it.</param>
/// <param name="CaseNumber">The case number, which tells equal keys apart.</param>
/// <param name="Backwards">True for the page before the row instead of after it.</param>
public sealed record QueuePlace(string Key, string CaseNumber, bool Backwards);

/// <summary>What the queue shows; all of it is part of the address.</summary>
public sealed record QueueFilter
{
    /// <summary>Only this state; null for all.</summary>
    public CaseState? State { get; init; }

    /// <summary>Only factories or parks; null for both.</summary>
    public OrganisationKind? Kind { get; init; }

    /// <summary>Only new entries or benchmarking; null for both.</summary>
    public DeclarationPurpose? Purpose { get; init; }

    /// <summary>Part of the name or case number, or a whole credit code.</summary>
    public string? Text { get; init; }

    /// <summary>The beginning of a GB/T 4754-2017 code, such as 30 or 3011; null for all.</summary>
    public string? Industry { get; init; }

    /// <summary>Only this rule-set version; null for all.</summary>
    public RuleSetVersionId? RuleSet { get; init; }

    /// <summary>Whose cases; null for all.</summary>
    public QueueOwner? Owner { get; init; }

    /// <summary>Only cases with an open question to the applicant.</summary>
    public bool WithQuestions { get; init; }

    /// <summary>Only cases with a quality signal.</summary>
    public bool WithSignals { get; init; }

    /// <summary>The order.</summary>
    public QueueSort Sort { get; init; }

    /// <summary>Where the page begins or ends; null for the first page.</summary>
    public QueuePlace? Place { get; init; }
}
