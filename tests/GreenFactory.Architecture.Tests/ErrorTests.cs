using System.Text.RegularExpressions;
using Xunit;

namespace GreenFactory.Architecture.Tests;

/// <summary>A refusal that no test raises may have become impossible, or may never have worked.</summary>
public sealed partial class ErrorTests
{
    /// <summary>Characters by which a sentence is told from others.</summary>
    private const int ShortestSentence = 8;

    [Fact]
    public void Every_named_error_of_the_domain_is_raised_by_a_test()
    {
        var tests = string.Concat(Repository.Files("tests", ".cs").Where(path => !path.StartsWith("tests/GreenFactory.Architecture.Tests/", StringComparison.Ordinal)).Select(Repository.Read));
        var named = (from path in Repository.Files("src/GreenFactory.Domain", "Errors.cs")
                     let owner = Path.GetFileNameWithoutExtension(path)
                     from match in Named().Matches(Repository.Read(path))
                     select (Name: $"{owner}.{match.Groups["name"].Value}", Code: match.Groups["code"].Value)).ToList();
        var single = from path in Repository.Files("src/GreenFactory.Domain", ".cs")
                     where !path.EndsWith("Errors.cs", StringComparison.Ordinal)
                     from match in Inline().Matches(Repository.Read(path))
                     select (Name: path, Code: match.Groups["code"].Value);
        Assert.True(named.Count > 100, $"only {named.Count} errors were found");
        Findings.AssertNone(named.Concat(single)
            .Where(error => !Regex.IsMatch(tests, $@"\b{Regex.Escape(error.Name)}\b") && (error.Code.Length == 0 || !tests.Contains($"\"{error.Code}\"", StringComparison.Ordinal)))
            .Select(error => $"{error.Name} ({error.Code}) is raised by no test"));
    }

    /// <summary>
    /// The desks of district, departments, city and experts: what their use cases refuse under a name, and what they refuse in place. A page's test asserts the sentence,
    /// another the code; the form for objections is the public's.
    /// </summary>
    [Fact]
    public void Every_refusal_of_the_desks_that_decide_is_raised_by_a_test()
    {
        var tests = string.Concat(Repository.Files("tests", ".cs", ".approved.txt").Where(path => !path.StartsWith("tests/GreenFactory.Architecture.Tests/", StringComparison.Ordinal)).Select(Repository.Read));
        var named = from match in Named().Matches(Repository.Read("src/GreenFactory.Application/Reviews/DistrictErrors.cs"))
                    select (Name: $"DistrictErrors.{match.Groups["name"].Value}", Code: match.Groups["code"].Value, Sentence: "");
        var single = from folder in new[] { "Assessments", "Departments", "Experts", "Honours", "ListDuties", "Reviews" }
                     from path in Repository.Files($"src/GreenFactory.Application/{folder}", ".cs")
                     where !path.EndsWith("/FileObjectionHandler.cs", StringComparison.Ordinal)
                     from match in Inline().Matches(Repository.Read(path))
                     select (Name: path, Code: match.Groups["code"].Value, Sentence: match.Groups["sentence"].Value);
        Findings.AssertNone(named.Concat(single)
            .Where(error => !Regex.IsMatch(tests, $@"\b{Regex.Escape(error.Name)}\b") && !tests.Contains($"\"{error.Code}\"", StringComparison.Ordinal))
            .Where(error => error.Sentence.Length < ShortestSentence || !tests.Contains(error.Sentence, StringComparison.Ordinal))
            .Select(error => $"{error.Name} ({error.Code}) is raised by no test"));
    }

    [Fact]
    public void Every_named_error_can_come_about()
    {
        var source = string.Concat(Repository.Files("src", ".cs").Where(path => !path.EndsWith("Errors.cs", StringComparison.Ordinal)).Select(Repository.Read));
        var named = from path in Repository.Files("src", "Errors.cs")
                    from match in Named().Matches(Repository.Read(path))
                    select $"{Path.GetFileNameWithoutExtension(path)}.{match.Groups["name"].Value}";
        Findings.AssertNone(named.Where(name => !Regex.IsMatch(source, $@"\b{Regex.Escape(name)}\b")).Select(name => $"{name} is returned by nothing"));
    }

    [GeneratedRegex(@"public static Error (?<name>\w+)( \{ get; \})?[^;]*?(""(?<code>[a-z_]+\.[a-z_]+)""|;)", RegexOptions.ExplicitCapture)]
    private static partial Regex Named();

    [GeneratedRegex(@"new Error\(\s*""(?<code>[a-z_]+\.[a-z_]+)""(,\s*\$?""(?<sentence>[^""{]+))?", RegexOptions.ExplicitCapture)]
    private static partial Regex Inline();
}
