using System.Text;
using GreenFactory.Domain.Declarations;
using Xunit;

namespace GreenFactory.Domain.Tests.Declarations;

/// <summary><c>docs/states.md</c> says what the table of transitions says. To write it anew, run this test with <c>GREENFACTORY_WRITE_DOCS=1</c>.</summary>
public sealed class StatesDocumentTests
{
    [Fact]
    public void The_document_of_states_is_up_to_date()
    {
        var path = Path.Combine(Root(), "docs", "states.md");
        var expected = Write();
        if (Environment.GetEnvironmentVariable("GREENFACTORY_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, expected);
        }

        Assert.True(File.Exists(path), $"{path} is missing; run this test with GREENFACTORY_WRITE_DOCS=1");
        Assert.Equal(expected, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    private static string Write()
    {
        var text = new StringBuilder();
        text.Append("# States of a case\n\nGenerated from `CaseTransitions`; do not edit. A test fails when it is out of date, and writes it anew when run with `GREENFACTORY_WRITE_DOCS=1`.\n\n");
        text.Append("```mermaid\nstateDiagram-v2\n");
        foreach (var state in Enum.GetValues<CaseState>())
        {
            text.Append(null, $"  {state}: {CaseWords.Of(state)} {state}\n");
        }

        foreach (var step in CaseTransitions.All)
        {
            text.Append(null, $"  {step.From} --> {step.To}: {CaseWords.Of(step.Action)}\n");
        }

        text.Append("```\n\n| from | action | to | who | must be proved | only for |\n|---|---|---|---|---|---|\n");
        foreach (var step in CaseTransitions.All)
        {
            text.Append(null, $"| {CaseWords.Of(step.From)} `{step.From}` | {CaseWords.Of(step.Action)} `{step.Action}` | {CaseWords.Of(step.To)} `{step.To}` | {Names(step.Roles)} | {Names(step.Guards)} | {Purpose(step.Purpose)} |\n");
        }

        text.Append("\n## What must be proved\n\n| guard | what the person reads when it is missing |\n|---|---|\n");
        foreach (var guard in Enum.GetValues<CaseGuard>())
        {
            text.Append(null, $"| `{guard}` | {CaseWords.Missing(guard)} |\n");
        }

        return text.ToString();
    }

    private static string Names<T>(IEnumerable<T> values) => string.Join(" ", values.Select(value => $"`{value}`")) is { Length: > 0 } names ? names : "—";

    private static string Purpose(DeclarationPurpose? purpose) => purpose switch
    {
        DeclarationPurpose.NewEntry => "新申报",
        DeclarationPurpose.Benchmark => "对标",
        _ => "—",
    };

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GreenFactory.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("No GreenFactory.sln above the tests.");
    }
}
