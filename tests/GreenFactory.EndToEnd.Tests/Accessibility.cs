using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace GreenFactory.EndToEnd.Tests;

/// <summary>What axe finds against WCAG 2.2 A and AA on the page as it stands.</summary>
internal static class Accessibility
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        ResultTypes = [ResultType.Violations],
    };

    public static async Task AssertCleanAsync(IPage page)
    {
        var result = await page.RunAxe(Rules);
        var findings = result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{page.Url} {violation.Id}: {violation.Help}: {node.Html}"));
        Assert.True(!findings.Any(), string.Join('\n', findings));
    }
}
