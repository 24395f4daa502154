using GreenFactory.Scoring.Expressions;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>The rooms of a few evaluations that have ended: an evaluation of a rule set needs the same room as the one before. Safe to share between threads.</summary>
internal sealed class ContextPool
{
    /// <summary>As many as threads are likely to evaluate the same set at once; where there are more, the others make room of their own.</summary>
    private const int Most = 8;

    private readonly EvaluationContext?[] _waiting = new EvaluationContext?[Most];

    /// <summary>Takes a room that waits; none if none does.</summary>
    public EvaluationContext? Take()
    {
        for (var i = 0; i < Most; i++)
        {
            if (_waiting[i] is not null && Interlocked.Exchange(ref _waiting[i], null) is { } context)
                return context;
        }

        return null;
    }

    /// <summary>Lets a room wait, if it is worth it. Nobody may use it any more.</summary>
    public void GiveBack(EvaluationContext context)
    {
        for (var i = 0; i < Most && context.IsSmall; i++)
        {
            if (_waiting[i] is null && Interlocked.CompareExchange(ref _waiting[i], context, null) is null)
                return;
        }
    }
}
