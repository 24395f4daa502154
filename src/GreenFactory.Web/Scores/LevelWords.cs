using GreenFactory.Scoring.Evaluation;
using GreenFactory.Web.Face.Text;

namespace GreenFactory.Web.Scores;

/// <summary>What a product of a score sheet is held to, in the same words on every page that shows it.</summary>
public static class LevelWords
{
    /// <summary>The levels that count, how the standard's correction made them, and what a reader must know about them; nothing for a row that is held to none.</summary>
    public static IEnumerable<string> Of(RowScore row)
    {
        if (!row.IsHeldToLevels)
        {
            return [];
        }

        var levels = Levels(row.Leading, row.Baseline, row.Limit, row.Unit);
        return new[] { levels, row.Correction }.Concat(row.Notes).Where(said => said.Length > 0);
    }

    /// <summary>The levels that count, in one line; empty for none.</summary>
    public static string Levels(decimal? leading, decimal? baseline, decimal? limit, string unit)
    {
        var said = new[] { ("引领值", leading), ("基准值", baseline), ("限定值", limit) }
            .Where(level => level.Item2 is not null).Select(level => $"{level.Item1} {NumberText.Natural(level.Item2!.Value)}").ToList();
        return said.Count > 0 ? $"{string.Join("、", said)} {unit}" : "";
    }

    /// <summary>The same in one line; empty for none.</summary>
    public static string Line(RowScore row) => string.Join("；", Of(row));
}
