using System.Globalization;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>Points of the chosen option.</summary>
internal sealed class CompiledOptions(BoundExpression choice, IReadOnlyDictionary<string, decimal> points) : CompiledLeaf
{
    public override IEnumerable<string> Reads => choice.Reads;

    public override LeafScore Score(EvaluationContext context, LeafRequest request)
    {
        var chosen = choice.Evaluate(context);
        var earned = !chosen.IsKnown ? chosen
            : points.TryGetValue(chosen.Text, out var value) ? Cap(Value.Of(value), request.Weight) : Value.Error($"选项“{chosen.Text}”没有分值");
        return new LeafScore(LeafScore.StateOf(earned), earned.IsKnown ? earned.Number : 0m)
        {
            Message = earned.Reason,
            Trace = request.Explain ? Node("given", earned, request.Weight, choice.Trace(context)) : null,
        };
    }
}

/// <summary>Points given by a person.</summary>
internal sealed class CompiledGraded : CompiledLeaf
{
    public override IEnumerable<string> Reads => [];

    public override LeafScore Score(EvaluationContext context, LeafRequest request)
    {
        if (request.Grade is not { } grade || string.IsNullOrWhiteSpace(grade.Points))
        {
            var waiting = new LeafScore(ScoreState.AwaitingGrade, 0m) { Message = "待专家评分" };
            return waiting with { Trace = request.Explain ? Node("given", waiting.AsValue(), request.Weight) : null };
        }

        var earned = !TypedText.TryReadNumber(grade.Points, out var points, out var complaint) ? Value.Error(complaint)
            : points < 0m || points > request.Weight ? Value.Error($"评分应当在 0 到 {request.Weight.ToString(CultureInfo.InvariantCulture)} 之间")
            : Value.Of(points);
        return new LeafScore(LeafScore.StateOf(earned), earned.IsKnown ? earned.Number : 0m)
        {
            Message = earned.Reason,
            Trace = request.Explain ? Node("given", earned, request.Weight) with { Label = grade.Reason } : null,
        };
    }
}

/// <summary>必选 / 可选 requirements. An unmet 必选 gives zero for the whole row.</summary>
internal sealed class CompiledClause(IReadOnlyList<(BoundExpression Met, ClauseItem Item, string Label)> items) : CompiledLeaf
{
    /// <summary>How a trace marks a 必选 requirement.</summary>
    public const string Required = "required";

    public override IEnumerable<string> Reads => items.SelectMany(i => i.Met.Reads);

    public override LeafScore Score(EvaluationContext context, LeafRequest request)
    {
        var answers = items.Select(i => i.Met.Evaluate(context)).ToArray();
        var earned = Sum(items.Select((i, n) => (answers[n], i.Item.Required, i.Item.Points)), request.Weight);
        return new LeafScore(LeafScore.StateOf(earned), earned.IsKnown ? earned.Number : 0m)
        {
            Message = earned.Reason,
            Rows = [.. items.Select((i, n) => new RowScore(
                i.Item.Input, i.Label, null, "", null, null, i.Item.Points, answers[n].IsTrue ? i.Item.Points : 0m, LeafScore.StateOf(answers[n]), true, answers[n].Reason))],
            Trace = request.Explain
                ? Node("clauses", earned, request.Weight, [.. items.Select(i => TraceNode.Of("clause", ExpressionType.Boolean, i.Met.Evaluate(context), i.Met.Trace(context)) with
                {
                    Label = i.Label,
                    Formula = i.Item.Required ? Required : "optional",
                    Factor = i.Item.Points,
                })])
                : null,
        };
    }

    /// <summary>Points of the requirements that are met; zero if a required one is not; missing if any answer is.</summary>
    public static Value Sum(IEnumerable<(Value Met, bool Required, decimal Points)> items, decimal weight)
    {
        var sum = 0m;
        var failed = false;
        foreach (var (met, required, points) in items)
        {
            if (!met.IsKnown)
                return met;
            failed |= required && !met.IsTrue;
            sum += met.IsTrue ? points : 0m;
        }

        return Value.Of(failed ? 0m : Math.Min(sum, weight));
    }
}

/// <summary>The best or the declared k of n children; each counts an equal share of the weight.</summary>
internal sealed class CompiledChoose(int take, ChooseMode mode, IReadOnlyList<(ChooseChild Child, CompiledLeaf Leaf)> children) : CompiledLeaf
{
    public override IEnumerable<string> Reads => children.SelectMany(c => c.Leaf.Reads);

    public override LeafScore Score(EvaluationContext context, LeafRequest request)
    {
        var share = request with { Weight = request.Weight / take };
        var scores = children.Select(c => (c.Child, Score: c.Leaf.Score(context, share))).ToList();
        var chosen = Choose(scores, request.Declared);
        var state = chosen.Any(c => c.Score.State == ScoreState.Scored) ? ScoreState.Scored
            : scores.Any(c => c.Score.State == ScoreState.Error) ? ScoreState.Error : ScoreState.Missing;
        var points = chosen.Sum(c => c.Score.Points);
        var codes = chosen.Select(c => c.Child.Code).ToHashSet(StringComparer.Ordinal);
        var message = chosen.Count < take || chosen.Any(c => c.Score.State != ScoreState.Scored) ? $"应有 {take} 项计分，目前 {chosen.Count(c => c.Score.State == ScoreState.Scored)} 项" : "";
        return new LeafScore(state, points)
        {
            Message = message,
            Rows = [.. scores.Select(c => new RowScore(
                c.Child.Code, $"{c.Child.Number} {c.Child.Name}", c.Score.Value, c.Child.Unit, c.Score.Baseline, c.Score.Leading, share.Weight, c.Score.Points, c.Score.State, codes.Contains(c.Child.Code), c.Score.Message))],
            Trace = request.Explain
                ? Node("total", state == ScoreState.Scored ? Value.Of(points) : Value.Missing(message), request.Weight,
                    [.. chosen.Select(c => c.Score.Trace! with { Label = $"{c.Child.Number} {c.Child.Name}" })])
                : null,
        };
    }

    private List<(ChooseChild Child, LeafScore Score)> Choose(List<(ChooseChild Child, LeafScore Score)> scores, IReadOnlyCollection<string>? declared) =>
        mode == ChooseMode.Declared
            ? [.. scores.Where(s => declared?.Contains(s.Child.Code) == true).Take(take)]
            : [.. scores.Where(s => s.Score.State == ScoreState.Scored).OrderByDescending(s => s.Score.Points).Take(take)];
}

/// <summary>Points by formula, between zero and the weight.</summary>
internal sealed class CompiledBonus(BoundExpression points) : CompiledLeaf
{
    public override IEnumerable<string> Reads => points.Reads;

    public override LeafScore Score(EvaluationContext context, LeafRequest request)
    {
        var earned = Cap(points.Evaluate(context), request.Weight);
        return new LeafScore(LeafScore.StateOf(earned), earned.IsKnown ? earned.Number : 0m)
        {
            Message = earned.Reason,
            Trace = request.Explain ? Node("bonus", earned, request.Weight, points.Trace(context)) : null,
        };
    }
}
