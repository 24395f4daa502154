using GreenFactory.Application.Access;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Reviews;

/// <summary>Reads what the district's queue of a campaign holds, whatever the filter: states, officers with their load, rule sets and industries. Two queries.</summary>
public sealed class QueueContentQuery(PortalDbContext db, CurrentAccess access)
{
    /// <summary>Reads.</summary>
    public async Task<QueueContent> ReadAsync(CampaignId campaign, CancellationToken cancellation)
    {
        var groups = await (
            from declaration in db.Declarations
            where declaration.CampaignId == campaign && declaration.SubmittedAt != null
            join version in db.RuleSetVersions on declaration.RuleSetVersionId equals version.Id into versions
            from version in versions.DefaultIfEmpty()
            join allocation in db.CaseAllocations on declaration.Id equals allocation.DeclarationId into allocations
            from allocation in allocations.DefaultIfEmpty()
            group declaration by new { declaration.State, allocation.OwnerId, declaration.RuleSetVersionId, version.Title, declaration.IndustryCode } into found
            select new { found.Key, Count = found.Count() }).ToListAsync(cancellation);
        var open = groups.Where(row => CaseStages.WithDistrict.Contains(row.Key.State)).ToList();
        var officers = await OfficersAsync(cancellation);
        return new QueueContent(
            groups.GroupBy(row => row.Key.State).ToDictionary(found => found.Key, found => found.Sum(row => row.Count)),
            [.. officers.Select(officer => new OfficerLoad(officer.Id, officer.Name, open.Where(row => row.Key.OwnerId == officer.Id).Sum(row => row.Count)))
                .OrderByDescending(officer => officer.Officer == access.Scope.User).ThenBy(officer => officer.Name, StringComparer.Ordinal)],
            open.Where(row => row.Key.OwnerId is null).Sum(row => row.Count),
            [.. groups.Where(row => row.Key.RuleSetVersionId is not null).GroupBy(row => (row.Key.RuleSetVersionId!.Value, row.Key.Title)).Select(found => new RuleSetCount(found.Key.Value, found.Key.Title, found.Sum(row => row.Count)))
                .OrderBy(row => row.Title, StringComparer.Ordinal)],
            [.. groups.Where(row => row.Key.IndustryCode is not null).GroupBy(row => row.Key.IndustryCode!).Select(found => (found.Key, found.Sum(row => row.Count))).OrderBy(row => row.Key, StringComparer.Ordinal)]);
    }

    private async Task<List<(UserId Id, string Name)>> OfficersAsync(CancellationToken cancellation)
    {
        var districts = access.Scope.Units.Select(unit => (DistrictId?)new DistrictId(unit)).ToList();
        var roles = DeskRoles.Of(Desk.District).ToList();
        var held = await db.Memberships.AsNoTracking().Where(row => districts.Contains(row.DistrictId) && row.EndedAt == null && roles.Contains(row.Role))
            .Select(row => new { row.UserId, row.PersonName }).Distinct().ToListAsync(cancellation);
        return [.. held.DistinctBy(row => row.UserId).Select(row => (row.UserId, row.PersonName))];
    }
}
