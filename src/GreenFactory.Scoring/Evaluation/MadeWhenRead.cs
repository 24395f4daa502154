using System.Collections;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>A list whose elements are made when the first of them is read: most evaluations are asked for a total and nothing else. Safe to share between threads.</summary>
internal abstract class MadeWhenRead<T> : IReadOnlyList<T>
{
    private T[]? _made;

    public abstract int Count { get; }

    public T this[int index] => All[index];

    private T[] All => _made ?? MakeAll();

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)All).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Makes the element of a place.</summary>
    protected abstract T Make(int index);

    private T[] MakeAll()
    {
        var made = new T[Count];
        for (var i = 0; i < made.Length; i++)
            made[i] = Make(i);
        return _made = made;
    }
}
