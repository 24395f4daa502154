using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GreenFactory.Scoring.Json;

namespace GreenFactory.Domain.Honours;

/// <summary>Heading of a signed list.</summary>
/// <param name="Kind"><see cref="SignedDocument.PublicNotice"/> or <see cref="SignedDocument.Publication"/>.</param>
/// <param name="Title">Title.</param>
/// <param name="Year">Year of the campaign.</param>
/// <param name="Municipality">Code of the municipality.</param>
/// <param name="SignedAt">When it was signed, to the second.</param>
/// <param name="Algorithm">Algorithm of the key.</param>
/// <param name="KeyFingerprint">Fingerprint of the key.</param>
/// <param name="EventLogHead">Head of the log of events before this list, a signed note; empty where none could be signed.</param>
/// <param name="More">What only this kind of list has: document number, end of the period, hash of the notice.</param>
public sealed record SignedHeading(
    string Kind, string Title, int Year, string Municipality, DateTimeOffset SignedAt, string Algorithm, string KeyFingerprint, string EventLogHead, IReadOnlyDictionary<string, string> More);

/// <summary>
/// A list as it is signed: heading, rows, differences, and the root over the rows. Whoever holds the document and knows the key needs
/// nothing else of this platform.
/// </summary>
public sealed record SignedDocument(SignedHeading Heading, string MerkleRoot, IReadOnlyList<ListedRow> Rows, IReadOnlyList<ListedDifference> Differences)
{
    /// <summary>Kind of a public notice.</summary>
    public const string PublicNotice = "public-notice";

    /// <summary>Kind of a publication.</summary>
    public const string Publication = "publication";

    private const string MomentFormat = "yyyy-MM-dd'T'HH:mm:sszzz";
    private static readonly string[] Own = ["kind", "title", "campaign", "municipality", "signedAt", "algorithm", "keyFingerprint", "eventLogHead", "merkleRoot", "rows", "differences"];

    /// <summary>Makes a document over rows in their order.</summary>
    public static SignedDocument Of(SignedHeading heading, IReadOnlyList<ListedRow> rows, IReadOnlyList<ListedDifference> differences) =>
        new(heading, RootOf(rows), rows, differences);

    /// <summary>The canonical JSON that is signed.</summary>
    public string Canonical()
    {
        var document = new JsonObject
        {
            ["kind"] = Heading.Kind,
            ["title"] = Heading.Title,
            ["campaign"] = Heading.Year.ToString(CultureInfo.InvariantCulture),
            ["municipality"] = Heading.Municipality,
            ["signedAt"] = Heading.SignedAt.ToString(MomentFormat, CultureInfo.InvariantCulture),
            ["algorithm"] = Heading.Algorithm,
            ["keyFingerprint"] = Heading.KeyFingerprint,
            ["eventLogHead"] = Heading.EventLogHead,
            ["merkleRoot"] = MerkleRoot,
            ["rows"] = new JsonArray([.. Rows.Select(row => row.Json())]),
            ["differences"] = new JsonArray([.. Differences.Select(difference => difference.Json())]),
        };
        foreach (var (key, value) in Heading.More)
        {
            document[key] = value;
        }

        return CanonicalJson.Canonicalise(document.ToJsonString());
    }

    /// <summary>
    /// Reads a document; null when it is none of this platform, or when its root is not the one over its rows. The text must be canonical:
    /// what is read is then all that the text says.
    /// </summary>
    public static SignedDocument? Read(string canonical)
    {
        if (Parse(canonical) is not { } document
            || document["rows"] is not JsonArray rows || document["differences"] is not JsonArray differences
            || !int.TryParse(Text(document, "campaign"), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !DateTimeOffset.TryParseExact(Text(document, "signedAt"), MomentFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var signedAt))
        {
            return null;
        }

        var more = document.Where(member => !Own.Contains(member.Key)).ToDictionary(member => member.Key, member => Text(document, member.Key) ?? "");
        var heading = new SignedHeading(
            Text(document, "kind") ?? "", Text(document, "title") ?? "", year, Text(document, "municipality") ?? "", signedAt,
            Text(document, "algorithm") ?? "", Text(document, "keyFingerprint") ?? "", Text(document, "eventLogHead") ?? "", more);
        List<ListedRow> listed = [.. rows.Select(ListedRow.Read).OfType<ListedRow>()];
        List<ListedDifference> explained = [.. differences.Select(ListedDifference.Read).OfType<ListedDifference>()];
        var read = Of(heading, listed, explained);
        return listed.Count == rows.Count && explained.Count == differences.Count && read.Canonical() == canonical ? read : null;
    }

    private static string RootOf(IEnumerable<ListedRow> rows) => MerkleTree.Root([.. rows.Select(row => MerkleTree.LeafHash(row.Canonical()))]);

    private static string? Text(JsonObject document, string name) => document[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = 8 }) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
