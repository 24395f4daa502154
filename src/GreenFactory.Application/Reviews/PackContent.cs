using System.Text.Json;
using GreenFactory.Domain.Reviews;
using GreenFactory.Scoring.Json;

namespace GreenFactory.Application.Reviews;

/// <summary>What a department said at one time, where it corrected itself.</summary>
public sealed record PackOpinionVersion(int Version, string Opinion, string Text, string Reason, string GivenBy, string GivenAt);

/// <summary>One department's part in a reported case.</summary>
/// <param name="Department">The department.</param>
/// <param name="Opinion">What stands.</param>
/// <param name="Text">In words.</param>
/// <param name="Versions">Everything it said, the first version first; empty where nothing was corrected.</param>
public sealed record PackOpinion(string Department, string Opinion, string Text, IReadOnlyList<PackOpinionVersion> Versions);

/// <summary>The completed visit to a reported unit.</summary>
/// <param name="On">The day, such as 2026-07-06.</param>
/// <param name="PartOfDay">上午 or 下午.</param>
/// <param name="Officers">Who visited.</param>
/// <param name="Present">Who was there for the unit.</param>
/// <param name="Conclusion">What was found, in words.</param>
public sealed record PackVisit(string On, string PartOfDay, IReadOnlyList<string> Officers, string Present, string Conclusion);

/// <summary>A case that was still under review when the pack was sealed, and is not part of it.</summary>
public sealed record PackUnfinished(string CaseNumber, string Organisation, string State);

/// <summary>One case as it is reported. A place counts factories and parks apart.</summary>
public sealed record PackCase(
    string CaseNumber, string Organisation, string CreditCode, string Purpose, ConclusionKind Kind, int? Rank, string Reason, string DeclaredTotal, string VerifiedTotal, string ScoreHash, IReadOnlyList<PackOpinion> Opinions)
{
    /// <summary>Whether it is a park.</summary>
    public bool IsPark { get; init; }

    /// <summary>GB/T 4754-2017 class; empty for parks.</summary>
    public string Industry { get; init; } = "";

    /// <summary>Title of the rule set.</summary>
    public string RuleSet { get; init; } = "";

    /// <summary>What the preference rule makes of it: Met, NotMet, Undecided or NotApplicable; empty without a rule.</summary>
    public string Preference { get; init; } = "";

    /// <summary>The place that the order of the score would give it; null for other conclusions.</summary>
    public int? RankByScore { get; init; }

    /// <summary>Why the place departs from the order of the score; empty where it does not.</summary>
    public string RankReason { get; init; } = "";

    /// <summary>The visit; null without one.</summary>
    public PackVisit? Visit { get; init; }
}

/// <summary>Everything a district reports; its canonical JSON is what is hashed.</summary>
public sealed record PackContent(string District, string Authority, int Year, string ReceiptNumber, string SealedAt, string SealedBy, IReadOnlyList<PackCase> Cases)
{
    /// <summary>Head of the log of events before the pack, a signed note; empty where none could be signed.</summary>
    public string EventLogHead { get; init; } = "";

    /// <summary>Cases still under review as it was sealed.</summary>
    public IReadOnlyList<PackUnfinished> Unfinished { get; init; } = [];

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    /// <summary>The canonical JSON.</summary>
    public string Write() => CanonicalJson.Canonicalise(JsonSerializer.Serialize(this, Options));

    /// <summary>Reads a stored pack.</summary>
    public static PackContent Read(string json) => JsonSerializer.Deserialize<PackContent>(json, Options)!;
}
