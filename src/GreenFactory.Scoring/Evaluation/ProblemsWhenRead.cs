using System.Collections;
using GreenFactory.Scoring.Expressions;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>The problems of single answers, and after them what the answers together contradict, which is worked out when the list is first read. Safe to share between threads.</summary>
internal sealed class ProblemsWhenRead(CompiledRuleSet rules, Facts facts, DateOnly asOf, ScoreArithmetic arithmetic, IReadOnlyList<Problem> ofAnswers) : IReadOnlyList<Problem>
{
    private IReadOnlyList<Problem> _problems = ofAnswers;

    /// <summary>The answers while what they contradict is not worked out; none after that.</summary>
    private volatile Facts? _facts = facts;

    public int Count => All.Count;

    public Problem this[int index] => All[index];

    private IReadOnlyList<Problem> All => _facts is null ? _problems : ReadAll();

    public IEnumerator<Problem> GetEnumerator() => All.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IReadOnlyList<Problem> ReadAll()
    {
        lock (this)
        {
            if (_facts is { } answers)
            {
                _problems = [.. _problems, .. rules.Contradictions(answers, asOf, arithmetic)];
                _facts = null;
            }

            return _problems;
        }
    }
}
