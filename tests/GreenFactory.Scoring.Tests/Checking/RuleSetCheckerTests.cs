using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GreenFactory.Scoring.Checking;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.Checking;

/// <summary>One sound rule set, and a corpus of ways to break it, each with the refusal it must get.</summary>
public sealed class RuleSetCheckerTests
{
    private const string Mark = "here-it-is";

    private static readonly string Folder = Path.Combine(Shipped.TestFolder, "Checking");
    private static readonly string Sound = File.ReadAllText(Path.Combine(Folder, "sound.json"));
    private static readonly Dictionary<string, JsonObject> Corpus = ((JsonArray)JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "broken.json")))!)
        .Select(n => (JsonObject)n!).ToDictionary(n => n["name"]!.GetValue<string>());

    public static TheoryData<string> Broken => [.. Corpus.Keys];

    public static TheoryData<string> ShippedFiles => [.. Shipped.Files.Select(f => Path.GetRelativePath(Shipped.Folder, f))];

    [Fact]
    public void The_sound_set_is_green() => Assert.Empty(Check(Sound));

    [Theory]
    [MemberData(nameof(ShippedFiles))]
    public void Every_shipped_set_is_green(string file) =>
        Assert.DoesNotContain(Check(Shipped.Reading(Path.Combine(Shipped.Folder, file))), p => p.Severity == Severity.Error);

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_set_is_refused_at_its_place_in_Chinese(string name)
    {
        var entry = Corpus[name];

        var text = Documents.Alter(Sound, entry);
        var problems = entry["goldenText"] is not null ? GoldenCase.Read(text).Problems
            : entry["golden"] is JsonArray golden ? RuleSetChecker.Check(RuleSetReader.Read(text).RuleSet!, [.. golden.Select(g => GoldenCase.Read(g!.ToJsonString()).Case!)])
            : Check(text);

        var (code, at) = (entry["code"]!.GetValue<string>(), entry["at"]!.GetValue<string>());
        var refusal = problems.FirstOrDefault(p => p.Code == code && p.Path == at);
        Assert.True(refusal is { Severity: Severity.Error }, $"expected {code} at {at}, got:\n{string.Join("\n", problems)}");
        Assert.Matches("[\u4e00-\u9fff]{2}", refusal.Message);
        if (entry["golden"] is null)
            Assert.Equal(entry["line"]?.GetValue<int>() ?? LineOf(text, at), refusal.Line);
    }

    [Fact]
    public void A_document_that_says_it_may_not_exist_and_is_demanded_all_the_same_is_pointed_out()
    {
        var document = JsonNode.Parse(Sound)!;
        document["gates"]![0]!["evidence"] = new JsonArray("整改证明（如有）");
        var warning = Assert.Single(Check(document.ToJsonString()));
        Assert.Equal(("evidence.obligatory", "$.gates[0].evidence[0]", Severity.Warning), (warning.Code, warning.Path, warning.Severity));

        document["gates"]![0]!.AsObject().Remove("evidence");
        document["gates"]![0]!["evidenceIfAny"] = new JsonArray("整改证明");
        Assert.Empty(Check(document.ToJsonString()));
    }

    [Fact]
    public void No_shipped_set_leaves_to_words_or_codes_whether_a_document_is_demanded_or_a_gate_is_in_the_negative_list()
    {
        foreach (var set in Shipped.Files.Select(file => Shipped.Reading(file).RuleSet!))
        {
            Assert.DoesNotContain(RuleSetChecker.Check(set), problem => problem.Code.StartsWith("evidence.", StringComparison.Ordinal));
            Assert.Equal(6, set.Gates.Count(gate => gate.NegativeList));
            Assert.All(set.Gates.Where(gate => gate.NegativeList), gate => Assert.StartsWith("近三年", gate.Text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Rows_that_never_hold_on_one_day_are_not_held_against_each_other()
    {
        var document = JsonNode.Parse(Sound)!;
        var old = document["parameters"]![0]!["rows"]![0]!;
        var now = old.DeepClone();
        (old["to"], now["from"], now["values"]!["leading"], now["values"]!["baseline"]) = ("2025-12-31", "2026-01-01", "20", "9");
        document["parameters"]![0]!["rows"]!.AsArray().Add(now);

        Assert.Empty(Check(document.ToJsonString()));
    }

    [Fact]
    public void Levels_of_a_product_that_are_one_number_are_a_warning_since_standards_have_them()
    {
        var document = JsonNode.Parse(Sound)!;
        document["parameters"]![1]!["rows"]![0]!["values"]!["level2"] = "100";

        var warning = Assert.Single(Check(document.ToJsonString()));

        Assert.Equal(("leaf.equal", Severity.Warning), (warning.Code, warning.Severity));
    }

    [Fact]
    public void A_table_of_many_rows_of_one_key_is_checked_at_once()
    {
        var document = JsonNode.Parse(Sound)!;
        var rows = document["parameters"]![1]!["rows"]!.AsArray();
        var row = rows[0]!;
        for (var i = 0; i < Effort.Of(4_990); i++)
            rows.Add(row.DeepClone());
        var started = TimeProvider.System.GetTimestamp();

        Assert.Contains(Check(document.ToJsonString()), p => p.Code == "parameter.overlap");
        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void The_corpus_holds_at_least_sixty_sets() => Assert.InRange(Corpus.Count, 60, int.MaxValue);

    private static IReadOnlyList<Problem> Check(string json) => Check(RuleSetReader.Read(json));

    private static IReadOnlyList<Problem> Check(RuleSetReading reading) => reading.IsValid ? [.. RuleSetChecker.Check(reading.RuleSet!).Select(reading.Locate)] : reading.Problems;

    /// <summary>The line of a place in an indented document, or of the nearest place around it: where a mark appears once it is put there.</summary>
    private static int LineOf(string text, string path)
    {
        for (var at = path; at.Length > 2; at = at[..Math.Max(0, at.LastIndexOfAny(['.', '[']))])
        {
            var document = JsonNode.Parse(text)!;
            try
            {
                var (owner, last) = Documents.Walk(document, at[2..]);
                if (owner is JsonArray array ? Documents.Index(last) >= array.Count : !((JsonObject)owner).ContainsKey(last))
                    continue;
                Documents.Put(document, at[2..], Mark);
            }
            catch (InvalidOperationException)
            {
                continue;
            }

            return Array.FindIndex(document.ToJsonString(Documents.Indented).Split('\n'), line => line.Contains(Mark, StringComparison.Ordinal)) + 1;
        }

        return path == "$" ? 0 : 1;
    }
}
