using System.Text.RegularExpressions;
using Xunit;

namespace GreenFactory.Architecture.Tests;

/// <summary>A class of the style sheets that no page, block or script names is dead.</summary>
public sealed partial class StyleTests
{
    /// <summary>Classes whose end is put together from a word of the program.</summary>
    private static readonly string[] PutTogether = ["gf-prov--", "gf-tag--"];

    [Fact]
    public void Every_class_of_the_style_sheets_is_used()
    {
        var used = Repository.Files("src/GreenFactory.Web", ".cshtml", ".cs", ".js").SelectMany(path => Words().Matches(Repository.Read(path)).Select(word => word.Value)).ToHashSet(StringComparer.Ordinal);
        var styled = from path in Repository.Files("src/GreenFactory.Web/wwwroot/css", ".css")
                     let rules = Blocks().Replace(Comments().Replace(Repository.Read(path), ""), "{}")
                     from name in Classes().Matches(rules).Select(match => match.Groups[1].Value).Distinct()
                     select (path, name);
        Assert.True(styled.Count() > 300, "hardly any class was found");
        Findings.AssertNone(styled
            .Where(style => !used.Contains(style.name) && !PutTogether.Any(start => style.name.StartsWith(start, StringComparison.Ordinal)))
            .Select(style => $"{style.path}: .{style.name} is used nowhere; delete its rules"));
    }

    [GeneratedRegex(@"-?[_a-zA-Z][\w-]*")]
    private static partial Regex Words();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Blocks();

    [GeneratedRegex(@"\.(-?[_a-zA-Z][\w-]*)")]
    private static partial Regex Classes();
}
