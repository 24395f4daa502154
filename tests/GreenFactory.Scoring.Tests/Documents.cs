using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GreenFactory.Scoring.Tests;

/// <summary>Alters JSON documents by path, as the corpora of these tests write it: <c>set</c>, <c>remove</c>, or a <c>text</c> of its own.</summary>
internal static partial class Documents
{
    public static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    public static string Alter(string sound, JsonObject entry)
    {
        if ((entry["text"] ?? entry["goldenText"]) is { } text)
            return text.GetValue<string>();
        var document = JsonNode.Parse(sound)!;
        foreach (var (path, value) in entry["set"] as JsonObject ?? [])
            Put(document, path, value?.DeepClone());
        foreach (var path in entry["remove"] as JsonArray ?? [])
            Remove(document, path!.GetValue<string>());
        return document.ToJsonString(Indented);
    }

    public static void Put(JsonNode document, string path, JsonNode? value)
    {
        var (owner, last) = Walk(document, path);
        if (owner is JsonArray array && Index(last) is var at)
        {
            if (at == array.Count)
                array.Add(value);
            else
                array[at] = value;
        }
        else
        {
            owner[last] = value;
        }
    }

    private static void Remove(JsonNode document, string path)
    {
        var (owner, last) = Walk(document, path);
        if (owner is JsonArray array)
            array.RemoveAt(Index(last));
        else
            ((JsonObject)owner).Remove(last);
    }

    public static (JsonNode Owner, string Last) Walk(JsonNode document, string path)
    {
        var steps = Steps().Matches(path).Select(m => m.Value).ToList();
        var node = steps.SkipLast(1).Aggregate(document, (at, step) => at is JsonArray array ? array[Index(step)]! : at[step]!);
        return (node, steps[^1]);
    }

    public static int Index(string step) => int.Parse(step, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[^.\[\]]+")]
    private static partial Regex Steps();
}
