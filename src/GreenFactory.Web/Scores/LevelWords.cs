using GreenFactory.Scoring.Evaluation;
using GreenFactory.Web.Face.Text;

namespace GreenFactory.Web.Scores;

/// <summary>What a product of a score sheet is held to, in the same words on every page that shows it.</summary>
public static class LevelWords
{
    /// <summary>The levels that count, how the standard's correction made them, and what a reader must know about them; nothing for a row that is held to none.</summary>
    public static IEnumerable<string> Of(RowScore row)
    {
        if (row.Limit is null && row.Correction.Length == 0 && row.Notes.Count == 0)
        {
            yield break;
        }

        var levels = new[] { ("引领值", row.Leading), ("基准值", row.Baseline), ("限定值", row.Limit) };
        var said = levels.Where(level => level.Item2 is not null).Select(level => $"{level.Item1} {NumberText.Natural(level.Item2!.Value)}").ToList();
        if (said.Count > 0)
        {
            yield return $"{string.Join("、", said)} {row.Unit}";
        }

        if (row.Correction.Length > 0)
        {
            yield return row.Correction;
        }

        foreach (var note in row.Notes)
        {
            yield return note;
        }
    }

    /// <summary>The same in one line; empty for none.</summary>
    public static string Line(RowScore row) => string.Join("；", Of(row));
}
