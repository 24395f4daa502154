using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace GreenFactory.EndToEnd.Tests;

/// <summary>What axe finds against WCAG 2.2 A and AA on the page as it stands.</summary>
internal static class Accessibility
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Runs in the page itself: no page of the portal holds frames, for which axe's own driver opens a second page at every look.</summary>
    private const string Look = """
        () => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })
            .then(found => found.violations.flatMap(rule => rule.nodes.map(node => `${location.href} ${rule.id}: ${rule.help}: ${node.html}`)))
        """;

    public static async Task AssertCleanAsync(IPage page)
    {
        Assert.Single(page.Frames);
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync($"() => {{ {Axe} }}");
        }

        Assert.Empty(await page.EvaluateAsync<string[]>(Look));
    }
}
