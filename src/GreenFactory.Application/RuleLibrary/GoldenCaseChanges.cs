using System.Text.Json.Nodes;
using GreenFactory.Scoring.Json;

namespace GreenFactory.Application.RuleLibrary;

/// <summary>What differs between two files of golden cases, which are known by their titles.</summary>
public static class GoldenCaseChanges
{
    /// <summary>The differences, one Chinese sentence each; none when the files say the same.</summary>
    public static IReadOnlyList<string> Between(string before, string after)
    {
        if (CanonicalJson.Canonicalise(before) == CanonicalJson.Canonicalise(after))
        {
            return [];
        }

        var (old, now) = (ByTitle(before), ByTitle(after));
        var sentences = old.Keys.Where(title => !now.ContainsKey(title)).Select(title => $"删除用例“{title}”。")
            .Concat(now.Keys.Where(title => !old.ContainsKey(title)).Select(title => $"增加用例“{title}”。"))
            .Concat(now.Where(golden => old.TryGetValue(golden.Key, out var text) && text != golden.Value).Select(golden => $"改动用例“{golden.Key}”。"))
            .ToList();
        return sentences.Count > 0 ? sentences : ["用例的顺序改变。"];
    }

    private static Dictionary<string, string> ByTitle(string json) => (JsonNode.Parse(json) as JsonArray ?? [])
        .GroupBy(golden => (golden as JsonObject)?["title"] is JsonValue value && value.TryGetValue<string>(out var title) ? title : "", StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => string.Join('\n', same.Select(golden => CanonicalJson.Canonicalise(golden?.ToJsonString() ?? "null"))), StringComparer.Ordinal);
}
