using System.Globalization;
using System.Text.Json.Nodes;
using GreenFactory.Scoring.Checking;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.Approval;

/// <summary>A frozen score can be replayed: points, states, sentences and every step of the explanation stay what they were.</summary>
public sealed class SheetTests
{
    private static readonly DateOnly Day = new(2026, 7, 24);

    private readonly JsonNode _cases = JsonNode.Parse(File.ReadAllText(Path.Combine(Shipped.TestFolder, "Approval", "sheets.json")))!;

    /// <summary>The sheets in decimal arithmetic are those of before sheets were exact: they never change again.</summary>
    [Theory]
    [InlineData(ScoreArithmetic.Exact, "sheets")]
    [InlineData(ScoreArithmetic.Decimal, "sheets-decimal")]
    public void Every_answer_that_a_set_can_get_leads_to_the_sheet_that_was_approved(ScoreArithmetic arithmetic, string file) =>
        Approved.Equal($"Approval/{file}.approved.txt", _cases.AsArray().SelectMany(entry => Told(entry!.AsObject(), arithmetic)));

    [Theory]
    [InlineData(ScoreArithmetic.Exact)]
    [InlineData(ScoreArithmetic.Decimal)]
    public void Every_one_of_these_sheets_recomputes_and_reads_back(ScoreArithmetic arithmetic) => Assert.All(_cases.AsArray(), entry =>
    {
        var set = CompiledRuleSet.Compile(Rich.Altered(entry!.AsObject()));
        var sheet = set.Evaluate(FactsJson.Read(entry!["facts"]!.ToJsonString()).Facts, Day, arithmetic: arithmetic);
        var frozen = ScoreSheetJson.Write(sheet);

        Assert.Empty(Recomputation.Check(sheet));
        Assert.Equal(frozen, ScoreSheetJson.Write(ScoreSheetReader.Read(frozen)));
    });

    [Fact]
    public void Without_explanation_every_sheet_is_the_same_but_tells_no_step() => Assert.All(_cases.AsArray(), entry =>
    {
        var set = CompiledRuleSet.Compile(Rich.Altered(entry!.AsObject()));
        var facts = FactsJson.Read(entry!["facts"]!.ToJsonString()).Facts;
        var (explained, plain) = (set.Evaluate(facts, Day), set.Evaluate(facts, Day, explain: false));

        Assert.All(plain.Indicators, row => Assert.Null(row.Trace));
        Assert.Equal(
            ScoreSheetJson.Write(explained with { Indicators = [.. explained.Indicators.Select(row => row with { Trace = null, ParameterProvenance = null })] }),
            ScoreSheetJson.Write(plain));
    });

    [Fact]
    public void What_is_missing_asked_and_defined_is_what_was_approved() => Approved.Equal("Approval/form.approved.txt", _cases.AsArray().SelectMany(entry =>
    {
        var set = CompiledRuleSet.Compile(Rich.Altered(entry!.AsObject()));
        var facts = FactsJson.Read(entry!["facts"]!.ToJsonString()).Facts;
        return set.Missing(facts).Select(Approved.Line)
            .Append($"  asked {string.Join(" ", set.Asked(facts).Order(StringComparer.Ordinal))}")
            .Concat(set.Define(facts, Day).SelectMany(value => value.Traces.SelectMany(trace => Steps(trace, 2))))
            .Prepend($"== {entry["name"]}");
    }));

    [Fact]
    public void The_questions_of_an_indicator_are_those_it_reads() =>
        Approved.Equal("Approval/inputs.approved.txt", Rich.Set().Indicators.Select(i => i.Code).Append("nobody")
            .Select(code => $"{code}: {string.Join(" ", CompiledRuleSet.Compile(Rich.Set()).InputsOf(code))}"));

    private static IEnumerable<string> Told(JsonObject entry, ScoreArithmetic arithmetic)
    {
        var set = Rich.Altered(entry);
        var sheet = CompiledRuleSet.Compile(set).Evaluate(FactsJson.Read(entry["facts"]!.ToJsonString()).Facts, Day, arithmetic: arithmetic);
        yield return $"== {entry["name"]}";
        yield return $"total {N(sheet.Total)} exact {N(sheet.ExactTotal)} max {N(sheet.Max)} applicable {N(sheet.ApplicableMax)} adjustment {N(sheet.Adjustment)} bonus {N(sheet.Bonus)} "
            + $"pass {N(sheet.PassLine)} gates {string.Join(",", sheet.Gates.Select(g => g.State))} {sheet.GatesPassed} {sheet.GateFailed}";
        foreach (var group in sheet.Groups)
            yield return $"group {group.Code} {N(group.Score)} exact {N(group.ExactScore)} max {N(group.Max)} adjustment {N(group.Adjustment)}";
        foreach (var row in sheet.Indicators)
        {
            yield return $"{row.Code} {row.State} {N(row.Score)} exact {N(row.ExactScore)} of {N(row.Max)} "
                + $"value {N(row.Value)} {row.Unit} baseline {N(row.Baseline)} leading {N(row.Leading)} "
                + $"{row.Detail} {row.ParameterProvenance} {string.Join("|", row.Warnings)}";
            foreach (var part in row.Rows)
            {
                yield return $"  - {part.Code} {part.Name} {part.State} {N(part.Score)} {part.Counted} "
                    + $"{N(part.Value)} {part.Unit} {N(part.Baseline)} {N(part.Leading)} {N(part.Weight)} {part.Message}";
            }

            foreach (var step in Steps(row.Trace!, 2))
                yield return step;
        }

        foreach (var problem in sheet.Problems)
            yield return Approved.Line(problem);
    }

    private static IEnumerable<string> Steps(TraceNode node, int depth) => node.Arguments.SelectMany(a => Steps(a, depth + 2)).Prepend(
        $"{new string(' ', depth)}{node.Operation} {node.State} {N(node.Value)}{node.Text} {node.Unit} {node.Label} {node.Code} {node.Formula} {N(node.Factor)} {node.Reason} {Told(node.Source)}".TrimEnd());

    private static string Told(ParameterSource? source) => source is null ? "" :
        $"《{source.Source}》{source.Clause} {source.Table}.{source.Key}（{source.Label}）.{source.Column} {source.From:O}..{source.To:O} {source.Provenance} {source.Confirmation} {source.Note}";

    private static string N(decimal? number) => number?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "·";
}
