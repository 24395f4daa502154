using System.Globalization;
using System.Text.Json.Nodes;

namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>A rule-set document, full or overlay, with its golden cases, as the sheets of a workbook write and read it.</summary>
internal sealed class RuleDocument(JsonObject root, JsonArray cases)
{
    private readonly Dictionary<(string Member, string Owner, string Code), Entry> _entries = [];

    /// <summary>The document.</summary>
    public JsonObject Root { get; } = root;

    /// <summary>The golden cases.</summary>
    public JsonArray Cases { get; } = cases;

    /// <summary>Whether it writes its differences from a parent.</summary>
    public bool IsOverlay => CellWriting.Plain(Root["format"]) == WorkbookWords.Formats["派生规则集"];

    /// <summary>The items of a list in their order; an overlay says of each whether it adds or replaces.</summary>
    public IEnumerable<(string? Operation, JsonObject Item)> Items(string member) => Root[member] switch
    {
        JsonArray items => items.Select(item => ((string?)null, item!.AsObject())),
        JsonObject patch => ((string[])["add", "replace"]).SelectMany(operation => (patch[operation] as JsonArray ?? []).Select(item => ((string?)operation, item!.AsObject()))),
        _ => [],
    };

    /// <summary>Puts an item at the end of a list and says where it stands.</summary>
    public string Append(string member, string? operation, JsonObject item) => operation is null
        ? Append(Root, "$", member, item)
        : Append(Part(member), $"$.{member}", operation, item);

    /// <summary>The object of an overlay that holds the changes to a list.</summary>
    public JsonObject Part(string member)
    {
        if (Root[member] is not JsonObject part)
        {
            Root[member] = part = [];
        }

        return part;
    }

    /// <summary>Puts a value at the end of a list of an object and says where it stands.</summary>
    public static string Append(JsonObject owner, string path, string member, JsonNode item)
    {
        if (owner[member] is not JsonArray items)
        {
            owner[member] = items = [];
        }

        items.Add(item);
        return string.Create(CultureInfo.InvariantCulture, $"{path}.{member}[{items.Count - 1}]");
    }

    /// <summary>Remembers an item by its code, so that rows of other sheets find it; false when another has the code.</summary>
    public bool Remember(string member, string owner, string code, JsonObject item, string path) => _entries.TryAdd((member, owner, code), new Entry(item, path));

    /// <summary>The item of a code; null when there is none.</summary>
    public Entry? Find(string member, string owner, string code) => _entries.GetValueOrDefault((member, owner, code));

    /// <summary>An item and where it stands.</summary>
    public sealed record Entry(JsonObject Item, string Path);
}
