using System.Globalization;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.Numbers;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>Points of the chosen option.</summary>
internal sealed class CompiledOptions(BoundExpression choice, IReadOnlyDictionary<string, decimal> points) : CompiledLeaf
{
    public override IEnumerable<string> Reads => choice.Reads;

    public override LeafScore Score(EvaluationContext context, in LeafRequest request)
    {
        var (chosen, node) = Work(choice, context, request.Explain);
        var earned = !chosen.IsKnown ? chosen
            : points.TryGetValue(chosen.Text, out var value) ? Cap(Value.Of(value), request.Weight) : Value.Error($"选项“{chosen.Text}”没有分值");
        return new LeafScore(earned)
        {
            Trace = request.Explain ? Node("given", earned, request.Weight, node) : null,
        };
    }
}

/// <summary>Points given by a person.</summary>
internal sealed class CompiledGraded : CompiledLeaf
{
    public override IEnumerable<string> Reads => [];

    public override LeafScore Score(EvaluationContext context, in LeafRequest request)
    {
        if (request.Grade is not { } grade || string.IsNullOrWhiteSpace(grade.Points))
        {
            var waiting = new LeafScore(ScoreState.AwaitingGrade, 0m) { Message = "待专家评分" };
            waiting.Trace = request.Explain ? Node("given", waiting.AsValue(), request.Weight) : null;
            return waiting;
        }

        var earned = !TypedText.TryReadNumber(grade.Points, out var points, out var complaint) ? Value.Error(complaint)
            : points < 0m || request.Weight < points ? Value.Error($"评分应当在 0 到 {request.Weight} 之间")
            : Value.Of(points);
        return new LeafScore(earned)
        {
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

    public override LeafScore Score(EvaluationContext context, in LeafRequest request)
    {
        var answers = context.Borrow(items.Count);
        var rows = new RowScore[items.Count];
        var nodes = request.Explain ? new TraceNode[items.Count] : [];
        for (var i = 0; i < rows.Length; i++)
        {
            var (met, item, label) = items[i];
            (var answer, var node) = Work(met, context, request.Explain);
            answers[i] = answer;
            rows[i] = new RowScore(item.Input, label, null, "", null, null, item.Points, answer.IsTrue ? item.Points : 0m, LeafScore.StateOf(answer), true, answer.Reason);
            if (request.Explain)
            {
                nodes[i] = new TraceNode("clause", ExpressionType.Boolean, answer, node)
                {
                    Label = label,
                    Formula = item.Required ? Required : "optional",
                    Factor = item.Points,
                };
            }
        }

        var earned = Sum(answers, request.Weight);
        context.GiveBack(answers.Length);
        return new LeafScore(earned)
        {
            Rows = rows,
            Trace = request.Explain ? Node("clauses", earned, request.Weight, nodes) : null,
        };
    }

    /// <summary>Points of the requirements that are met; zero if a required one is not; missing if any answer is.</summary>
    private Value Sum(ReadOnlySpan<Value> answers, in ExactNumber weight)
    {
        var sum = 0m;
        var failed = false;
        for (var i = 0; i < answers.Length; i++)
        {
            if (!answers[i].IsKnown)
                return answers[i];
            failed |= items[i].Item.Required && !answers[i].IsTrue;
            sum += answers[i].IsTrue ? items[i].Item.Points : 0m;
        }

        return Value.Of(failed ? 0m : ExactNumber.Min(sum, weight));
    }
}

/// <summary>The best or the declared k of n children; each counts an equal share of the weight.</summary>
internal sealed class CompiledChoose(int take, ChooseMode mode, IReadOnlyList<(ChooseChild Child, CompiledLeaf Leaf)> children) : CompiledLeaf
{
    private const string Child = "child";
    private const string Taken = "taken";

    /// <summary>Whether a step is a row that a choice did not take: nothing of it counts in the points.</summary>
    public static bool IsLeft(TraceNode step) => step.Operation == Child && step.Formula != Taken;

    public override IEnumerable<string> Reads => children.SelectMany(c => c.Leaf.Reads);

    public override LeafScore Score(EvaluationContext context, in LeafRequest request)
    {
        if (Misdeclared(request.Declared) is { } mistake)
            return LeafScore.Not(mistake, request.Explain ? Node("given", mistake, request.Weight) : null);
        var share = request with { Weight = context.Arithmetic == ScoreArithmetic.Exact ? request.Weight / (decimal)take : request.Weight.Nearest / take };
        var scores = new List<(ChooseChild Child, LeafScore Score)>(children.Count);
        foreach (var (child, leaf) in children)
            scores.Add((child, leaf.Score(context, share)));
        var chosen = Choose(scores, request.Declared);
        var state = StateOf(mode == ChooseMode.Declared ? chosen : scores);
        var points = Sum(chosen, request.Weight, context.Arithmetic);
        var codes = chosen.Select(c => c.Child.Code).ToHashSet(StringComparer.Ordinal);
        var message = state == ScoreState.NotApplicable ? "可选的各项均不适用"
            : chosen.Count < take || chosen.Any(c => c.Score.State != ScoreState.Scored) ? $"应有 {take} 项计分，目前 {chosen.Count(c => c.Score.State == ScoreState.Scored)} 项" : "";
        var result = new LeafScore(state, points)
        {
            Message = message,
            Rows = [.. scores.Select(c => new RowScore(
                c.Child.Code, $"{c.Child.Number} {c.Child.Name}", c.Score.Value, c.Child.Unit, c.Score.Baseline, c.Score.Leading, share.Weight.Nearest, c.Score.Points.Nearest, c.Score.State, codes.Contains(c.Child.Code), c.Score.Message))],
        };
        result.Trace = !request.Explain ? null
            : context.Arithmetic == ScoreArithmetic.Exact
                ? Node("choose", result.AsValue(), (decimal)take, [.. scores.Select(c => NodeOf(c.Child, c.Score, codes.Contains(c.Child.Code)))]) with { Formula = Words.ChooseModes.Word(mode) }
                : Node("total", result.AsValue(), request.Weight, [.. chosen.Select(c => c.Score.Trace! with { Label = $"{c.Child.Number} {c.Child.Name}" })]);
        return result;
    }

    /// <summary>Exact shares sum to what they are. Rounded shares of a weight that does not divide evenly summed to a hair more than the weight, and were cut to it.</summary>
    private static ExactNumber Sum(List<(ChooseChild Child, LeafScore Score)> chosen, in ExactNumber weight, ScoreArithmetic arithmetic) =>
        arithmetic == ScoreArithmetic.Exact
            ? chosen.Aggregate((ExactNumber)0m, (sum, c) => sum + c.Score.Points)
            : Math.Min(chosen.Sum(c => c.Score.Points.Nearest), weight.Nearest);

    /// <summary>One of the rows to choose from, taken or not, so that whoever reads the sheet sees what the choice was.</summary>
    private static TraceNode NodeOf(ChooseChild child, LeafScore score, bool taken) => new(Child, Points, score.AsValue(), score.Trace!)
    {
        Label = $"{child.Number} {child.Name}",
        Code = child.Code,
        Formula = taken ? Taken : "left",
        Unit = "分",
    };

    private static ScoreState StateOf(List<(ChooseChild Child, LeafScore Score)> counting) =>
        counting.Any(c => c.Score.State == ScoreState.Scored) ? ScoreState.Scored
        : counting.Any(c => c.Score.State == ScoreState.Error) ? ScoreState.Error
        : counting.Count > 0 && counting.All(c => c.Score.State == ScoreState.NotApplicable) ? ScoreState.NotApplicable : ScoreState.Missing;

    /// <summary>Which of too many declared rows counts is not for the program to pick.</summary>
    private Value? Misdeclared(IReadOnlyCollection<string>? declared)
    {
        if (mode != ChooseMode.Declared || declared is null)
            return null;
        if (declared.FirstOrDefault(code => children.All(c => c.Child.Code != code)) is { } unknown)
            return Value.Error($"申报了不存在的项“{unknown}”");
        return declared.Count > take ? Value.Error($"只能申报 {take} 项，现在申报了 {declared.Count} 项") : null;
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

    public override LeafScore Score(EvaluationContext context, in LeafRequest request)
    {
        var (value, node) = Work(points, context, request.Explain);
        var earned = Cap(value, request.Weight);
        return new LeafScore(earned)
        {
            Trace = request.Explain ? Node("bonus", earned, request.Weight, node) : null,
        };
    }
}
