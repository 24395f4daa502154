using System.Globalization;
using System.Text.Json.Nodes;
using GreenFactory.Scoring.RuleSets;
using GreenFactory.Scoring.Simulation;

namespace GreenFactory.Cli.Commands;

/// <summary>A simulation for people and for programs. Sums are exact; means have four decimals.</summary>
internal static class SimulationOutput
{
    private const int MostMoves = 20;

    public static JsonObject Json(SimulationReport report, RuleSet before, RuleSet after) => new()
    {
        ["old"] = new JsonObject { ["id"] = before.Id, ["version"] = before.Version, ["hash"] = RuleSetWriter.ContentHash(before) },
        ["new"] = new JsonObject { ["id"] = after.Id, ["version"] = after.Version, ["hash"] = RuleSetWriter.ContentHash(after) },
        ["line"] = report.Line is { } line ? new JsonObject { ["kind"] = Word(line.Kind), ["value"] = Exact(line.Value) } : null,
        ["all"] = Part(report.All),
        ["withRefusedAnswers"] = report.WithRefusedAnswers,
        ["distribution"] = Support.Json.Array(report.Bins, b => new JsonObject { ["from"] = Exact(b.From), ["to"] = Exact(b.To), ["old"] = b.Before, ["new"] = b.After }),
        ["causes"] = Support.Json.Array(report.Causes, c => new JsonObject { ["cause"] = Word(c.Cause), ["sum"] = Exact(c.Sum), ["mean"] = Mean(c.Sum, report), ["moved"] = c.Moved }),
        ["effects"] = Support.Json.Array(report.Effects, e => new JsonObject { ["cause"] = Word(e.Cause), ["indicator"] = e.Indicator, ["sum"] = Exact(e.Sum), ["mean"] = Mean(e.Sum, report), ["moved"] = e.Moved }),
        ["industries"] = Support.Json.Array(report.Industries, Part),
        ["districts"] = Support.Json.Array(report.Districts, Part),
        ["submissions"] = Support.Json.Array(report.Moves, m => new JsonObject
        {
            ["id"] = m.Outcome.Submission.Key,
            ["old"] = Exact(m.Outcome.Before),
            ["new"] = Exact(m.Outcome.After),
            ["oldRank"] = m.RankBefore,
            ["newRank"] = m.RankAfter,
            ["crossing"] = Word(m.Crossing),
            ["effects"] = Support.Json.Array(m.Outcome.Effects, e => new JsonObject { ["cause"] = Word(e.Cause), ["indicator"] = e.Indicator, ["change"] = Exact(e.Change) }),
        }),
    };

    public static void Text(SimulationReport report, RuleSet before, RuleSet after, TextWriter output)
    {
        var names = after.Indicators.Concat(before.Indicators).DistinctBy(i => i.Code).ToDictionary(i => i.Code, i => i.Name, StringComparer.Ordinal);
        var all = report.All;
        output.WriteLine($"{before.Id} {before.Version} → {after.Id} {after.Version}：{all.Count} 份申报");
        output.WriteLine($"平均分  {Points(all.SumBefore / all.Count)} → {Points(all.SumAfter / all.Count)}；上升 {all.Up}，下降 {all.Down}，不变 {all.Count - all.Up - all.Down}");
        if (report.Line is { } line)
            output.WriteLine($"{(line.Kind == SimulationLineKind.Points ? $"得分线 {Exact(line.Value)}" : $"前 {Exact(line.Value)} 名")}  进 {all.Enters}，出 {all.Leaves}");
        output.WriteLine("得分分布（旧 / 新）");
        foreach (var bin in report.Bins)
            output.WriteLine($"  {Exact(bin.From)}–{Exact(bin.To)}  {bin.Before} / {bin.After}");
        output.WriteLine("平均变化来自");
        foreach (var cause in report.Causes)
            output.WriteLine($"  {Name(cause.Cause)}  {Mean(cause.Sum, report)}（合计 {Exact(cause.Sum)} 分，{cause.Moved} 份）");
        foreach (var effect in report.Effects)
            output.WriteLine($"    {Name(effect.Cause)}  {(effect.Indicator.Length > 0 ? names.GetValueOrDefault(effect.Indicator, effect.Indicator) : "总分取舍和不适用分摊")}  {Mean(effect.Sum, report)}（{effect.Moved} 份）");
        Parts("按行业", report.Industries, output);
        Parts("按区县", report.Districts, output);
        output.WriteLine("变化最大的申报（旧 / 新，名次）");
        foreach (var move in report.Moves.Where(m => m.Change != 0m).OrderByDescending(m => Math.Abs(m.Change)).Take(MostMoves))
            output.WriteLine($"  {move.Outcome.Submission.Key}  {Exact(move.Outcome.Before)} / {Exact(move.Outcome.After)}，第 {move.RankBefore} → {move.RankAfter} 名{Crossing(move.Crossing)}");
    }

    private static void Parts(string title, IReadOnlyList<SimulatedPart> parts, TextWriter output)
    {
        if (parts is [{ Name: "" }])
            return;
        output.WriteLine(title);
        foreach (var part in parts)
            output.WriteLine($"  {(part.Name.Length > 0 ? part.Name : "（未填）")}  {part.Count} 份，平均变化 {Points(part.MeanChange)}，上升 {part.Up}，下降 {part.Down}，进 {part.Enters}，出 {part.Leaves}");
    }

    private static JsonObject Part(SimulatedPart part) => new()
    {
        ["name"] = part.Name,
        ["count"] = part.Count,
        ["oldSum"] = Exact(part.SumBefore),
        ["newSum"] = Exact(part.SumAfter),
        ["meanChange"] = Points(part.MeanChange, 4),
        ["up"] = part.Up,
        ["down"] = part.Down,
        ["enters"] = part.Enters,
        ["leaves"] = part.Leaves,
    };

    private static string Mean(decimal sum, SimulationReport report) => Points(sum / report.All.Count, 4);

    private static string Points(decimal points, int places = 2) => decimal.Round(points, places, MidpointRounding.AwayFromZero).ToString("F" + places, CultureInfo.InvariantCulture);

    private static string Exact(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    private static string Crossing(LineCrossing crossing) => crossing switch
    {
        LineCrossing.Enters => "，进线",
        LineCrossing.Leaves => "，出线",
        _ => "",
    };

    private static string Name(EffectCause cause) => cause switch
    {
        EffectCause.Parameter => "参数",
        EffectCause.ParameterAndFormula => "参数和公式",
        EffectCause.Formula => "公式",
        EffectCause.Weight => "权重",
        _ => "处理办法",
    };

    private static string Word<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
