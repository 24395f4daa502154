using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GreenFactory.Scoring.Checking;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.Approval;

/// <summary>Field by field: what a rule set without it, or with something else in its place, is told; and whether a changed sheet is found out.</summary>
public sealed class FieldTests
{
    private static readonly DateOnly Day = new(2026, 7, 24);

    private static readonly (string Name, string Json)[] Wrong = [("object", "{\"甲\": 1}")];

    [Fact]
    public void Every_field_of_a_set_that_is_left_out_or_of_another_kind_gets_the_refusal_that_was_approved()
    {
        var full = Documents.Alter(Rich.Text, JsonNode.Parse(File.ReadAllText(Path.Combine(Shipped.TestFolder, "Approval", "full.json")))!.AsObject());
        Assert.Empty(RuleSetReader.Read(full).Problems);
        var document = JsonNode.Parse(full)!;

        Approved.Equal("Approval/fields.approved.txt", Paths(document, "").Where(IsFirstOfItsList).SelectMany(path =>
            Wrong.Select(wrong => $"{path} = {wrong.Name}: {Told(Altered(document, path, wrong.Json))}").Prepend($"{path} absent: {Told(Altered(document, path, null))}")));
    }

    [Fact]
    public void Every_number_word_and_step_of_a_sheet_that_is_changed_is_found_out_or_changes_no_point()
    {
        var entry = JsonNode.Parse(File.ReadAllText(Path.Combine(Shipped.TestFolder, "Approval", "sheets.json")))!.AsArray().Single(e => e!["name"]!.GetValue<string>() == "不看的问题有公式步骤")!;
        var facts = FactsJson.Read("""
            {"inputs": {"energy": "2000", "value": "10000", "limited": "是", "functions": ["good", "fair"], "design": "fair", "plan": "是", "audit": "否", "green_power": "150"},
             "groups": {"products": [{"product": "k1", "used": "102", "output": "1000"}, {"product": "k2", "used": "20", "output": "1000"}]}, "grades": {"judged": "7.5"}}
            """).Facts;
        var sheet = CompiledRuleSet.Compile(Rich.Altered(entry.AsObject())).Evaluate(facts, Day);
        var document = JsonNode.Parse(ScoreSheetJson.Write(sheet))!;

        Approved.Equal("Approval/tampered.approved.txt", Paths(document, "").Select(path => $"{path}: {Recomputed(Altered(document, path, "\"0.5\""))}")
            .Concat(Paths(document, "").Where(path => !path.Contains("args", StringComparison.Ordinal)).Select(path => $"{path} absent: {Recomputed(Altered(document, path, null))}")));
    }

    /// <summary>Fields of the first item stand for those of its list, except where items differ in kind.</summary>
    private static bool IsFirstOfItsList(string path) =>
        path.StartsWith("indicators", StringComparison.Ordinal) || path.StartsWith("inputs[3]", StringComparison.Ordinal) || path.StartsWith("inputs[7]", StringComparison.Ordinal)
        || path.StartsWith("inputs[8]", StringComparison.Ordinal) || path.StartsWith("parameters[1].rows[1]", StringComparison.Ordinal) || path.StartsWith("gates[1]", StringComparison.Ordinal)
        || path.Split('[').Skip(1).All(step => step.StartsWith('0'));

    private static string Altered(JsonNode document, string path, string? json)
    {
        var copy = document.DeepClone();
        var (owner, last) = Documents.Walk(copy, path);
        if (json is not null)
            Documents.Put(copy, path, JsonNode.Parse(json));
        else if (owner is JsonArray list)
            list.RemoveAt(Documents.Index(last));
        else
            owner.AsObject().Remove(last);
        return copy.ToJsonString(Documents.Indented);
    }

    private static string Told(string text)
    {
        var reading = RuleSetReader.Read(text);
        return string.Join("; ", (reading.IsValid ? RuleSetChecker.Check(reading.RuleSet!).Select(reading.Locate) : reading.Problems)
            .Select(p => $"{p.Code} {p.Path}:{p.Line}{(p.Severity == Severity.Warning ? "?" : "")}"));
    }

    private static string Recomputed(string text)
    {
        try
        {
            var mismatches = Recomputation.Check(ScoreSheetReader.Read(text));
            return $"{mismatches.Count} {string.Join("; ", mismatches.Take(3).Select(m => $"{m.Where} {Short(m.Recorded)} not {Short(m.Recomputed)}"))}";
        }
        catch (JsonException)
        {
            return "no sheet";
        }
    }

    private static string Short(string number) => decimal.TryParse(number, CultureInfo.InvariantCulture, out var value) ? decimal.Round(value, 4).ToString(CultureInfo.InvariantCulture) : number;

    private static IEnumerable<string> Paths(JsonNode? node, string path) => node switch
    {
        JsonObject members => members.SelectMany(m => Paths(m.Value, path.Length == 0 ? m.Key : $"{path}.{m.Key}").Prepend(path.Length == 0 ? m.Key : $"{path}.{m.Key}")),
        JsonArray list => list.SelectMany((item, i) => Paths(item, $"{path}[{i}]").Prepend($"{path}[{i}]")),
        _ => [],
    };
}
