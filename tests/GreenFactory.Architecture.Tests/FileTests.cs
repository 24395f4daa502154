using System.Text.RegularExpressions;
using Xunit;

namespace GreenFactory.Architecture.Tests;

/// <summary>Files stay small, tests assert, and nothing released is rewritten.</summary>
public sealed class FileTests
{
    private const int MaximumLines = 400;
    private const int MaximumLinesOfStyle = 600;
    private const string Migrations = "src/GreenFactory.Application/Data/Migrations/";

    /// <summary>Style sheets hold one declaration a line and may be longer.</summary>
    [Fact]
    public void No_written_file_is_longer_than_400_lines()
    {
        var wrong = from folder in new[] { "src", "tests", "deploy" }
                    from path in Repository.Files(folder, ".cs", ".cshtml", ".css", ".js", ".sql", ".sh")
                    where !path.StartsWith(Migrations, StringComparison.Ordinal)
                    let lines = Repository.Read(path).AsSpan().Count('\n')
                    where lines > (path.EndsWith(".css", StringComparison.Ordinal) ? MaximumLinesOfStyle : MaximumLines)
                    select $"{path} has {lines} lines";
        Findings.AssertNone(wrong);
    }

    /// <summary>Input, validator and handler stand in one file, and the file is found by the name of the handler.</summary>
    [Fact]
    public void A_file_that_holds_a_use_case_bears_the_name_of_its_handler()
    {
        var wrong = from path in Repository.Files("src/GreenFactory.Application", ".cs")
                    let handlers = Regex.Matches(Repository.Read(path), @"^(?:public|internal) sealed (?:partial )?class (\w+Handler)\b", RegexOptions.Multiline).Select(match => match.Groups[1].Value).ToList()
                    where handlers.Count > 0 && !handlers.Contains(Path.GetFileNameWithoutExtension(path))
                    select $"{path} holds {string.Join(" and ", handlers)}";
        Findings.AssertNone(wrong);
    }

    [Fact]
    public void Every_file_with_tests_asserts()
    {
        var wrong = from path in Repository.Files("tests", ".cs")
                    let text = Repository.Read(path)
                    where Regex.IsMatch(text, @"^\s*\[(Fact|Theory)\b", RegexOptions.Multiline)
                    where !Regex.IsMatch(text, @"\bAssert|\.Check\(|\.Sample\(|\bExpect\(")
                    select path;
        Findings.AssertNone(wrong);
    }

    [Fact]
    public void No_test_is_skipped()
    {
        var wrong = Repository.Files("tests", ".cs")
            .Where(path => Regex.IsMatch(Repository.Read(path), @"\[(Fact|Theory)\([^\]]*\bSkip\s*=", RegexOptions.Singleline))
            .Where(path => !path.EndsWith($"/{nameof(FileTests)}.cs", StringComparison.Ordinal));
        Findings.AssertNone(wrong);
    }

    [Fact]
    public void Shell_scripts_can_be_executed_and_stop_at_the_first_error()
    {
        var scripts = Repository.Files("deploy", ".sh").Append("dev").ToList();
        foreach (var path in scripts)
        {
            Assert.True(File.GetUnixFileMode(Path.Combine(Repository.Root, path)).HasFlag(UnixFileMode.UserExecute), $"{path} is not executable");
            Assert.Matches("(?m)^set -E?euo pipefail$", Repository.Read(path));
        }
    }
}
