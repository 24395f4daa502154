using GreenFactory.Application.Assessments;
using GreenFactory.Application.PublicSite;
using GreenFactory.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace GreenFactory.Web.Pages.Public.Rules;

/// <summary>The published rule sets. Three queries.</summary>
[OutputCache(PolicyName = PublicCaching.Documents)]
public sealed class IndexModel(PublishedRuleSetListQuery rules, AssessmentRuleReader assessments) : PageModel
{
    /// <summary>The sets.</summary>
    public IReadOnlyList<PublishedRuleSet> Sets { get; private set; } = [];

    /// <summary>What the experts' marks do in each campaign, the newest first.</summary>
    public IReadOnlyList<PublishedAssessmentRule> Assessments { get; private set; } = [];

    /// <summary>Reads the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Sets = await rules.RunAsync(cancellation);
        Assessments = await assessments.ReadAllAsync(cancellation);
    }
}
