using System.Globalization;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Seeding;

/// <summary>
/// What waits for each account of a demonstration, in a word or two for its sign-in page. Asked in the scope of background work, of invented data alone. Six queries.
/// </summary>
public sealed class DemonstrationWaitingQuery(PortalDbContext db)
{
    /// <summary>Reads; accounts for which nothing waits are left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(CancellationToken cancellation)
    {
        var accounts = await db.Users.Where(user => DemonstrationAccounts.Emails.Contains(user.Email!)).Select(user => new { user.Id, user.Email }).ToListAsync(cancellation);
        var emails = accounts.ToDictionary(account => new UserId(account.Id), account => account.Email!);
        var people = await db.Memberships.Where(row => row.EndedAt == null && emails.Keys.Contains(row.UserId))
            .Select(row => new { row.UserId, row.Role, row.OrganisationId, row.DistrictId, row.DepartmentId }).ToListAsync(cancellation);
        var cases = await db.Declarations.GroupBy(row => new { row.State, row.DistrictId }).Select(group => new { group.Key.State, group.Key.DistrictId, Count = group.Count() }).ToListAsync(cancellation);
        var units = people.Select(row => row.OrganisationId).OfType<OrganisationId>().Distinct().ToList();
        var own = await db.Declarations.Where(row => units.Contains(row.OrganisationId)).Select(row => new { row.OrganisationId, row.State }).ToListAsync(cancellation);
        var asked = await db.DepartmentOpinions.Where(row => row.State == OpinionState.Asked).GroupBy(row => row.DepartmentId).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellation);
        var panels = await db.ExpertAssignments.Where(row => row.State == AssignmentState.Assigned || row.State == AssignmentState.Reviewing)
            .GroupBy(row => row.ExpertId).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellation);
        int In(DistrictId? district, params CaseState[] states) => cases.Where(row => (district is null || row.DistrictId == district) && states.Contains(row.State)).Sum(row => row.Count);
        string Own(OrganisationId? unit) => own.Where(row => row.OrganisationId == unit).Select(row => row.State).Where(state => state is CaseState.Draft or CaseState.Returned).Select(CaseWords.Of).FirstOrDefault() ?? "";
        return people.Select(row => (Email: emails[row.UserId], Words: row.Role switch
        {
            Role.ApplicantSigner or Role.ApplicantEditor => Own(row.OrganisationId) is { Length: > 0 } state ? $"1 件{state}" : "",
            Role.DistrictOfficer => Count(In(row.DistrictId, CaseState.Submitted, CaseState.DistrictReview), "待核"),
            Role.DistrictLead => Count(In(row.DistrictId, CaseState.Recommended, CaseState.BenchmarkConcluded), "待报送"),
            Role.DepartmentOfficer => Count(asked.Where(one => one.Key == row.DepartmentId).Sum(one => one.Count), "待反馈"),
            Role.CityOfficer => Count(In(null, CaseState.Reported), "待审查"),
            Role.CityLead => Count(In(null, CaseState.Assessed), "待定入围"),
            Role.Expert => Count(panels.Where(one => one.Key == row.UserId).Sum(one => one.Count), "待评审"),
            _ => "",
        })).Where(row => row.Words.Length > 0).DistinctBy(row => row.Email).ToDictionary(row => row.Email, row => row.Words);
    }

    private static string Count(int number, string what) => number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{number} 件{what}");
}
