using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GreenFactory.Scoring.Checking;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.Checking;

/// <summary>Sheets come from anywhere: a false one is found out, a broken one is refused, and neither is an exception of its own.</summary>
public sealed class RecomputationTests
{
    private static readonly DateOnly Day = new(2026, 7, 24);
    private static readonly GoldenCase Factory = GoldenCase.Read(
        File.ReadAllText(Path.Combine(Shipped.Folder, "golden", "gbt36132-2025", "full-cement-factory.json"))).Case!;

    private readonly string _frozen = ScoreSheetJson.Write(Shipped.Compile("gbt36132-2025").Evaluate(Factory.Facts, Day));

    [Theory]
    [InlineData("indicators[0].exactScore", "7.77")]
    [InlineData("indicators[0].score", "7.77")]
    [InlineData("groups[0].exactScore", "29.99")]
    [InlineData("groups[0].score", "29.99")]
    [InlineData("total", "99.00")]
    [InlineData("exactTotal", "99")]
    [InlineData("bonus", "3.00")]
    [InlineData("max", "79228162514264337593543950335")]
    public void A_number_that_was_changed_is_found(string place, string number)
    {
        var sheet = JsonNode.Parse(_frozen)!;
        var steps = place.Split('.', '[', ']').Where(s => s.Length > 0).ToList();
        var owner = steps.SkipLast(1).Aggregate(sheet, (at, step) => at is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)]! : at[step]!);
        owner[steps[^1]] = number;

        Assert.NotEmpty(Recomputation.Check(ScoreSheetReader.Read(sheet.ToJsonString())));
    }

    [Fact]
    public void A_score_that_is_merely_asserted_is_found()
    {
        var sheet = JsonNode.Parse(_frozen)!;
        sheet["indicators"]![0]!["trace"] = new JsonObject { ["op"] = "given", ["value"] = "8", ["code"] = "energy_intensity" };

        Assert.Contains(Recomputation.Check(ScoreSheetReader.Read(sheet.ToJsonString())), m => m.Where == "energy_intensity");
    }

    [Fact]
    public void A_sheet_mangled_anywhere_is_refused_as_no_sheet_or_recomputed_to_its_faults()
    {
        var random = new Random(20260724);
        var (read, sheets) = (0, Effort.Of(600));
        for (var i = 0; i < sheets; i++)
        {
            var sheet = JsonNode.Parse(_frozen)!;
            Mangle(sheet, random);
            try
            {
                var mangled = ScoreSheetReader.Read(sheet.ToJsonString());
                Assert.NotNull(Recomputation.Check(mangled));
                read++;
            }
            catch (JsonException e)
            {
                Assert.NotEmpty(e.Message);
            }
        }

        Assert.InRange(read, sheets / 5, sheets);
    }

    [Fact]
    public void The_deepest_formula_that_binds_has_a_trace_that_reads_back()
    {
        var set = SoundSet.Read();
        var terms = string.Concat(Enumerable.Repeat(" + 0.1", 58));
        var definitions = Enumerable.Range(0, 4).Select(i => new Definition { Code = $"d{i}", Label = $"定义{i}", Formula = (i == 0 ? "1" : $"d{i - 1}") + terms });
        var deep = CompiledRuleSet.Compile(set.WithLeaf("bonus_row", new BonusLeaf("d3")) with { Definitions = [.. definitions] });

        var frozen = ScoreSheetJson.Write(deep.Evaluate(Facts.Empty, Day));

        Assert.Equal(frozen, ScoreSheetJson.Write(ScoreSheetReader.Read(frozen)));
        Assert.Empty(Recomputation.Check(ScoreSheetReader.Read(frozen)));
        Assert.True(TraceDepth(ScoreSheetReader.Read(frozen).Indicators[^1].Trace!) > 200);
    }

    [Fact]
    public void Definitions_that_stand_too_deep_in_one_another_are_refused_and_never_exhaust_the_stack()
    {
        var set = SoundSet.Read();
        var chain = Enumerable.Range(0, 3000).Select(i => new Definition { Code = $"d{i}", Label = "链", Formula = i == 0 ? "1" : $"d{i - 1} + 1" });

        Assert.False(CompiledRuleSet.TryCompile(set.WithLeaf("bonus_row", new BonusLeaf("d2999")) with { Definitions = [.. chain] }, out _, out var problems));
        Assert.Contains(problems, p => p.Code == "expr.tooDeep");
    }

    private static int TraceDepth(TraceNode node) => 1 + (node.Arguments.Count == 0 ? 0 : node.Arguments.Max(TraceDepth));

    private static void Mangle(JsonNode sheet, Random random)
    {
        var places = new List<(JsonObject Owner, string Name)>();
        Collect(sheet, places);
        for (var i = 0; i < random.Next(1, 4); i++)
        {
            var (owner, name) = places[random.Next(places.Count)];
            switch (random.Next(5))
            {
                case 0:
                    owner.Remove(name);
                    break;
                case 1:
                    owner[name] = new[] { "", "linear", "ratio", "round", "/", "normalise", "79228162514264337593543950335", "-1", "0", "NaN", "1e9", "missing" }[random.Next(12)];
                    break;
                case 2:
                    owner[name] = JsonNode.Parse(new[] { "null", "7", "true", "[]", "{}", "[null]", "[{}]", "[7]" }[random.Next(8)]);
                    break;
                case 3 when owner["args"] is JsonArray { Count: > 0 } args:
                    args.RemoveAt(0);
                    break;
                default:
                    owner["op"] = new[] { "linear", "ratio", "inverseRatio", "round", "+", "weightedMean", "normalise", "has", "row", "bonus", "clauses", "nothing" }[random.Next(12)];
                    break;
            }
        }
    }

    private static void Collect(JsonNode? node, List<(JsonObject Owner, string Name)> places)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                Collect(item, places);
        }
        else if (node is JsonObject members)
        {
            foreach (var (name, value) in members)
            {
                places.Add((members, name));
                Collect(value, places);
            }
        }
    }
}
