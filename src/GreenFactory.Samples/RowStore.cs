namespace GreenFactory.Samples;

/// <summary>Rows of the year that are not written yet, in the order in which they were made.</summary>
internal sealed class RowStore
{
    private List<object> rows = [];

    /// <summary>Takes a row.</summary>
    public void Add(object row) => rows.Add(row);

    /// <summary>Takes rows.</summary>
    public void AddRange(IEnumerable<object> more) => rows.AddRange(more);

    /// <summary>Gives the rows collected so far away.</summary>
    public IReadOnlyList<object> Take()
    {
        var taken = rows;
        rows = [];
        return taken;
    }
}
