using GreenFactory.Application.Data;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Assessments;

/// <summary>The assessment rule of a campaign as everybody may read it.</summary>
/// <param name="Fixed">Whether the first panel is assigned, so that it stays.</param>
public sealed record PublishedAssessmentRule(CampaignId Campaign, int Year, string Title, AssessmentRule Rule, bool Fixed);

/// <summary>Reads what the experts' marks do in a campaign: what was set, or the usual where nobody has set anything.</summary>
public sealed class AssessmentRuleReader(PortalDbContext db)
{
    /// <summary>The rule of one campaign; at most two queries.</summary>
    public async Task<AssessmentRule> ReadAsync(CampaignId campaign, CancellationToken cancellation) =>
        await db.AssessmentRules.AsNoTracking().FirstOrDefaultAsync(row => row.CampaignId == campaign, cancellation)
        ?? AssessmentRule.Usual(await db.Campaigns.AsNoTracking().FirstAsync(row => row.Id == campaign, cancellation));

    /// <summary>The rules of all campaigns, the newest first; two queries. A rule that was set is fixed as soon as a panel is assigned; whoever sees no panels is not told.</summary>
    public async Task<IReadOnlyList<PublishedAssessmentRule>> ReadAllAsync(CancellationToken cancellation)
    {
        var rules = await db.AssessmentRules.AsNoTracking().ToDictionaryAsync(row => row.CampaignId, cancellation);
        var campaigns = await db.Campaigns.AsNoTracking().OrderByDescending(row => row.Year)
            .Select(row => new { Campaign = row, Fixed = db.ExpertAssignments.Any(one => one.CampaignId == row.Id) }).ToListAsync(cancellation);
        return [.. campaigns.Select(row => new PublishedAssessmentRule(
            row.Campaign.Id, row.Campaign.Year, row.Campaign.Title, rules.GetValueOrDefault(row.Campaign.Id) ?? AssessmentRule.Usual(row.Campaign), row.Fixed))];
    }
}
