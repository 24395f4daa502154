using System.Text.RegularExpressions;

namespace GreenFactory.Architecture.Tests;

/// <summary>Something that must not stand in a kind of file, with an example of each side that proves the rule can fail.</summary>
/// <param name="Name">What is banned.</param>
/// <param name="Pattern">Finds it.</param>
/// <param name="Endings">The kinds of files.</param>
/// <param name="Bad">A text that breaks the rule.</param>
/// <param name="Good">A text close to it that does not.</param>
public sealed record TextRule(string Name, Regex Pattern, string[] Endings, string Bad, string Good)
{
    /// <summary>Files that may break the rule, each for a reason that stands beside it where the rule is made.</summary>
    public IReadOnlyList<string> Exceptions { get; init; } = [];

    /// <summary>The folder in which the rule holds; everywhere when empty.</summary>
    public string Within { get; init; } = "";

    /// <summary>Where the rule is broken below the folders, as "path:line: text".</summary>
    public IEnumerable<string> Violations(params string[] folders) =>
        from folder in folders
        from path in Repository.Files(folder, Endings)
        where path.StartsWith(Within, StringComparison.Ordinal) && !Exceptions.Contains(path)
        let text = Repository.Read(path)
        from match in Pattern.Matches(text)
        let line = text.AsSpan(0, match.Index).Count('\n') + 1
        select $"{path}:{line}: {Name}: {match.Value.Trim()}";

    /// <inheritdoc />
    public override string ToString() => Name;
}
