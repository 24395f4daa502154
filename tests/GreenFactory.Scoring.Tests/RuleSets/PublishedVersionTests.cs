using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.RuleSets;

/// <summary>Versions of the general set that were published and submitted under: their documents and sheets stay what they were, to the last digit.</summary>
public sealed class PublishedVersionTests
{
    private static readonly string Folder = Path.Combine(Shipped.TestFolder, "RuleSets", "published");

    [Theory]
    [InlineData("1.0.0", "36afd35a88947a593ea4f4eee4223250dc9a7b306ae1559b5c49810ad26723c4")]
    [InlineData("1.1.0", "4e11b1b13e9a55025fc9a77563da0eb58b12185357fc68ca924c42e5d32b7af5")]
    [InlineData("1.2.0", "55bed3e04cd37ffd30b6e63e554ea217347f5a4983df7f20b06b5b23ed5d8ebc")]
    public void The_document_keeps_its_hash_and_the_new_version_is_another_one(string version, string hash)
    {
        var set = Compile(version);

        Assert.Equal((version, hash), (set.RuleSet.Version, set.ContentHash));
        Assert.NotEqual((version, hash), (Shipped.Read(set.RuleSet.Id).Version, Shipped.Compile(set.RuleSet.Id).ContentHash));
    }

    [Theory]
    [InlineData("1.0.0", ScoreArithmetic.Decimal)]
    [InlineData("1.1.0", ScoreArithmetic.Exact)]
    [InlineData("1.2.0", ScoreArithmetic.Exact)]
    public void What_was_scored_by_it_is_scored_again_to_the_same_bytes(string version, ScoreArithmetic arithmetic)
    {
        var set = Compile(version);
        var scored = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, $"gbt36132-2025-{version}.scores.json")))!.AsArray();

        Assert.True(scored.Count >= 20, $"{scored.Count}");
        Assert.All(scored, entry =>
        {
            var facts = FactsJson.Read(entry!["facts"]!.ToJsonString()).Facts;
            var sheet = ScoreSheetJson.Write(set.Evaluate(facts, DateOnly.Parse(entry["asOf"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture), arithmetic: arithmetic));
            var told = entry["sheet"]!.GetValue<string>();
            Assert.True(told.Length >= 48);
            Assert.StartsWith(told, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sheet))), StringComparison.Ordinal);
        });
    }

    private static CompiledRuleSet Compile(string version)
    {
        using var text = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(Folder, $"gbt36132-2025-{version}.json.gz")), CompressionMode.Decompress));
        return CompiledRuleSet.Compile(RuleSetReader.Read(text.ReadToEnd()).RuleSet!);
    }
}
