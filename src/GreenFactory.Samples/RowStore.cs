namespace GreenFactory.Samples;

/// <summary>Rows of the year that are not written yet, in the order in which they were made.</summary>
internal sealed class RowStore
{
    private readonly List<object> rows = [];

    /// <summary>The rows.</summary>
    public IReadOnlyList<object> Rows => rows;

    /// <summary>Takes a row.</summary>
    public void Add(object row) => rows.Add(row);

    /// <summary>Takes rows.</summary>
    public void AddRange(IEnumerable<object> more) => rows.AddRange(more);

    /// <summary>Forgets what was written.</summary>
    public void Clear() => rows.Clear();
}
