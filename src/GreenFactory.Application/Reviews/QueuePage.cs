using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Reviews;

/// <summary>One case of the queue.</summary>
public sealed record QueueRow(
    DeclarationId Id,
    string Organisation,
    string CaseNumber,
    OrganisationKind Kind,
    DeclarationPurpose Purpose,
    CaseState State,
    DateTimeOffset StateSince,
    string RuleSet,
    decimal? Declared,
    decimal? Verified,
    int Ruled,
    int? Indicators,
    DateOnly? VisitOn,
    bool VisitDone,
    int Consenting,
    int Commenting,
    int Objecting,
    int Asked,
    DateTimeOffset? Due)
{
    /// <summary>Questions to the applicant that stand.</summary>
    public int Questions { get; init; }

    /// <summary>Indicators that carried a quality signal when it was submitted last.</summary>
    public int Signals { get; init; }

    /// <summary>GB/T 4754-2017 class; null for parks.</summary>
    public string? Industry { get; init; }

    /// <summary>When it was submitted.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>Who works on it; null for nobody.</summary>
    public UserId? Owner { get; init; }

    /// <summary>The name of that person; empty for nobody.</summary>
    public string OwnerName { get; init; } = "";

    /// <summary>The key by which it stands in the order at hand.</summary>
    public string SortKey { get; init; } = "";
}

/// <summary>An officer of the district with the cases that wait at that person.</summary>
/// <param name="Officer">The person.</param>
/// <param name="Name">The name.</param>
/// <param name="Open">Cases the district has still to conclude or report.</param>
public sealed record OfficerLoad(UserId Officer, string Name, int Open);

/// <summary>A rule-set version with the number of its cases.</summary>
public sealed record RuleSetCount(RuleSetVersionId Version, string Title, int Cases);

/// <summary>What the whole queue of a campaign holds, whatever the filter.</summary>
/// <param name="States">Cases by state; they sum to all.</param>
/// <param name="Officers">Officers of the district, the person at work first.</param>
/// <param name="Unallocated">Open cases nobody works on.</param>
/// <param name="RuleSets">Rule sets in use.</param>
/// <param name="Industries">Industry codes in use, with the number of their cases.</param>
public sealed record QueueContent(
    IReadOnlyDictionary<CaseState, int> States, IReadOnlyList<OfficerLoad> Officers, int Unallocated, IReadOnlyList<RuleSetCount> RuleSets, IReadOnlyList<(string Code, int Cases)> Industries)
{
    /// <summary>An empty queue.</summary>
    public static QueueContent Empty { get; } = new(new Dictionary<CaseState, int>(), [], 0, [], []);

    /// <summary>All cases.</summary>
    public int Total => States.Values.Sum();
}

/// <summary>A page of the queue.</summary>
/// <param name="Content">What the whole queue holds.</param>
/// <param name="Rows">The page.</param>
/// <param name="Previous">Where the page before ends; null on the first.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record QueuePage(QueueContent Content, IReadOnlyList<QueueRow> Rows, QueuePlace? Previous, QueuePlace? Next)
{
    /// <summary>A page of nothing.</summary>
    public static QueuePage Empty { get; } = new(QueueContent.Empty, [], null, null);
}
