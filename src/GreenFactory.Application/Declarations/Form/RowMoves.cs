using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Application.Declarations.Form;

/// <summary>What can be done with a row of a list.</summary>
public enum RowMove
{
    /// <summary>It changes places with the row before it.</summary>
    Up,

    /// <summary>It changes places with the row after it.</summary>
    Down,

    /// <summary>It goes, and every later row moves up by one.</summary>
    Remove,
}

/// <summary>
/// Moves and deletes rows of a list. Rows are answers under numbered names, so a move is a save of the answers that change their number; it is taken as a
/// whole or not at all, and every field of the rows is written even where it stays empty: whoever typed into a row that meanwhile is another one is asked.
/// </summary>
public static class RowMoves
{
    /// <summary>The save that moves a row.</summary>
    /// <param name="work">The case as it was read.</param>
    /// <param name="section">The section that asks the list.</param>
    /// <param name="group">Code of the list.</param>
    /// <param name="row">The row, counted from 0.</param>
    /// <param name="move">What to do with it.</param>
    /// <param name="shown">The revision of the section that the person saw.</param>
    public static SaveSection Command(ApplicantCase work, string section, string group, int row, RowMove move, int shown)
    {
        var list = work.RuleSet?.RuleSet.RepeatGroups.FirstOrDefault(one => one.Code == group);
        var values = list is null ? new Dictionary<string, IReadOnlyList<string>>() : Values(list, row, move, work.Typed);
        return new SaveSection(work.Declaration.Id, section, FormToken.Open(shown), values, null) { IsWhole = true };
    }

    /// <summary>Why rows stayed where they were.</summary>
    public static string Disturbed(SectionSaved saved) => saved.Conflicts switch
    {
        [var first, ..] => $"{first.ByName} 刚刚修改了这个清单，行没有移动。请看过最新内容后再操作。",
        _ => "这个清单没有列入补正，不能调整。",
    };

    /// <summary>The last row that holds anything; -1 when none does.</summary>
    public static int LastFilled(RepeatGroup group, Func<string, IReadOnlyList<string>> typed) => Enumerable.Range(0, group.MaxRows)
        .LastOrDefault(row => group.Inputs.Any(input => typed(FormField.OfCell(group.Code, row, input.Code).Name).Any(text => text.Length > 0)), -1);

    private static Dictionary<string, IReadOnlyList<string>> Values(RepeatGroup group, int row, RowMove move, Func<string, IReadOnlyList<string>> typed)
    {
        var last = LastFilled(group, typed);
        var sources = move switch
        {
            RowMove.Up when row > 0 && row <= last => new() { [row - 1] = row, [row] = row - 1 },
            RowMove.Down when row < last => new() { [row] = row + 1, [row + 1] = row },
            RowMove.Remove when row <= last => Enumerable.Range(row, last - row + 1).ToDictionary(to => to, to => to + 1),
            _ => new Dictionary<int, int>(),
        };
        var values = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (to, from) in sources)
        {
            foreach (var code in group.Inputs.Select(input => input.Code))
            {
                var (target, source) = (FormField.OfCell(group.Code, to, code), FormField.OfCell(group.Code, from, code));
                values[target.Name] = from > last ? [] : typed(source.Name);
                var (said, saying) = (target.Justification.Name, source.Justification.Name);
                if (typed(said).Count > 0 || typed(saying).Count > 0)
                {
                    values[said] = from > last ? [] : typed(saying);
                }
            }
        }

        return values;
    }
}
