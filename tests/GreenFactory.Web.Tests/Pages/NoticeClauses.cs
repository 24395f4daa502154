using GreenFactory.Testing;

namespace GreenFactory.Web.Tests.Pages;

/// <summary>A row of <c>docs/notice.md</c>: a clause of the notice and where it is carried out.</summary>
/// <param name="Clause">Clause of the notice.</param>
/// <param name="Page">Template of the page.</param>
/// <param name="Account">Who opens it; empty for anybody.</param>
/// <param name="Manual">File of the user guide.</param>
/// <param name="Section">Heading in it.</param>
/// <param name="HeldBy">Class of tests.</param>
internal sealed record NoticeClause(string Clause, string Page, string Account, string Manual, string Section, string HeldBy);

/// <summary>Reads the table of <c>docs/notice.md</c>.</summary>
internal static class NoticeClauses
{
    public static IReadOnlyList<NoticeClause> Read() =>
    [
        .. File.ReadLines(Path.Combine(RepositoryFolder.Root, "docs", "notice.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
            .Select(line => line.Trim('|', ' ').Split(" | "))
            .Select(cells => new NoticeClause(cells[0], cells[2].Trim('`'), cells[3].Trim('`', '—'), cells[4].Split(": ")[0], cells[4].Split(": ")[1], cells[5].Trim())),
    ];

    /// <summary>What is not there of a clause: its section in the user guide, or the tests that hold it.</summary>
    public static IEnumerable<string> Missing(NoticeClause clause)
    {
        var guide = Path.Combine(RepositoryFolder.Root, "docs", "user-guide", clause.Manual);
        if (!File.Exists(guide) || !File.ReadLines(guide).Any(line => line.StartsWith('#') && line.TrimStart('#', ' ').Split(" {")[0] == clause.Section))
        {
            yield return $"{clause.Clause}: {clause.Manual} has no section “{clause.Section}”";
        }

        if (!Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Root, "tests"), $"{clause.HeldBy}.cs", SearchOption.AllDirectories).Any())
        {
            yield return $"{clause.Clause}: there are no {clause.HeldBy}";
        }
    }
}
