using System.Text.Json.Nodes;
using GreenFactory.Scoring.Checking;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.Approval;

/// <summary>What a document that is wrong is told, all of it and nothing else; and what two documents differ in.</summary>
public sealed class DocumentTests
{
    private static readonly string Folder = Path.Combine(Shipped.TestFolder, "Approval");

    private readonly JsonArray _corpus = JsonNode.Parse(File.ReadAllText(Path.Combine(Shipped.TestFolder, "Checking", "broken.json")))!.AsArray();

    [Fact]
    public void A_broken_set_gets_exactly_the_refusals_that_were_approved() => Approved.Equal("Approval/refusals.approved.txt", _corpus.Concat(More("broken.json")).SelectMany(entry =>
        Problems(entry!.AsObject()).Select(Approved.Line).Prepend($"== {entry["name"]}")));

    [Fact]
    public void What_differs_between_a_set_and_an_altered_one_is_said_as_it_was_approved()
    {
        var sound = Rich.Set();
        var hash = RuleSetWriter.ContentHash(sound);

        Approved.Equal("Approval/differences.approved.txt", _corpus.Concat(More("altered.json")).Where(entry => entry!["set"] is not null || entry["remove"] is not null).SelectMany(entry =>
        {
            if (RuleSetReader.Read(Documents.Alter(Rich.Text, entry!.AsObject())) is not { RuleSet: { } altered, Problems.Count: 0 } || (string?)entry["code"] == "code.duplicate")
                return (IEnumerable<string>)[];
            var (changes, altereds) = (RuleSetDiff.Compare(sound, altered), RuleSetWriter.ContentHash(altered));
            Assert.Equal(hash == altereds, changes.Count == 0);
            Assert.Equal(altereds, RuleSetWriter.ContentHash(RuleSetReader.Read(RuleSetWriter.WriteReadable(altered)).RuleSet!));
            return changes.Concat(RuleSetDiff.Compare(altered, sound)).Select(change => $"  {change.Kind} {change.Code} {change.Sentence}").Prepend($"== {entry["name"]}");
        }));
    }

    [Fact]
    public void A_written_set_is_the_text_that_was_approved() =>
        Approved.Equal("Approval/written.approved.txt", [RuleSetWriter.WriteReadable(Full()), RuleSetWriter.WriteCanonical(Full()), RuleSetWriter.ContentHash(Full())]);

    [Fact]
    public void Facts_are_read_refused_and_written_as_it_was_approved() => Approved.Equal("Approval/facts.approved.txt", File.ReadAllLines(Path.Combine(Folder, "facts.txt")).SelectMany(json =>
    {
        var reading = FactsJson.Read(json.Replace("⏎", "\n", StringComparison.Ordinal));
        var written = FactsJson.Write(reading.Facts);
        Assert.Equal(written, FactsJson.Write(FactsJson.Read(written).Facts));
        return reading.Problems.Select(Approved.Line).Prepend($"  {written}").Prepend(json);
    }));

    [Fact]
    public void An_overlay_makes_the_set_or_gets_the_refusals_that_were_approved()
    {
        var parent = Rich.Set();
        var shelf = new RuleSetShelf(id => id switch { "sound-set" => RuleSetWriter.WriteCanonical(parent), "broken" => "{}", "misnamed" => RuleSetWriter.WriteCanonical(parent), _ => null });

        Approved.Equal("Approval/overlays.approved.txt", More("overlays.json").SelectMany(entry =>
        {
            var overlay = entry!["overlay"]!.DeepClone().AsObject();
            overlay["format"] = RuleSetOverlayReader.Format;
            overlay["extends"] ??= new JsonObject { ["id"] = "sound-set", ["version"] = "1.0.0", ["hash"] = RuleSetWriter.ContentHash(parent) };
            foreach (var (name, value) in new[] { ("id", "over"), ("version", "2.0.0"), ("title", "叠加"), ("provenance", "derived"), ("provenanceNote", "测试") })
                overlay[name] ??= value;
            var reading = shelf.Read(overlay.ToJsonString(Documents.Indented));
            return reading.Problems.Select(Approved.Line)
                .Concat(reading.RuleSet is null ? [] : RuleSetDiff.Compare(parent, reading.RuleSet).Select(change => $"  {change.Kind} {change.Code} {change.Sentence}"))
                .Prepend($"== {entry["name"]}");
        }));
    }

    [Fact]
    public void The_plain_numbers_of_a_leaf_are_found_and_changed_one_at_a_time()
    {
        var set = Full();

        Approved.Equal("Approval/bounds.approved.txt", set.Indicators.SelectMany(indicator => LeafBound.Of(indicator.Leaf).Select(bound =>
        {
            Assert.Same(indicator.Leaf, LeafBound.With(indicator.Leaf, bound.Path, bound.Value));
            var changed = LeafBound.With(indicator.Leaf, bound.Path, bound.Value + 0.5m);
            var different = RuleSetDiff.Compare(set, set.WithLeaf(indicator.Code, changed)).Count;
            Assert.Equal([bound.Path], LeafBound.Of(changed).Except(LeafBound.Of(indicator.Leaf)).Select(b => b.Path));
            return $"{indicator.Code} {bound.Path} {bound.Label} {(bound.IsLeading ? "leading" : "baseline")} {bound.Value} changes {different}";
        })));
        Assert.All(set.Indicators, indicator => Assert.Same(indicator.Leaf, LeafBound.With(indicator.Leaf, "nowhere", 1m)));
    }

    private static RuleSet Full() => Rich.Altered(JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "full.json")))!.AsObject());

    private static JsonArray More(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)))!.AsArray();

    private static IEnumerable<Problem> Problems(JsonObject entry)
    {
        var text = Documents.Alter(entry["rich"] is null ? SoundSet.Text : Rich.Text, entry);
        if (entry["goldenText"] is not null)
            return GoldenCase.Read(text).Problems;
        var reading = RuleSetReader.Read(text);
        return !reading.IsValid ? reading.Problems
            : entry["golden"] is JsonArray golden ? RuleSetChecker.Check(reading.RuleSet!, [.. golden.Select(g => GoldenCase.Read(g!.ToJsonString()).Case!)]).Select(reading.Locate)
            : RuleSetChecker.Check(reading.RuleSet!).Select(reading.Locate);
    }
}
