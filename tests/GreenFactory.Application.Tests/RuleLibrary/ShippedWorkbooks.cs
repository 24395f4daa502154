using System.Text.Json.Nodes;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Application.RuleLibrary.Workbook;
using GreenFactory.Infrastructure.Spreadsheets;
using GreenFactory.Scoring.Json;

namespace GreenFactory.Application.Tests.RuleLibrary;

/// <summary>The rule sets that ship, as documents and as workbooks.</summary>
internal static class ShippedWorkbooks
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "rules");

    public static RuleSetWorkbookReader Reader { get; } = new(new SpreadsheetReader(), new WorkbookMarker());

    public static IReadOnlyList<string> Ids { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal),
        .. Directory.EnumerateFiles(Path.Combine(Folder, "industry"), "*.json").Select(file => $"industry-{Path.GetFileNameWithoutExtension(file)}").Order(StringComparer.Ordinal),
    ];

    public static string Document(string id) => File.ReadAllText(id.StartsWith("industry-", StringComparison.Ordinal)
        ? Path.Combine(Folder, "industry", $"{id["industry-".Length..]}.json")
        : Path.Combine(Folder, $"{id}.json"));

    public static string Cases(string id) => GoldenCaseFile.Write(
        Directory.EnumerateFiles(Path.Combine(Folder, "golden", id), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllText));

    public static byte[] Write(string document, string cases)
    {
        var written = ExportRuleSetHandler.Write(document, cases, new SpreadsheetWriter());
        Assert.True(written.Succeeded, written.Succeeded ? "" : written.Error.Message);
        return written.Value;
    }

    public static byte[] Workbook(string id) => Write(Document(id), Cases(id));

    /// <summary>The canonical text of a document without what documents leave out because it is empty.</summary>
    public static string Canonical(string document) => CanonicalJson.Canonicalise(Filled(JsonNode.Parse(document)!).ToJsonString());

    private static JsonNode Filled(JsonNode node) => node switch
    {
        JsonObject members => new JsonObject(members.Where(member => !IsEmpty(member.Value)).Select(member => KeyValuePair.Create(member.Key, member.Value is null ? null : (JsonNode?)Filled(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(item => Filled(item!))]),
        _ => node.DeepClone(),
    };

    private static bool IsEmpty(JsonNode? value) => value is JsonValue scalar && scalar.TryGetValue<string>(out var text) && text.Length == 0;
}
