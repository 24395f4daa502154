using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.Json;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>Reads frozen score sheets back. Writing what was read gives the same canonical text.</summary>
public static class ScoreSheetReader
{
    /// <summary>Reads a sheet that <see cref="ScoreSheetJson.Write"/> wrote, in whatever key order a database returns it.</summary>
    /// <exception cref="JsonException">The text is not a score sheet of a format this version knows.</exception>
    public static ScoreSheet Read(string json)
    {
        try
        {
            var node = CanonicalJson.Parse(json) as JsonObject;
            return (node?.Text("format"), node?.Text("arithmetic")) switch
            {
                (ScoreSheetJson.Format, ScoreSheetJson.Exact) => Sheet(node, ScoreArithmetic.Exact),
                (ScoreSheetJson.DecimalFormat, "") => Sheet(node, ScoreArithmetic.Decimal),
                _ => throw new JsonException($"Expected the format {ScoreSheetJson.Format} or {ScoreSheetJson.DecimalFormat}, with its arithmetic."),
            };
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or KeyNotFoundException or ArgumentException or OverflowException)
        {
            throw new JsonException("The text is not a score sheet.", e);
        }
    }

    private static ScoreSheet Sheet(JsonObject node, ScoreArithmetic arithmetic)
    {
        var set = node.Object("ruleSet");
        return new ScoreSheet
        {
            RuleSetId = set.Text("id"),
            RuleSetVersion = set.Text("version"),
            RuleSetHash = set.Text("hash"),
            RuleSetTitle = set.Text("title"),
            Provenance = Words.Provenances[set.Text("provenance")],
            AsOf = DateOnly.ParseExact(node.Text("asOf"), "O", CultureInfo.InvariantCulture),
            Rounding = ReadRounding(node.Object("rounding")),
            Arithmetic = arithmetic,
            NotApplicable = node.Text("notApplicable") is { Length: > 0 } policy ? Words.NotApplicable[policy] : null,
            Gates = node.Each("gates", g => new GateScore(g.Text("code"), g.Text("title"), g.Flag("mandatory", true), g.Enum<GateState>("state"))),
            Groups = node.Each("groups", g => new GroupScore(
                g.Text("code"), g.Text("name"), g.Flag("bonus", false), g.Decimal("score"), g.Decimal("max"), g.Decimal("adjustment"))
            {
                ExactScore = g.Decimal("exactScore"),
                Weight = g.OptionalDecimal("weight") ?? 0m,
            }),
            Indicators = node.Each("indicators", Indicator),
            Total = node.Decimal("total"),
            ExactTotal = node.Decimal("exactTotal"),
            Max = node.Decimal("max"),
            ApplicableMax = node.Decimal("applicableMax"),
            Adjustment = node.Decimal("adjustment"),
            Bonus = node.Decimal("bonus"),
            PassLine = node.OptionalDecimal("passLine"),
            Problems = node.Each("problems", p => new Problem(p.Text("code"), p.Text("path"), p.Text("message"), 0, p.Enum<Severity>("severity"))),
        };
    }

    private static Rounding ReadRounding(JsonObject node) =>
        new(Words.RoundingModes[node.Text("mode")], Places(node.Decimal("places")), Words.RoundingPlaces[node.Text("at")]);

    private static int Places(decimal places) =>
        places is >= 0 and <= Rounding.MaxPlaces && decimal.Truncate(places) == places ? (int)places : throw new FormatException("places");

    private static IndicatorScore Indicator(JsonObject node) => new()
    {
        Code = node.Text("code"),
        Number = node.Text("number"),
        Name = node.Text("name"),
        Detail = node.Text("detail"),
        Group = node.Text("group"),
        Type = Words.IndicatorTypes[node.Text("type")],
        Value = node.OptionalDecimal("value"),
        Unit = node.Text("unit"),
        Baseline = node.OptionalDecimal("baseline"),
        Leading = node.OptionalDecimal("leading"),
        Score = node.Decimal("score"),
        ExactScore = node.Decimal("exactScore"),
        Weight = node.Decimal("weight"),
        Max = node.Decimal("max"),
        State = node.Enum<ScoreState>("state"),
        Warnings = [.. (node["warnings"] as JsonArray ?? []).Select(w => w?.GetValue<string>() ?? "")],
        Rows = node.Each("rows", r => new RowScore(
            r.Text("code"), r.Text("name"), r.OptionalDecimal("value"), r.Text("unit"), r.OptionalDecimal("baseline"), r.OptionalDecimal("leading"),
            r.OptionalDecimal("weight"), r.Decimal("score"), r.Enum<ScoreState>("state"), r.Flag("counted", true), r.Text("message"))
        {
            Limit = r.OptionalDecimal("limit"),
            Correction = r.Text("correction"),
            Notes = [.. (r["notes"] as JsonArray ?? []).Select(n => n?.GetValue<string>() ?? "")],
        }),
        ParameterProvenance = node.Text("parameterProvenance") is { Length: > 0 } word ? Words.Provenances[word] : null,
        Trace = node["trace"] is JsonObject trace ? TraceJson.Read(trace) : null,
    };
}
