using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.RuleSets;

/// <summary>Version 1.0.0 of the general set, as it was published and submitted under: its document and its sheets stay what they were, to the last digit.</summary>
public sealed class PublishedVersionTests
{
    private static readonly string Folder = Path.Combine(Shipped.TestFolder, "RuleSets", "published");

    private static readonly CompiledRuleSet First = CompiledRuleSet.Compile(RuleSetReader.Read(Document()).RuleSet!);

    [Fact]
    public void The_document_keeps_its_hash() => Assert.Equal(("1.0.0", "36afd35a88947a593ea4f4eee4223250dc9a7b306ae1559b5c49810ad26723c4"), (First.RuleSet.Version, First.ContentHash));

    [Fact]
    public void What_was_scored_by_it_is_scored_again_to_the_same_bytes()
    {
        var scored = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "gbt36132-2025-1.0.0.scores.json")))!.AsArray();

        Assert.Equal(20, scored.Count);
        Assert.All(scored, entry =>
        {
            var facts = FactsJson.Read(entry!["facts"]!.ToJsonString()).Facts;
            var sheet = ScoreSheetJson.Write(First.Evaluate(facts, DateOnly.Parse(entry["asOf"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture), arithmetic: ScoreArithmetic.Decimal));
            Assert.Equal(entry["sheet"]!.GetValue<string>(), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sheet))));
        });
    }

    [Fact]
    public void The_new_version_is_another_one() => Assert.NotEqual((First.RuleSet.Version, First.ContentHash), (Shipped.Read(First.RuleSet.Id).Version, Shipped.Compile(First.RuleSet.Id).ContentHash));

    private static string Document()
    {
        using var text = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(Folder, "gbt36132-2025-1.0.0.json.gz")), CompressionMode.Decompress));
        return text.ReadToEnd();
    }
}
