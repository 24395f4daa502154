using System.Collections;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>The problems of single answers, and after them what the answers together contradict, which is worked out when the list is first read. Safe to share between threads.</summary>
internal sealed class ProblemsWhenRead(IReadOnlyList<Problem> ofAnswers, Func<IReadOnlyList<Problem>> together) : IReadOnlyList<Problem>
{
    private IReadOnlyList<Problem>? _all;

    public int Count => All.Count;

    public Problem this[int index] => All[index];

    private IReadOnlyList<Problem> All => _all ??= [.. ofAnswers, .. together()];

    public IEnumerator<Problem> GetEnumerator() => All.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
