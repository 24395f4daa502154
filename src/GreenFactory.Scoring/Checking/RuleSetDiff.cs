using System.Text.Json.Nodes;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Checking;

/// <summary>What happened to one field.</summary>
public enum ChangeKind
{
    /// <summary>New in the second set.</summary>
    Added,

    /// <summary>Gone from the second set.</summary>
    Removed,

    /// <summary>Different in the two sets.</summary>
    Changed,
}

/// <summary>One difference: where (area and code), what it is called, which field, and both texts.</summary>
public sealed record RuleSetChange(ChangeKind Kind, string Area, string Code, string Label, string Field, string Before, string After)
{
    /// <summary>The difference as a Chinese sentence.</summary>
    public string Sentence => Kind switch
    {
        ChangeKind.Added => $"{Area}：新增“{Label}”（{Code}）。",
        ChangeKind.Removed => $"{Area}：删除“{Label}”（{Code}）。",
        _ => $"{Area}“{Label}”：{Field}由“{(Before.Length == 0 ? "空" : Before)}”改为“{(After.Length == 0 ? "空" : After)}”。",
    };
}

/// <summary>Compares two rule sets by code, field by field, in reading order.</summary>
public static class RuleSetDiff
{
    private static readonly (string Member, string Area)[] Lists =
    [
        ("gates", "基本要求"), ("inputs", "输入项"), ("repeatGroups", "多行填报项"), ("definitions", "定义"), ("cautions", "核对提示"), ("groups", "一级指标"), ("indicators", "指标"), ("parameters", "参数"),
    ];

    /// <summary>Every difference from <paramref name="before"/> to <paramref name="after"/>.</summary>
    public static IReadOnlyList<RuleSetChange> Compare(RuleSet before, RuleSet after)
    {
        var (old, now) = (Parse(before), Parse(after));
        var changes = new List<RuleSetChange>();
        foreach (var field in old.Select(m => m.Key).Union(now.Select(m => m.Key)).Where(k => Lists.All(l => l.Member != k)))
            Field(changes, "规则集", after.Id, after.Title, field, old[field], now[field]);
        foreach (var (member, area) in Lists.Where(l => l.Member != "parameters"))
            Items(changes, area, old[member], now[member], member == "cautions" ? "at" : "code", member == "cautions" ? "holds" : null);
        Tables(changes, old["parameters"], now["parameters"]);
        return changes;
    }

    private static JsonObject Parse(RuleSet set) => (JsonObject)JsonNode.Parse(RuleSetWriter.WriteReadable(set))!;

    private static void Tables(List<RuleSetChange> changes, JsonNode? before, JsonNode? after)
    {
        var (old, now) = (ByKey(before, ["code"]), ByKey(after, ["code"]));
        Items(changes, "参数表", before, after, "code", skip: ["rows", "corrections"]);
        foreach (var code in old.Keys.Intersect(now.Keys))
        {
            Items(changes, $"参数表“{now[code]["label"]}”的修正", old[code]["corrections"], now[code]["corrections"], "code");
            Items(changes, $"参数表“{now[code]["label"]}”", old[code]["rows"], now[code]["rows"], "key", "from");
        }
    }

    private static void Items(List<RuleSetChange> changes, string area, JsonNode? before, JsonNode? after, string key, string? second = null, string[]? skip = null)
    {
        string[] keys = second is null ? [key] : [key, second];
        var (old, now) = (ByKey(before, keys), ByKey(after, keys));
        foreach (var (code, item) in old.Where(o => !now.ContainsKey(o.Key)))
            changes.Add(new RuleSetChange(ChangeKind.Removed, area, code, LabelOf(item), "", item.ToJsonString(), ""));
        foreach (var (code, item) in now)
        {
            if (!old.TryGetValue(code, out var was))
            {
                changes.Add(new RuleSetChange(ChangeKind.Added, area, code, LabelOf(item), "", "", item.ToJsonString()));
                continue;
            }

            foreach (var field in was.Select(m => m.Key).Union(item.Select(m => m.Key)).Where(f => skip?.Contains(f) != true))
                Field(changes, area, code, LabelOf(item), field, was[field], item[field]);
        }
    }

    private static void Field(List<RuleSetChange> changes, string area, string code, string label, string field, JsonNode? before, JsonNode? after)
    {
        if (JsonNode.DeepEquals(before, after))
            return;
        if (before is JsonObject old && after is JsonObject now)
        {
            foreach (var inner in old.Select(m => m.Key).Union(now.Select(m => m.Key)))
                Field(changes, area, code, label, inner, old[inner], now[inner]);
            return;
        }

        changes.Add(new RuleSetChange(ChangeKind.Changed, area, code, label, DiffWords.Field(field), Told(field, before), Told(field, after)));
    }

    private static Dictionary<string, JsonObject> ByKey(JsonNode? list, string[] keys)
    {
        var result = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var item in (list as JsonArray ?? []).OfType<JsonObject>())
            result.TryAdd(string.Join(" ", keys.Select(k => Text(item[k])).Where(t => t.Length > 0)), item);
        return result;
    }

    private static string LabelOf(JsonObject item) => Text(item["detail"]) is { Length: > 0 } detail ? $"{Text(item["name"])}·{detail}" : Text(item["label"] ?? item["name"] ?? item["title"]);

    private static string Told(string field, JsonNode? node) => DiffWords.Value(field, Text(node));

    private static string Text(JsonNode? node) => node switch
    {
        null => "",
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonArray list when list.All(i => i is JsonValue) => string.Join("、", list.Select(Text)),
        JsonArray list => string.Join("；", list.Select(Text)),
        JsonObject members => string.Join("，", members.Select(member => $"{DiffWords.Field(member.Key)} {Told(member.Key, member.Value)}")),
        JsonValue value => value.ToJsonString(),
        _ => "",
    };
}
