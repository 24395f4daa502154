using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GreenFactory.Scoring.Checking;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.Checking;

/// <summary>One sound rule set, and a corpus of ways to break it, each with the refusal it must get.</summary>
public sealed partial class RuleSetCheckerTests
{
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

        var problems = Check(Break(entry));

        var (code, at) = (entry["code"]!.GetValue<string>(), entry["at"]!.GetValue<string>());
        var refusal = problems.FirstOrDefault(p => p.Code == code && p.Path == at);
        Assert.True(refusal is { Severity: Severity.Error }, $"expected {code} at {at}, got:\n{string.Join("\n", problems)}");
        Assert.Matches("[\u4e00-\u9fff]{2}", refusal.Message);
    }

    [Fact]
    public void The_corpus_holds_at_least_sixty_sets() => Assert.InRange(Corpus.Count, 60, int.MaxValue);

    private static IReadOnlyList<Problem> Check(string json) => Check(RuleSetReader.Read(json));

    private static IReadOnlyList<Problem> Check(RuleSetReading reading) => reading.IsValid ? RuleSetChecker.Check(reading.RuleSet!) : reading.Problems;

    private static string Break(JsonObject entry)
    {
        if (entry["text"] is { } text)
            return text.GetValue<string>();
        var document = JsonNode.Parse(Sound)!;
        foreach (var (path, value) in entry["set"] as JsonObject ?? [])
            Put(document, path, value?.DeepClone());
        foreach (var path in entry["remove"] as JsonArray ?? [])
            Remove(document, path!.GetValue<string>());
        return document.ToJsonString();
    }

    private static void Put(JsonNode document, string path, JsonNode? value)
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

    private static (JsonNode Owner, string Last) Walk(JsonNode document, string path)
    {
        var steps = Steps().Matches(path).Select(m => m.Value).ToList();
        var node = steps.SkipLast(1).Aggregate(document, (at, step) => at is JsonArray array ? array[Index(step)]! : at[step]!);
        return (node, steps[^1]);
    }

    private static int Index(string step) => int.Parse(step, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[^.\[\]]+")]
    private static partial Regex Steps();
}
