using System.Text.Json.Nodes;
using CsCheck;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.RuleSets;

public sealed class RuleSetOverlayTests
{
    private static readonly RuleSet General = Shipped.Read("gbt36132-2025");
    private static readonly string Hash = RuleSetWriter.ContentHash(General);
    private static readonly DateOnly Day = new(2026, 7, 24);

    /// <summary>The same edits made on the document by hand and through an overlay give the same document, hash and scores.</summary>
    [Fact]
    public void An_overlay_is_the_flattened_set() => Gen.Select(Gen.Int[1, 318].Array[0, 20], Gen.Int[0, 7], Gen.Decimal[101m, 140m], Gen.Bool).Sample((rows, gate, level2, renamed) =>
    {
        level2 = decimal.Round(level2, 1);
        var limits = Readable(General)["parameters"]!.AsArray().Single(t => t!["code"]!.GetValue<string>() == "energy_limit")!["rows"]!.AsArray();
        var clinker = limits.Single(r => r!["key"]!.GetValue<string>() == "GB 16780-2021:熟料单位产品综合能耗")!;
        var removed = rows.Select(i => limits[i]!["key"]!.GetValue<string>()).Append(clinker["key"]!.GetValue<string>()).Distinct().ToList();
        var changed = clinker.DeepClone();
        changed["values"]!["level2"] = level2.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var question = Readable(General)["inputs"]![0]!.DeepClone();
        question["label"] = "工业总产值（改）";

        var byHand = Readable(General);
        (byHand["id"], byHand["title"], byHand["version"], byHand["provenance"], byHand["provenanceNote"]) = ("overlaid", "改过的规则集", "2.0.0", "derived", "测试");
        var table = byHand["parameters"]!.AsArray().Single(t => t!["code"]!.GetValue<string>() == "energy_limit")!;
        table["rows"] = new JsonArray([.. table["rows"]!.AsArray().Where(r => !removed.Contains(r!["key"]!.GetValue<string>())).Select(r => r!.DeepClone()), changed.DeepClone()]);
        var dropped = byHand["gates"]!.AsArray().Select(g => g!["code"]!.GetValue<string>()).Where(g => g != "neg2").ElementAt(gate);
        byHand["gates"]!.AsArray().Remove(byHand["gates"]!.AsArray().Single(g => g!["code"]!.GetValue<string>() == dropped));
        if (renamed)
            byHand["inputs"]![0] = question.DeepClone();
        var overlay = Overlay();
        overlay["gates"] = new JsonObject { ["remove"] = new JsonArray(dropped) };
        overlay["rows"] = new JsonArray(new JsonObject { ["table"] = "energy_limit", ["remove"] = new JsonArray([.. removed.Select(r => (JsonNode)r)]), ["add"] = new JsonArray(changed) });
        if (renamed)
            overlay["inputs"] = new JsonObject { ["replace"] = new JsonArray(question) };

        var expected = Valid(RuleSetReader.Read(byHand.ToJsonString()));
        var flat = Valid(Shelf().Read(overlay.ToJsonString()));
        Assert.Equal(RuleSetWriter.WriteCanonical(expected), RuleSetWriter.WriteCanonical(flat));
        Assert.Equal(RuleSetWriter.ContentHash(expected), RuleSetWriter.ContentHash(flat));
        Assert.Equal(ScoreSheetJson.Write(Score(expected)), ScoreSheetJson.Write(Score(flat)));
        Assert.Equal(8m * Math.Clamp((level2 - 103m) / (level2 - 100m), 0m, 1m), Score(flat).Indicators.Single(i => i.Code == "energy_intensity").ExactScore, 15);
    }, iter: Effort.Of(30));

    [Theory]
    [InlineData("extends.hash", "\"0000\"", "overlay.hash", "$.extends.hash")]
    [InlineData("extends.version", "\"9.9.9\"", "overlay.parent", "$.extends")]
    [InlineData("extends.id", "\"nobody\"", "overlay.parent", "$.extends.id")]
    [InlineData("extends", "null", "json.required", "$.extends")]
    [InlineData("titel", "\"x\"", "json.unknownKey", "$.titel")]
    [InlineData("gates", """{"drop":["neg1"]}""", "json.unknownKey", "$.gates.drop")]
    [InlineData("gates", """{"remove":["neg1","neg99"]}""", "overlay.absent", "$.gates.remove[1]")]
    [InlineData("gates", """{"remove":["neg1","neg1"]}""", "overlay.twice", "$.gates.remove[1]")]
    [InlineData("groups", """{"add":[{"code":"energy","name":"能源","weight":"30"}]}""", "overlay.exists", "$.groups.add[0].code")]
    [InlineData("groups", """{"replace":[{"code":"enery","name":"能源","weight":"30"}]}""", "overlay.absent", "$.groups.replace[0].code")]
    [InlineData("rows", """[{"table":"limits","remove":["x"]}]""", "overlay.absent", "$.rows[0].table")]
    [InlineData("rows", """[{"table":"energy_limit","keep":["没有的产品"]}]""", "overlay.absent", "$.rows[0].keep[0]")]
    [InlineData("rows", """[{"table":"targets","remove":["water_reuse"]},{"table":"targets","remove":["water_reuse"]}]""", "overlay.twice", "$.rows[1].table")]
    public void A_wrong_overlay_is_refused_at_its_place_in_Chinese(string field, string value, string code, string at)
    {
        var overlay = Overlay();
        var steps = field.Split('.');
        var owner = steps.Length == 2 ? overlay[steps[0]]!.AsObject() : overlay;
        owner[steps[^1]] = JsonNode.Parse(value);

        var reading = Shelf().Read(overlay.ToJsonString());

        Assert.Null(reading.RuleSet);
        var problem = reading.Problems.FirstOrDefault(p => p.Code == code && p.Path == at);
        Assert.True(problem is { Line: > 0 }, string.Join("\n", reading.Problems));
        Assert.Matches("[\u4e00-\u9fff]{2}", problem.Message);
    }

    [Fact]
    public void An_overlay_that_extends_itself_is_refused()
    {
        var overlay = Overlay();
        overlay["extends"]!["id"] = "overlaid";

        var reading = new RuleSetShelf(_ => overlay.ToJsonString()).Read(overlay.ToJsonString());

        Assert.Equal("overlay.parent", Assert.Single(reading.Problems).Code);
    }

    private static JsonObject Overlay() => new()
    {
        ["format"] = RuleSetOverlayReader.Format,
        ["extends"] = new JsonObject { ["id"] = General.Id, ["version"] = General.Version, ["hash"] = Hash },
        ["id"] = "overlaid",
        ["version"] = "2.0.0",
        ["title"] = "改过的规则集",
        ["provenance"] = "derived",
        ["provenanceNote"] = "测试",
    };

    private static RuleSetShelf Shelf() => new(id => id == General.Id ? RuleSetWriter.WriteCanonical(General) : null);

    private static JsonObject Readable(RuleSet set) => JsonNode.Parse(RuleSetWriter.WriteReadable(set))!.AsObject();

    private static RuleSet Valid(RuleSetReading reading)
    {
        Assert.Empty(reading.Problems);
        return reading.RuleSet!;
    }

    private static ScoreSheet Score(RuleSet set)
    {
        Assert.True(CompiledRuleSet.TryCompile(set, out var compiled, out _));
        return compiled.Evaluate(
            Facts.Empty.With("energy_limit_applies", "true").WithRows("energy_products",
                [new Dictionary<string, string> { ["product"] = "GB 16780-2021:熟料单位产品综合能耗", ["energy"] = "103000", ["output"] = "1000000" }]),
            Day);
    }
}
