using System.Text;
using System.Text.Json;
using GreenFactory.Scoring.Checking;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Json;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.Json;

/// <summary>Documents that nobody means well with: refused with a place, quickly, and never by an exception.</summary>
public sealed class HostileDocumentTests
{
    private static readonly int TenMegabytes = Effort.Of(10 * 1024 * 1024);

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    public void Ten_megabytes_of_nesting_are_refused_at_once(string part)
    {
        var text = new StringBuilder(TenMegabytes + part.Length).Insert(0, part, TenMegabytes / part.Length).ToString();
        var started = TimeProvider.System.GetTimestamp();

        Assert.Equal("json.syntax", Assert.Single(RuleSetReader.Read(text).Problems).Code);
        Assert.Equal("json.syntax", Assert.Single(RuleSetOverlayReader.Read(text).Problems).Code);
        Assert.Equal("json.syntax", Assert.Single(FactsJson.Read(text).Problems).Code);
        Assert.Equal("json.syntax", Assert.Single(GoldenCase.Read(text).Problems).Code);
        Assert.ThrowsAny<JsonException>(() => ScoreSheetReader.Read(text));
        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("{\n\"id\": \"\\ud800\"}", "$.id", 2)]
    [InlineData("{\n\n\"\\udc00\": 1}", "$", 3)]
    [InlineData("{\n\"id\": \"半\"}", "$", 2)]
    [InlineData("{\n\"id\": \"甲半乙\"}", "$", 2)]
    public void Half_a_character_is_refused_on_its_line(string text, string path, int line)
    {
        var problem = Assert.Single(RuleSetReader.Read(text.Replace('半', '\ud83d')).Problems, p => p.Code == "json.character");

        Assert.Equal((path, line), (problem.Path, problem.Line));
    }

    [Fact]
    public void A_whole_character_beyond_the_first_plane_is_read() => Assert.Empty(FactsJson.Read("{\"inputs\": {\"note\": \"𠮷 \\ud842\\udfb7\"}}").Problems);

    [Fact]
    public void Half_a_character_that_somebody_typed_is_kept_as_a_replacement_and_stops_nothing()
    {
        var facts = Facts.Empty.With("remark", "甲\ud83d").With("energy", "\udc00");

        Assert.Equal("甲\ufffd", FactsJson.Read(FactsJson.Write(facts)).Facts.Inputs["remark"].Text);
        Assert.NotEmpty(ScoreSheetJson.Write(SoundSet.Compile().Evaluate(facts, new DateOnly(2026, 7, 24))));
    }

    [Theory]
    [InlineData("json.tooMany", "[", "1,", 300_000, "1]")]
    [InlineData("json.tooMany", "{\"indicators\": [", "null,", 6_000, "null]}")]
    [InlineData("json.longName", "{\"", "名", 2_000, "\": [1, 2, 3]}")]
    [InlineData("json.tooLarge", "\"", "a", 17 * 1024 * 1024, "\"")]
    public void Too_much_of_anything_is_refused(string code, string start, string part, int times, string end)
    {
        var text = start + new StringBuilder().Insert(0, part, times) + end;

        Assert.Contains(RuleSetReader.Read(text).Problems, p => p.Code == code);
    }

    [Theory]
    [InlineData("json.tooMany", "[", "1,", LocatedJson.MaxValues - 2, "1]", "1,1]")]
    [InlineData("json.longName", "{\"", "a", LocatedJson.MaxPath - 1, "a\": 1}", "aa\": 1}")]
    [InlineData("json.longName", "{\"x\": 1, \"y\": {\"", "a", LocatedJson.MaxPath - 2, "a\": 1}}", "aa\": 1}}")]
    [InlineData("json.tooLarge", "\"", "a", LocatedJson.MaxBytes - 3, "a\"", "aa\"")]
    public void The_largest_document_is_read_and_one_more_is_refused(string code, string start, string part, int times, string end, string oneMore)
    {
        var text = start + new StringBuilder().Insert(0, part, times);
        var (fits, tooMuch) = (new List<Problem>(), new List<Problem>());

        Assert.NotNull(LocatedJson.Parse(text + end, fits));
        Assert.Null(LocatedJson.Parse(text + oneMore, tooMuch));

        Assert.Empty(fits);
        Assert.Equal(code, Assert.Single(tooMuch).Code);
    }

    [Fact]
    public void Names_side_by_side_do_not_add_up_to_a_long_path()
    {
        var (half, problems) = (new string('a', LocatedJson.MaxPath * 2 / 3), new List<Problem>());

        Assert.NotNull(LocatedJson.Parse($"{{\"{half}\": {{\"x\": 1}}, \"b{half}\": 2}}", problems));

        Assert.Empty(problems);
    }

    [Fact]
    public void The_deepest_document_is_read_and_one_level_more_is_refused()
    {
        string Nested(int levels) => new string('[', levels) + new string(']', levels);
        var (fits, tooDeep) = (new List<Problem>(), new List<Problem>());

        Assert.NotNull(LocatedJson.Parse(Nested(LocatedJson.MaxDepth), fits));
        Assert.Null(LocatedJson.Parse(Nested(LocatedJson.MaxDepth + 1), tooDeep));

        Assert.Empty(fits);
        Assert.Equal("json.syntax", Assert.Single(tooDeep).Code);
    }

    [Fact]
    public void Of_very_many_problems_the_first_are_told_and_the_rest_counted()
    {
        var text = $"{{{string.Join(",", Enumerable.Range(0, Problem.Most + Effort.Of(40_000)).Select(i => $"\n\"wrong{i}\": 1"))}}}";

        var problems = RuleSetReader.Read(text).Problems;

        Assert.Equal(Problem.Most + 1, problems.Count);
        Assert.Equal(("problems.more", Severity.Error), (problems[^1].Code, problems[^1].Severity));
        Assert.Matches(@"另有 \d{3,5} 处", problems[^1].Message);
    }

    [Theory]
    [InlineData("1234567890123456789012345678901234567890")]
    [InlineData("\"NaN\"")]
    [InlineData("\"Infinity\"")]
    [InlineData("\"-∞\"")]
    [InlineData("1e400")]
    [InlineData("[\"1\", \"234\"]")]
    public void A_fact_that_is_no_number_is_a_problem_at_its_field_and_never_zero(string json)
    {
        var general = Shipped.Compile("gbt36132-2025");
        var reading = FactsJson.Read($"{{\"inputs\": {{\"output_value\": {json}}}}}");
        Assert.Empty(reading.Problems);

        var sheet = general.Evaluate(reading.Facts, new DateOnly(2026, 7, 24));

        Assert.Contains(sheet.Problems, p => p is { Path: "inputs.output_value", Severity: Severity.Error });
        Assert.Equal(ScoreState.Error, sheet.Indicators.Single(i => i.Code == "land_output").State);
    }
}
