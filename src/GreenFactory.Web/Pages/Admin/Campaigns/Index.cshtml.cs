using GreenFactory.Application.Access;
using GreenFactory.Application.Assessments;
using GreenFactory.Application.Campaigns;
using GreenFactory.Domain.Users;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Admin.Campaigns;

internal sealed class CampaignsModel(CampaignsQuery query, AssessmentRuleReader assessments, CurrentAccess access, TimeProvider clock) : PageModel
{
    public IReadOnlyList<CampaignLine> Campaigns { get; private set; } = [];

    public IReadOnlyList<PinnableRuleSet> RuleSets { get; private set; } = [];

    public IReadOnlyList<PublishedAssessmentRule> Assessments { get; private set; } = [];

    public bool MayWrite => access.Scope.Desk is Desk.Admin;

    /// <summary>What to remind of before a campaign opens; null once it is open, or when nothing is an example.</summary>
    public string? ReminderOf(CampaignLine campaign) =>
        campaign.OpensAt > clock.GetUtcNow() ? PinWords.Examples(RuleSets.Where(set => campaign.RuleSets.Contains(set.Id))) : null;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Campaigns = await query.ReadAsync(cancellation);
        RuleSets = await query.RuleSetsAsync(null, cancellation);
        Assessments = await assessments.ReadAllAsync(cancellation);
    }
}
