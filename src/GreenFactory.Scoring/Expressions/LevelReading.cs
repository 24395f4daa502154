namespace GreenFactory.Scoring.Expressions;

/// <summary>A level as it was read for a row: by which expression, from which row of the table and which of the columns. The default is none.</summary>
internal readonly record struct LevelReading(LevelExpression? Level, TableRow Row, int Column)
{
    /// <summary>Chinese sentences that a reader must know about the level.</summary>
    public IEnumerable<string> Notes() => Level?.Notes(this) ?? [];
}
