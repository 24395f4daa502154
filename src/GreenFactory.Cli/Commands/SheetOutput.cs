using System.Globalization;
using System.Text.Json.Nodes;
using GreenFactory.Cli.Support;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Json;

namespace GreenFactory.Cli.Commands;

/// <summary>A score sheet for people and for programs. Points have the official rounding; other numbers at most six decimals.</summary>
internal static class SheetOutput
{
    public static JsonObject Json(ScoreSheet sheet, bool trace)
    {
        var frozen = CanonicalJson.Parse(ScoreSheetJson.Write(sheet))!;
        var result = new JsonObject
        {
            ["ruleSet"] = frozen["ruleSet"]!.DeepClone(),
            ["asOf"] = sheet.AsOf.ToString("O", CultureInfo.InvariantCulture),
            ["gates"] = Support.Json.Array(sheet.Gates, g => new JsonObject { ["code"] = g.Code, ["title"] = g.Title, ["state"] = Word(g.State) }),
            ["gatesPassed"] = sheet.GatesPassed,
            ["groups"] = Support.Json.Array(sheet.Groups, g => new JsonObject
            {
                ["code"] = g.Code,
                ["name"] = g.Name,
                ["score"] = Points(sheet, g.Score),
                ["max"] = Points(sheet, g.Max),
            }),
            ["indicators"] = Support.Json.Array(sheet.Indicators, i => Indicator(sheet, i)),
            ["adjustment"] = Points(sheet, sheet.Adjustment),
            ["total"] = Points(sheet, sheet.Total),
            ["max"] = Points(sheet, sheet.Max),
            ["bonus"] = Points(sheet, sheet.Bonus),
        };
        if (trace)
        {
            for (var i = 0; i < sheet.Indicators.Count; i++)
                result["indicators"]![i]!["trace"] = frozen["indicators"]![i]!["trace"]?.DeepClone();
        }

        return result;
    }

    public static void Text(ScoreSheet sheet, TextWriter output)
    {
        output.WriteLine($"{sheet.RuleSetTitle}  {sheet.RuleSetId} {sheet.RuleSetVersion}  sha256 {sheet.RuleSetHash}");
        foreach (var gate in sheet.Gates)
            output.WriteLine($"  [{(gate.State == GateState.Passed ? "符合" : gate.State == GateState.Failed ? "不符合" : "未答")}] {gate.Title}");
        foreach (var group in sheet.Groups)
        {
            output.WriteLine($"{group.Name}  {Points(sheet, group.Score)} / {Points(sheet, group.Max)}");
            foreach (var row in sheet.Indicators.Where(i => i.Group == group.Code))
            {
                var value = row.Value is null ? "" : $"  {Number(row.Value)} {row.Unit}（基准 {Number(row.Baseline)}，引领 {Number(row.Leading)}）";
                output.WriteLine($"  {row.Number} {row.Name}{(row.Detail.Length > 0 ? "·" + row.Detail : "")}{value}  {Points(sheet, row.Score)} / {Points(sheet, row.Max)}  {State(row.State)}");
            }
        }

        if (sheet.Adjustment != 0m)
            output.WriteLine($"不适用项分摊  {Points(sheet, sheet.Adjustment)}（合计 × {Number(sheet.Max)} ÷ {Number(sheet.ApplicableMax)}）");
        output.WriteLine($"总分  {Points(sheet, sheet.Total)} / {Points(sheet, sheet.Max)}");
    }

    private static JsonObject Indicator(ScoreSheet sheet, IndicatorScore row) => new()
    {
        ["code"] = row.Code,
        ["number"] = row.Number,
        ["name"] = row.Name,
        ["detail"] = row.Detail,
        ["value"] = Number(row.Value),
        ["unit"] = row.Unit,
        ["baseline"] = Number(row.Baseline),
        ["leading"] = Number(row.Leading),
        ["score"] = Points(sheet, row.Score),
        ["exactScore"] = row.ExactScore.ToString(CultureInfo.InvariantCulture),
        ["max"] = Points(sheet, row.Max),
        ["state"] = Word(row.State),
        ["warnings"] = Support.Json.Array(row.Warnings, w => w),
        ["rows"] = Support.Json.Array(row.Rows, r => new JsonObject
        {
            ["name"] = r.Name,
            ["value"] = Number(r.Value),
            ["unit"] = r.Unit,
            ["baseline"] = Number(r.Baseline),
            ["leading"] = Number(r.Leading),
            ["weight"] = Number(r.Weight),
            ["state"] = Word(r.State),
        }),
    };

    private static string Points(ScoreSheet sheet, decimal points) => sheet.Rounding.Round(points).ToString("F" + sheet.Places, CultureInfo.InvariantCulture);

    /// <summary>A number that is not points: at most six decimals.</summary>
    public static string? Number(decimal? value) =>
        value is { } number ? decimal.Round(number, 6, MidpointRounding.AwayFromZero).ToString("0.######", CultureInfo.InvariantCulture) : null;

    /// <summary>A state as programs read it.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static string State(ScoreState state) => state switch
    {
        ScoreState.Scored => "",
        ScoreState.Missing => "缺失",
        ScoreState.NotApplicable => "不适用",
        ScoreState.AwaitingGrade => "待评分",
        _ => "有误",
    };
}
