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

/// <summary>One case as it is reported.</summary>
public sealed record PackCase(
    string CaseNumber, string Organisation, string CreditCode, string Purpose, ConclusionKind Kind, int? Rank, string Reason, string DeclaredTotal, string VerifiedTotal, string ScoreHash, IReadOnlyList<PackOpinion> Opinions);

/// <summary>Everything a district reports; its canonical JSON is what is hashed.</summary>
public sealed record PackContent(string District, string Authority, int Year, string ReceiptNumber, string SealedAt, string SealedBy, IReadOnlyList<PackCase> Cases)
{
    /// <summary>Head of the log of events before the pack, a signed note; empty where none could be signed.</summary>
    public string EventLogHead { get; init; } = "";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    /// <summary>The canonical JSON.</summary>
    public string Write() => CanonicalJson.Canonicalise(JsonSerializer.Serialize(this, Options));

    /// <summary>Reads a stored pack.</summary>
    public static PackContent Read(string json) => JsonSerializer.Deserialize<PackContent>(json, Options)!;
}
