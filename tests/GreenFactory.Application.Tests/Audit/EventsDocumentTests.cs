using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using GreenFactory.Application.Audit;
using GreenFactory.Testing;

namespace GreenFactory.Application.Tests.Audit;

/// <summary>The lists of what happens are closed, used, and written out in <c>docs/events.md</c>. To write it anew, run this class with <c>GREENFACTORY_WRITE_DOCS=1</c>.</summary>
public sealed class EventsDocumentTests
{
    private static readonly Dictionary<string, string> Sources = Directory
        .EnumerateFiles(Path.Combine(RepositoryFolder.Root, "src", "GreenFactory.Application"), "*.cs", SearchOption.AllDirectories)
        .Append(Path.Combine(RepositoryFolder.Root, "src", "GreenFactory.Samples", "SampleWork.cs"))
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/Migrations/", StringComparison.Ordinal))
        .Where(path => Path.GetFileNameWithoutExtension(path) is not (nameof(EventKind) or nameof(ProcessKind)))
        .ToDictionary(path => Path.GetRelativePath(RepositoryFolder.Root, path), File.ReadAllText);

    [Fact]
    public void The_document_says_what_the_lists_say() => Assert.Equal(Write(), RepositoryFolder.Document("docs/events.md", Write()));

    [Fact]
    public void Every_event_says_who_reads_it_and_every_kind_in_the_lists_is_used()
    {
        Assert.All(Enum.GetValues<EventKind>(), kind => Assert.True(
            EventKinds.AudienceOf(kind) is not null ^ typeof(EventKind).GetField(kind.ToString())!.GetCustomAttribute<OutsideCasesAttribute>() is not null, $"{kind} is of a case or outside, and not both"));
        var recorded = string.Concat(Sources.Values.Where(text => text.Contains(".Record(", StringComparison.Ordinal)));
        string[] neverRecorded = [.. Enum.GetNames<EventKind>().Where(name => !Regex.IsMatch(recorded, $@"\bEventKind\.{name}\b(?!\))"))];
        string[] neverRun = [.. Enum.GetNames<ProcessKind>().Where(name => !Sources.Values.Any(text => Regex.IsMatch(text, $@"Run(Async)?(<[^(]*>)?\([^()]*\bProcessKind\.{name}\b")))];
        Assert.Empty(neverRecorded);
        Assert.Empty(neverRun);
    }

    [Fact]
    public void No_use_case_that_changes_something_leaves_no_event() =>
        Assert.Empty(Sources.Where(source => !source.Key.EndsWith("/ProcessWords.cs", StringComparison.Ordinal) && Regex.IsMatch(source.Value, @"\bProcessKind\.\w+") && !Regex.IsMatch(source.Value, @"process\.Record(Bar)?\(")).Select(source => source.Key));

    private static string Write()
    {
        var text = new StringBuilder();
        text.Append(
            "# What happens: the log of events\n\nGenerated from `ProcessKind` and `EventKind`; do not edit. A test fails when it is out of date, and writes it anew when run with `GREENFACTORY_WRITE_DOCS=1`.\n\n"
            + "Whatever changes something runs as a process: who, at which desk, when, why. What happened in it are its events, numbered and chained by hash "
            + "([ADR 15](adr/0015-event-log-as-a-transparency-log.md)). Which kinds there are and why saving is summed up says [ADR 23](adr/0023-what-happened-is-a-closed-list.md).\n\n"
            + "Who reads an event of a case: `Case` everybody who sees the case, its applicant too; `Officers` district, consulted departments and city; `City` city, administrators and auditors. "
            + "Events outside cases are read by city, administrators and auditors.\n");
        Section(text, "Events of a case", kind => EventKinds.AudienceOf(kind) is not null);
        Section(text, "Events outside cases", kind => EventKinds.AudienceOf(kind) is null);
        text.Append("\n## Processes\n\n| process | what is done | events it may leave |\n|---|---|---|\n");
        foreach (var kind in Enum.GetValues<ProcessKind>())
        {
            text.Append(null, $"| `{kind}` | {CodeComments.Of(kind)} | {EventsBeside(kind)} |\n");
        }

        return text.ToString();
    }

    private static void Section(StringBuilder text, string title, Func<EventKind, bool> belongs)
    {
        text.Append(null, $"\n## {title}\n\n| event | what happened | who reads it |\n|---|---|---|\n");
        foreach (var kind in Enum.GetValues<EventKind>().Where(belongs))
        {
            text.Append(null, $"| `{kind}` | {CodeComments.Of(kind)} | {EventKinds.AudienceOf(kind)?.ToString() ?? "—"} |\n");
        }
    }

    /// <summary>The events that the file of a process records.</summary>
    private static string EventsBeside(ProcessKind kind) => string.Join(" ", Sources.Values
        .Where(text => Regex.IsMatch(text, $@"\bProcessKind\.{kind}\b"))
        .SelectMany(text => Regex.Matches(text, @"\bEventKind\.(\w+)\b(?!\))").Select(match => $"`{match.Groups[1].Value}`"))
        .Distinct().Order(StringComparer.Ordinal));
}
