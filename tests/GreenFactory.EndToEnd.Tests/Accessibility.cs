using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace GreenFactory.EndToEnd.Tests;

/// <summary>What axe finds against WCAG 2.2 A and AA on the page as it stands.</summary>
internal static class Accessibility
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Runs in the page itself, where axe's own driver opens a second page at every look; a frame holds a file that somebody uploaded.</summary>
    private const string Look = """
        () => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'], iframes: false })
            .then(found => found.violations.flatMap(rule => rule.nodes.map(node => `${location.href} ${rule.id}: ${rule.help}: ${node.html}`)))
        """;

    public static async Task AssertCleanAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync($"() => {{ {Axe} }}");
        }

        Assert.Empty(await page.EvaluateAsync<string[]>(Look));
    }
}
