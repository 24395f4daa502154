using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Web.Face.Blocks;
using GreenFactory.Web.Face.Text;

namespace GreenFactory.Web.Scores;

/// <summary>Makes 怎么算的 from the trace of a score: every step with its numbers, every parameter with its source and clause.</summary>
public static class TracePanels
{
    /// <summary>How a trace marks the row of a choice that counts.</summary>
    private const string Taken = "taken";

    /// <summary>The panel of one indicator.</summary>
    /// <param name="sheet">The score sheet.</param>
    /// <param name="row">The indicator, evaluated with its trace.</param>
    /// <param name="clause">Clause of the rule that scores it; empty when none is named.</param>
    /// <param name="downloadPath">Where the trace can be downloaded; null for nowhere.</param>
    public static TracePanel Of(ScoreSheet sheet, IndicatorScore row, string clause, string? downloadPath = null)
    {
        var steps = new List<TraceStep>();
        var sources = new List<TraceSource>();
        if (row.Trace is { } trace)
        {
            Walk(trace, "", steps);
            Collect(trace, sources);
        }

        if (clause.Length > 0)
        {
            sources.Insert(0, new TraceSource($"依据：{clause}", "transcribed"));
        }

        var outcome = row.State switch
        {
            ScoreState.Scored => $"{NumberText.Points(row.Score)} 分，{steps.Count} 步",
            ScoreState.NotApplicable => "不适用",
            _ => "暂按 0 分计",
        };
        return new TracePanel(outcome, steps, $"{sheet.RuleSetTitle} {sheet.RuleSetVersion}", sheet.Provenance.ToString(), sheet.RuleSetHash)
        {
            Sources = [.. sources.Distinct()],
            DownloadPath = downloadPath,
        };
    }

    private static void Walk(TraceNode node, string prefix, List<TraceStep> steps)
    {
        switch (node.Operation)
        {
            case "linear" when node.Arguments is [var value, var leading, var baseline]:
                Linear(node, prefix, value, leading, baseline, steps);
                break;
            case "weightedMean":
                foreach (var row in node.Arguments)
                {
                    Walk(row.Arguments[1], $"{Short(row.Label)}：", steps);
                }

                steps.Add(new TraceStep("按加权参数加权平均", $"{FormulaText.Number(node)}", WeightedMean(node)));
                break;
            case "round":
                Descend(node, prefix, steps);
                steps.Add(new TraceStep($"四舍五入到 {NumberText.Natural(node.Factor ?? 2)} 位小数", $"{FormulaText.Number(node)}"));
                break;
            case "normalise" when node.Arguments is [var counted, var full, var applicable]:
                Walk(counted, prefix, steps);
                steps.Add(new TraceStep(node.Label, FormulaText.Number(node), $"{FormulaText.Number(counted)} × {FormulaText.Number(full)} ÷ {FormulaText.Number(applicable)}"));
                break;
            case "choose":
                foreach (var child in node.Arguments.Where(child => child.Formula == Taken))
                {
                    Descend(child, $"{child.Label}：", steps);
                }

                steps.AddRange(node.Arguments.Where(child => child.Formula != Taken).Select(child => new TraceStep($"{child.Label}：未计入", FormulaText.Number(child))));
                break;
            case "counted" or "same" or "either" or "total":
                Descend(node, prefix, steps);
                break;
            default:
                var names = FormulaText.Names(node);
                steps.Add(new TraceStep(prefix + (names.Length > 0 ? names : "取值"), $"{FormulaText.Number(node)}"));
                break;
        }
    }

    private static void Descend(TraceNode node, string prefix, List<TraceStep> steps)
    {
        foreach (var argument in node.Arguments)
        {
            Walk(argument, prefix, steps);
        }
    }

    private static void Linear(TraceNode node, string prefix, TraceNode value, TraceNode leading, TraceNode baseline, List<TraceStep> steps)
    {
        foreach (var part in Defined(value).DistinctBy(part => part.Code))
        {
            steps.Add(new TraceStep(prefix + part.Label, FormulaText.Number(part)));
        }

        foreach (var level in new[] { leading, baseline }.Select(FormulaText.Taken).Where(level => level is { Operation: "definition", Arguments.Count: 1 }).DistinctBy(level => level.Code))
        {
            steps.Add(new TraceStep(prefix + level.Label, FormulaText.Number(level), FormulaText.Working(level)));
        }

        var numbers = FormulaText.Numbers(value);
        var result = FormulaText.Number(value);
        steps.Add(new TraceStep(prefix + FormulaText.Names(value), result, numbers == result ? null : $"{numbers} = {result}"));
        if (value.Value is { } x && leading.Value is { } l && baseline.Value is { } b && node.Factor is { } weight)
        {
            var direction = l > b ? "越高越好" : "越低越好";
            steps.Add(new TraceStep(
                $"{prefix}权重 {NumberText.Natural(weight)} × 在基准值与引领值之间的比例（0 到 1，{direction}）",
                $"{NumberText.Natural(node.Value ?? 0m)} 分",
                $"{NumberText.Natural(weight)} × ({NumberText.Natural(x)} − {NumberText.Natural(b)}) ÷ ({NumberText.Natural(l)} − {NumberText.Natural(b)})"));
        }
        else if (node.Reason.Length > 0)
        {
            steps.Add(new TraceStep(prefix + "得分", node.Reason));
        }
    }

    /// <summary>Definitions that were worked out from others, innermost first; rows of a repeat group stand in the calculation sheet.</summary>
    private static IEnumerable<TraceNode> Defined(TraceNode node) => node.Operation switch
    {
        "sum rows" => [],
        "definition" => node.Arguments.SelectMany(Defined).Append(node),
        _ => node.Arguments.SelectMany(Defined),
    };

    private static string? WeightedMean(TraceNode node)
    {
        var rows = node.Arguments.Select(row => (Weight: row.Arguments[0].Value, Points: row.Value)).ToList();
        return rows.Count == 0 || rows.Exists(row => row.Weight is null || row.Points is null)
            ? null
            : $"({string.Join(" + ", rows.Select(row => $"{NumberText.Natural(row.Weight!.Value)} × {NumberText.Natural(row.Points!.Value)}"))}) ÷ ({string.Join(" + ", rows.Select(row => NumberText.Natural(row.Weight!.Value)))})";
    }

    private static void Collect(TraceNode node, List<TraceSource> sources)
    {
        if (node.Source is { } source)
        {
            var since = source.From is { } from ? $"，{DateText.FullDay(from)}起" : "";
            var doubt = source.Confirmation is Scoring.RuleSets.Confirmation.Draft ? "（征求意见稿）" : "";
            var corrected = source.Correction.Length > 0 ? $"；{source.Correction}" : "";
            sources.Add(new TraceSource($"{source.Source} {source.Clause} {source.Label} {source.Column}：{FormulaText.Number(node)}{since}{doubt}{corrected}", source.Provenance.ToString()) { Fingerprint = source.Fingerprint });
        }

        foreach (var argument in node.Arguments.Where(argument => argument.Operation != "child" || argument.Formula == Taken))
        {
            Collect(argument, sources);
        }
    }

    private static string Short(string product) => product[(product.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
