using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GreenFactory.Cli.Commands;
using GreenFactory.Scoring.CaseFiles;
using GreenFactory.Scoring.Checking;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.Json;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.CaseFiles;

/// <summary>One file a case: three programs that share nothing come to the same points, and whatever is changed in it is found with its place.</summary>
public sealed class CaseFileTests
{
    private static readonly DateOnly Day = new(2026, 7, 24);
    private static readonly string Program = Path.GetFullPath(Path.Combine(Shipped.Folder, "..", "tools", "recompute.mjs"));

    /// <summary>
    /// Random answers to every set: the product, its own recomputation and the separate program agree to the last digit. Twenty of each set, or as many as
    /// <c>GREENFACTORY_CASE_FILES</c> says (docs/testing.md), and then every file is read by the whole of <c>gf recompute</c> and not every fifth.
    /// </summary>
    [Fact]
    public async Task Product_recomputation_and_the_separate_program_agree_on_random_answers_to_every_set()
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Program, "--lines"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var expected = System.Threading.Channels.Channel.CreateUnbounded<(string Set, int Number, ScoreSheet Sheet)>();
        var reading = Task.Run(
            async () =>
            {
                var count = 0;
                await foreach (var (set, number, sheet) in expected.Reader.ReadAllAsync(TestContext.Current.CancellationToken))
                {
                    var line = await node.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new InvalidOperationException($"{set} {number}: {await errors}");
                    var told = JsonNode.Parse(line)!;
                    Assert.True(told["faults"]!.AsArray().Count == 0, $"{set} {number}: {told["faults"]!.ToJsonString()}");
                    Assert.Equal(DecimalText.Write(sheet.Total), told["total"]!.GetValue<string>());
                    Assert.All(sheet.Indicators, row => Assert.Equal(DecimalText.Write(row.ExactScore), told["points"]![row.Code]!.GetValue<string>()));
                    count++;
                }

                return count;
            },
            TestContext.Current.CancellationToken);
        var each = Effort.Of(int.TryParse(Environment.GetEnvironmentVariable("GREENFACTORY_CASE_FILES"), CultureInfo.InvariantCulture, out var asked) ? asked : 20);
        foreach (var file in Shipped.Files)
        {
            var set = Shipped.Compile(Shipped.IdOf(file));
            var compared = Compared.Values(set);
            var answers = new RandomAnswers(set, Day, 20260724 + set.RuleSet.Id.Sum(c => c));
            for (var i = 0; i < each; i++)
            {
                var facts = answers.Next();
                var sheet = set.Evaluate(facts, Day, arithmetic: i % 10 == 9 ? ScoreArithmetic.Decimal : ScoreArithmetic.Exact);
                var text = CaseFile.Write(CaseFile.Build(Subject, set, facts, sheet, i % 2 == 0 ? compared : ConfirmedValues.None), null);
                if (asked > 0 || i % 5 == 0)
                    Assert.Empty(CaseFileCheck.Read(text).Faults);
                else
                    Assert.Empty(Recomputation.Check(sheet));
                await expected.Writer.WriteAsync((set.RuleSet.Id, i, sheet), TestContext.Current.CancellationToken);
                await node.StandardInput.WriteLineAsync(text.AsMemory(), TestContext.Current.CancellationToken);
                if (reading.IsFaulted)
                    break;
            }
        }

        node.StandardInput.Close();
        expected.Writer.Complete();
        Assert.Equal(Shipped.Files.Count * each, await reading);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("case.number", "CQ-2", "case")]
    [InlineData("facts.groups.energy_products[0].answers.energy", "118451", "facts")]
    [InlineData("parameters[0].value", "1", "parameters")]
    [InlineData("gates[0].state", "failed", "gates")]
    [InlineData("sheet.total", "99.99", "sheet")]
    [InlineData("sheet.indicators[0].exactScore", "7.99", "sheet")]
    [InlineData("preference.rows[0].value", "1", "preference")]
    [InlineData("policies.rounding.places", "3", "policies")]
    [InlineData("ranking.points", "99.99", "ranking")]
    [InlineData("opinions[0].versions[0].text", "无", "opinions")]
    public void A_file_with_one_digit_changed_is_refused_with_place_and_sentence_by_both_programs(string path, string digit, string place)
    {
        var file = JsonNode.Parse(Cement())!;
        Documents.Put(file, path, digit);
        var name = Path.Combine(Path.GetTempPath(), $"gf-case-{Guid.NewGuid():N}.json");
        File.WriteAllText(name, file.ToJsonString());
        try
        {
            using var error = new StringWriter();
            Assert.Equal(1, CommandLine.Run(["recompute", name], TextWriter.Null, error, TimeProvider.System));
            Assert.Contains($"{name}: {place}: 内容与文件中登记的指纹不一致", error.ToString(), StringComparison.Ordinal);
            using var node = Process.Start(new ProcessStartInfo("node", [Program, name]) { RedirectStandardError = true })!;
            Assert.Contains($"{name}: {place}: 内容与文件中登记的指纹不一致", node.StandardError.ReadToEnd(), StringComparison.Ordinal);
            node.WaitForExit();
            Assert.Equal(1, node.ExitCode);
        }
        finally
        {
            File.Delete(name);
        }
    }

    /// <summary>Whoever mends the hashes too is found by the numbers themselves.</summary>
    [Theory]
    [InlineData("facts.groups.energy_products[0].answers.energy", "118451", "facts.groups.energy_products[0].energy")]
    [InlineData("sheet.indicators[0].score", "7.99", "sheet.energy_intensity")]
    [InlineData("gates[0].state", "failed", "gates")]
    [InlineData("ranking.points", "99.99", "ranking.points")]
    [InlineData("ranking.caseNumber", "CQ-9", "ranking.caseNumber")]
    [InlineData("preference.rows[0].state", "met", "preference.rows[0].state")]
    public void A_change_that_mends_the_hashes_is_found_by_what_no_longer_fits(string path, string value, string place)
    {
        var file = JsonNode.Parse(Cement())!.AsObject();
        Documents.Put(file, path, value);
        var member = path.Split('.', '[')[0];
        file["hashes"]![member] = CaseFile.HashOf(file[member]);

        Assert.Contains(CaseFileCheck.Read(file.ToJsonString()).Faults, fault => fault.Place == place);
    }

    /// <summary>A decision without a comparison with the text is refused by both programs, however well the hashes fit; files from before are read by their own rule.</summary>
    [Theory]
    [InlineData("greenfactory-casefile/2", true)]
    [InlineData("greenfactory-casefile/1", false)]
    public void A_preference_that_rests_on_values_nobody_compared_is_refused(string format, bool refused)
    {
        var file = JsonNode.Parse(Cement())!.AsObject();
        Assert.Equal("表1", file["confirmations"]![0]!["clause"]!.GetValue<string>());
        Assert.Empty(CaseFileCheck.Read(file.ToJsonString()).Faults);
        file["format"] = format;
        file.Remove("confirmations");
        file["hashes"]!.AsObject().Remove("confirmations");

        var told = Node(file).TrimEnd();
        var faults = CaseFileCheck.Read(file.ToJsonString()).Faults;
        Assert.Equal(refused, faults.Any(fault => fault.Place == "preference.rows[0].state" && fault.Message.EndsWith("没有与标准原文核对的记录。", StringComparison.Ordinal)));
        Assert.Equal(refused, told.EndsWith("没有与标准原文核对的记录。", StringComparison.Ordinal));
        Assert.Equal(refused, faults.Count > 0);
    }

    private static string Node(JsonObject file)
    {
        var name = Path.Combine(Path.GetTempPath(), $"gf-case-{Guid.NewGuid():N}.json");
        File.WriteAllText(name, file.ToJsonString());
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", [Program, name]) { RedirectStandardError = true })!;
            var told = node.StandardError.ReadToEnd();
            node.WaitForExit();
            return told;
        }
        finally
        {
            File.Delete(name);
        }
    }

    /// <summary>An opinion that was corrected stands in the file with both versions; whoever takes one out, or the reason of the correction, is found out by both programs.</summary>
    [Theory]
    [InlineData("opinions[0].versions[1].reason", "")]
    [InlineData("opinions[0].versions[0].version", "2")]
    public void A_version_of_an_opinion_that_was_taken_out_is_missed_by_both_programs(string path, string value)
    {
        var file = JsonNode.Parse(Cement())!.AsObject();
        Documents.Put(file, path, value);
        file["hashes"]!["opinions"] = CaseFile.HashOf(file["opinions"]);

        Assert.Equal("opinions.涪陵区生态环境局", Assert.Single(CaseFileCheck.Read(file.ToJsonString()).Faults).Place);
        using var node = Process.Start(new ProcessStartInfo("node", [Program, "--lines"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        node.StandardInput.WriteLine(file.ToJsonString());
        node.StandardInput.Close();
        Assert.Equal("opinions.涪陵区生态环境局", Assert.Single(JsonNode.Parse(node.StandardOutput.ReadToEnd())!["faults"]!.AsArray())!["place"]!.GetValue<string>());
        node.WaitForExit();
    }

    [Fact]
    public void Canonical_text_is_that_of_rfc_8785()
    {
        var node = JsonNode.Parse("""{"\u20ac":"Euro","\r":"回车","\ufb33":"𝄞","1":"\u0007\u007f\u2028<\"\\/>","😂":[true,null,{}],"":""}""");

        Assert.Equal("{\"\":\"\",\"\\r\":\"回车\",\"1\":\"\\u0007\u007f\u2028<\\\"\\\\/>\",\"€\":\"Euro\",\"😂\":[true,null,{}],\"\ufb33\":\"𝄞\"}", Rfc8785.Write(node));
        Assert.Throws<ArgumentException>(() => Rfc8785.Write(JsonNode.Parse("[1]")));
    }

    [Fact]
    public void A_text_that_is_no_case_file_is_refused() => Assert.Throws<JsonException>(() => CaseFileCheck.Read("""{"format":"greenfactory-casefile/1"}"""));

    private static CaseFileSubject Subject => new("CQ-1", "重庆试验水泥厂", "91500000MA5U00000X", "涪陵区", "declared", "2026-07-01T09:00:00+08:00", "2026-07-01T09:00:00+08:00", new string('0', 64),
        [new CaseFileEvidence("neg1", "承诺书.pdf", new string('1', 64), "2026-06-30T10:00:00+08:00")])
    {
        Opinions =
        [
            new CaseFileQuestion("涪陵区生态环境局", "given", "2026-07-02T09:00:00+08:00",
            [
                new CaseFileOpinion(1, "bars", "存在不得推荐情形：罚〔2025〕99号", "", "秦川", "2026-07-03T09:00:00+08:00", "处罚决定.pdf", new string('2', 64)),
                new CaseFileOpinion(2, "noComment", "", "该处罚对象为同名的另一家企业。", "秦川", "2026-07-04T09:00:00+08:00", "", ""),
            ]),
            new CaseFileQuestion("涪陵区税务局", "overdue", "2026-07-02T09:00:00+08:00", []),
        ],
    };

    private static string Cement()
    {
        var golden = GoldenCase.Read(File.ReadAllText(Path.Combine(Shipped.Folder, "golden", "gbt36132-2025", "full-cement-factory.json"))).Case!;
        var set = Shipped.Compile("gbt36132-2025");
        return CaseFile.Write(CaseFile.Build(Subject, set, golden.Facts, set.Evaluate(golden.Facts, Day), Compared.Values(set, "GB 16780-2021:熟料单位产品综合能耗")), null);
    }
}
