using GreenFactory.Application.Access;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Campaigns;

/// <summary>
/// Decides which campaign a list, a ranking or a decision is about. Nothing else takes “the latest campaign”: two of them run at the same
/// time when the second year begins before the first is published.
/// </summary>
public sealed class CampaignChoiceReader(PortalDbContext db, CurrentAccess access, TimeProvider clock)
{
    /// <summary>The campaign of a year, or the usual one for null; null when there is none. One query.</summary>
    public async Task<Campaign?> FindAsync(int? year, CancellationToken cancellation) =>
        Choose(await db.Campaigns.AsNoTracking().Where(row => year == null || row.Year == year).ToListAsync(cancellation), year);

    /// <summary>The campaign of a year, or the usual one for null, beside all others with what waits in them at this desk. One query, and one more when there are others.</summary>
    public async Task<CampaignChoice> ReadAsync(int? year, CancellationToken cancellation)
    {
        var campaigns = await db.Campaigns.AsNoTracking().OrderByDescending(row => row.Year).ToListAsync(cancellation);
        var chosen = Choose(campaigns, year);
        var others = campaigns.Select(row => row.Id).Where(id => id != chosen?.Id).ToList();
        var waiting = others.Count == 0
            ? []
            : await Open(access.Scope.Desk).Where(id => others.Contains(id)).GroupBy(id => id).Select(cases => new { cases.Key, Count = cases.Count() })
                .ToDictionaryAsync(row => row.Key, row => row.Count, cancellation);
        return new CampaignChoice(chosen, [.. campaigns.Select(row => new CampaignOption(row.Id, row.Year, row.Title, waiting.GetValueOrDefault(row.Id)))]);
    }

    private Campaign? Choose(List<Campaign> campaigns, int? year) =>
        year is null ? CampaignChoice.Usual(campaigns, clock.GetUtcNow()) : campaigns.Find(row => row.Year == year);

    /// <summary>The campaign of everything that waits at a desk, once for each; row security leaves what the person sees.</summary>
    private IQueryable<CampaignId> Open(Desk desk) => desk switch
    {
        Desk.Apply => db.Declarations.Where(row => CaseStages.WithApplicant.Contains(row.State)).Select(row => row.CampaignId),
        Desk.District => db.Declarations.Where(row => row.SubmittedAt != null && CaseStages.WithDistrict.Contains(row.State)).Select(row => row.CampaignId),
        Desk.Departments => db.DepartmentOpinions.Where(row => row.State != OpinionState.Given)
            .Join(db.Declarations.Where(row => CaseStages.WithDepartments.Contains(row.State)), opinion => opinion.DeclarationId, row => row.Id, (opinion, row) => row.CampaignId),
        Desk.Experts => db.ExpertAssignments.Where(row => row.State == AssignmentState.Assigned || row.State == AssignmentState.Reviewing).Select(row => row.CampaignId),
        Desk.City => db.Declarations
            .Where(row => CaseStages.WithCity.Contains(row.State) && (row.State != CaseState.Compliant || row.Purpose == DeclarationPurpose.NewEntry))
            .Select(row => row.CampaignId),
        _ => db.Declarations.Where(row => false).Select(row => row.CampaignId),
    };
}
