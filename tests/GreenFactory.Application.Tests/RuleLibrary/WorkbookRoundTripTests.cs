using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using GreenFactory.Application.RuleLibrary.Workbook;
using GreenFactory.Scoring.Json;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Application.Tests.RuleLibrary;

/// <summary>A rule set comes back from a workbook as it went in, to the last digit and blank.</summary>
public sealed class WorkbookRoundTripTests
{
    public static TheoryData<string> Ids => [.. ShippedWorkbooks.Ids];

    [Fact]
    public void All_shipped_sets_are_tried() => Assert.Equal(57, ShippedWorkbooks.Ids.Count);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_shipped_set_comes_back_with_the_same_hash_and_cases(string id)
    {
        var (document, cases) = (ShippedWorkbooks.Document(id), ShippedWorkbooks.Cases(id));

        var first = ShippedWorkbooks.Reader.Read(ShippedWorkbooks.Write(document, cases), $"{id}.xlsx");
        Assert.Empty(first.Problems);
        Assert.Equal(ShippedWorkbooks.Canonical(document), first.Document);
        Assert.Equal(cases, first.GoldenCases);
        Assert.Equal(HashOf(document), HashOf(first.Document!));

        var second = ShippedWorkbooks.Reader.Read(ShippedWorkbooks.Write(first.Document!, first.GoldenCases), $"{id}.xlsx");
        Assert.Empty(second.Problems);
        Assert.Equal((first.Document, first.GoldenCases), (second.Document, second.GoldenCases));
    }

    [Theory]
    [InlineData("gbt36132-2018")]
    [InlineData("industry-24-cement")]
    [InlineData("park-2026")]
    public void The_full_set_that_the_library_stores_comes_back_too(string id)
    {
        var stored = RuleSetWriter.WriteCanonical(Flat(ShippedWorkbooks.Document(id)));

        var reading = ShippedWorkbooks.Reader.Read(ShippedWorkbooks.Write(stored, ShippedWorkbooks.Cases(id)), "存.xlsx");

        Assert.Empty(reading.Problems);
        Assert.Equal(stored, RuleSetWriter.WriteCanonical(RuleSetReader.Read(reading.Document!).RuleSet!));
    }

    [Fact]
    public void The_workbook_is_valid_for_Excel()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(ShippedWorkbooks.Workbook("gbt36132-2025")), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}").Take(5));
    }

    [Theory]
    [InlineData(" 两端有空格 ")]
    [InlineData("\"全在引号里\"")]
    [InlineData("第一行\n第二行\n")]
    [InlineData("回车\r\n换行")]
    [InlineData("控制\u0001字符\uFFFF")]
    [InlineData("像转义 _x0041_ 一样")]
    [InlineData("=1+1")]
    [InlineData("（空）")]
    [InlineData("—")]
    [InlineData("00123")]
    [InlineData("\u3000全角空格")]
    [InlineData("表情😀")]
    public void Texts_survive_to_the_letter(string text)
    {
        var set = Flat(ShippedWorkbooks.Document("gbt36132-2018"));
        set = set with
        {
            Title = text,
            Lacks = [text, "另一条"],
            Gates = [set.Gates[0] with { Text = text, Evidence = [text, "别的材料"] }, .. set.Gates.Skip(1)],
        };

        var back = Read(RuleSetWriter.WriteCanonical(set));

        Assert.Equal((text, text, text, text), (back.Title, back.Lacks[0], back.Gates[0].Text, back.Gates[0].Evidence[0]));
        Assert.Equal(RuleSetWriter.ContentHash(set), RuleSetWriter.ContentHash(back));
    }

    [Theory]
    [InlineData("0.1234567890123456789012345678")]
    [InlineData("1234567890123456789.5")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("123456789012345")]
    [InlineData("-0.107")]
    [InlineData("103.1")]
    public void Numbers_keep_every_digit(string number)
    {
        var set = Flat(ShippedWorkbooks.Document("gbt36132-2025"));
        var table = set.Parameters[0];
        var value = decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
        set = set with
        {
            Parameters = [table with { Rows = [table.Rows[0] with { Values = new SortedDictionary<string, decimal?>(StringComparer.Ordinal) { ["leading"] = value, ["baseline"] = null } }, .. table.Rows.Skip(1)] }, .. set.Parameters.Skip(1)],
        };

        var back = Read(RuleSetWriter.WriteCanonical(set));

        Assert.Equal((value, null), (back.Parameters[0].Rows[0].Values["leading"], back.Parameters[0].Rows[0].Values["baseline"]));
        Assert.Equal(RuleSetWriter.ContentHash(set), RuleSetWriter.ContentHash(back));
    }

    [Fact]
    public void Every_part_of_an_overlay_comes_back()
    {
        const string overlay = """
            {"format":"greenfactory-overlay/1","extends":{"id":"a","version":"1.0.0","hash":"x"},"id":"b","version":"1.0.1","title":"派生","provenance":"derived","provenanceNote":"说明",
             "lacks":[],"policies":{"notApplicable":"zero","rounding":{"mode":"toEven","places":"3","at":"total"},"passLine":"60","scaleTo":"100"},
             "gates":{"add":[{"code":"g2","title":"新","text":"要求","mandatory":false}],"remove":["g1","g0"]},
             "definitions":{"replace":[{"code":"d","label":"定","formula":"1"}]},
             "groups":{"replace":[{"code":"bonus","name":"附加","weight":"5","bonus":true}]},
             "inputs":{"add":[{"code":"i","label":"选","type":"choice","options":[{"code":"o1","label":"甲"},{"code":"o2","label":"乙"}],"required":false,"period":"threeYears"}]},
             "repeatGroups":{"add":[{"code":"r","label":"多行","maxRows":"3","inputs":[{"code":"i","label":"同名","type":"multi-choice","options":[{"code":"o1","label":"丙"}]}]}]},
             "indicators":{"add":[
               {"code":"n1","number":"1","name":"多项","group":"g","type":"正向定量","weight":"1","leaf":{"kind":"choose","take":"1","mode":"declared","children":[
                 {"code":"c1","number":"1.1","name":"子","unit":"%","type":"正向定性","leaf":{"kind":"either","cases":[
                   {"label":"情形","when":"true","leaf":{"kind":"tiered","value":"x","tiers":[{"label":"档","leading":"2","baseline":"1"}]}},
                   {"label":"其余","leaf":{"kind":"graded","rubric":[{"from":"0.5","text":"较好"}]}}]}},
                 {"code":"c2","number":"1.10","name":"子二","type":"逆向定量","leaf":{"kind":"products","group":"r","name":"n","weight":"w","value":"v","leading":"1","baseline":"2","unit":"t"}}]}},
               {"code":"n2","number":"2","name":"附加","group":"bonus","type":"正向定量","weight":"1","leaf":{"kind":"bonus","points":"if(x, 1, 0)"}},
               {"code":"n3","number":"3","name":"计数","group":"g","type":"正向定量","weight":"1","leaf":{"kind":"count","input":"i","leading":"3","baseline":"0"}},
               {"code":"n4","number":"4","name":"选项","group":"g","type":"正向定性","weight":"1","leaf":{"kind":"options","input":"i","points":[{"option":"o1","points":"0.5"}]}},
               {"code":"n5","number":"5","name":"条款","group":"g","type":"正向定性","weight":"1","leaf":{"kind":"clause","items":[{"input":"i","required":true,"points":"1"},{"input":"j","points":"0"}]}}]},
             "parameters":{"add":[{"code":"p","label":"表","columns":[{"code":"a","label":"甲"},{"code":"b","label":"乙"}],"rows":[
               {"key":"k","label":"行","unit":"t","from":"2026-01-01","to":"2026-12-31","values":{"a":"1","b":null},"source":"来源","provenance":"example","confirmation":"draft"},
               {"key":"l","label":"缺列","values":{"a":"2"},"provenance":"official"}]}]},
             "rows":[{"table":"t1","keep":["k1","k2"],"remove":["k3"],"add":[{"key":"k4","label":"新行","values":{"a":"3"},"provenance":"derived"}]},
                     {"table":"t2","add":[{"key":"k5","label":"只增","values":{"z":null},"provenance":"derived"}]}]}
            """;
        Assert.Empty(RuleSetOverlayReader.Read(overlay).Problems);

        var reading = ShippedWorkbooks.Reader.Read(ShippedWorkbooks.Write(overlay, "[]"), "派生.xlsx");

        Assert.Empty(reading.Problems);
        Assert.Equal(CanonicalJson.Canonicalise(overlay), reading.Document);
    }

    [Fact]
    public void Answers_of_cases_survive_in_every_form()
    {
        const string cases = """
            [{"asOf":"2026-07-24","facts":{"declared":{"p1":["a"]},"gates":{"g":true},"grades":{"x":{"points":"3","reason":"理由"}},"groups":{"e":[],"r":[{"a":"1","b":["o1","o2"]},{},{"a":" 空 "}]},
               "inputs":{"b":false,"empty":"","n":118450,"t":"118,450"},"notApplicable":{"w":"不涉及"}},"indicators":{"i":{"score":"4.50","state":"notApplicable","value":"1.10"},"j":{}},"ruleSet":"gbt36132-2018","title":"各种答案","total":"4.50"},
             {"asOf":"2026-07-24","facts":{},"indicators":{},"ruleSet":"gbt36132-2018","title":"没有答案"}]
            """;

        var reading = ShippedWorkbooks.Reader.Read(ShippedWorkbooks.Write(ShippedWorkbooks.Document("gbt36132-2018"), cases), "用例.xlsx");

        Assert.Empty(reading.Problems);
        Assert.Equal(CanonicalJson.Canonicalise(cases), reading.GoldenCases);
    }

    [Fact]
    public void What_no_cell_can_hold_is_refused_instead_of_cut()
    {
        var set = Flat(ShippedWorkbooks.Document("gbt36132-2018")) with { ProvenanceNote = new string('长', 40_000) };
        var tables = RuleSetWorkbook.Tables(RuleSetWriter.WriteCanonical(set), "[]");
        Assert.Contains("请导出 JSON", tables.Error.Message, StringComparison.Ordinal);
        Assert.False(RuleSetWorkbook.Tables("{}", "[]").Succeeded);
    }

    private static RuleSet Read(string document)
    {
        var reading = ShippedWorkbooks.Reader.Read(ShippedWorkbooks.Write(document, "[]"), "规则集.xlsx");
        Assert.Empty(reading.Problems);
        return RuleSetReader.Read(reading.Document!).RuleSet!;
    }

    private static string HashOf(string document) => RuleSetWriter.ContentHash(Flat(document));

    private static RuleSet Flat(string document)
    {
        var reading = new RuleSetShelf(ShippedWorkbooks.Document).Read(document);
        Assert.Empty(reading.Problems);
        return reading.RuleSet!;
    }
}
