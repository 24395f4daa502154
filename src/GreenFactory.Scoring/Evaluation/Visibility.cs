using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>When an input or a repeat group is asked, by its place, and what its answer is when it is not.</summary>
internal sealed record Visibility(int Place, string Label, BoundExpression Condition, Value Unasked)
{
    /// <summary>Binds the conditions of those items that have one; <paramref name="path"/> is where the items stand in the document.</summary>
    public static Visibility[] Compile(IReadOnlyList<(string Label, string? When)> items, string path, Scope scope, List<Problem> problems, RepeatGroup? rowsOf = null)
    {
        var result = new List<Visibility>();
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is not (var label, { } formula))
                continue;
            var binder = new Binder(scope, rowsOf);
            var bound = binder.BindCondition(formula);
            foreach (var error in binder.Errors)
                problems.Add(new Problem(error.Code, $"$.{path}[{i}].visibleWhen", $"{error.Message}（公式第 {error.Position + 1} 个字符）"));
            if (bound is not null && binder.Errors.Count == 0)
                result.Add(new Visibility(i, label, bound, Value.NotApplicable($"不需要填写“{label}”")));
        }

        return [.. result];
    }

    /// <summary>What an answer is when its condition does not hold, or cannot be decided: whoever hides a question by an unreadable answer gains nothing.</summary>
    public Value Hidden(Value visible) => visible.State switch
    {
        ValueState.Error => Value.Error($"无法确定是否需要“{Label}”：{visible.Reason}"),
        ValueState.Missing => Value.Missing($"还不能确定是否需要“{Label}”：{visible.Reason}"),
        _ => Unasked,
    };
}
