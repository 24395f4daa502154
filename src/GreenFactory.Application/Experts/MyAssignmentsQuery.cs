using GreenFactory.Application.Access;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Experts;

/// <summary>A case assigned to the signed-in expert.</summary>
public sealed record MyAssignment(ExpertAssignmentId Id, string CaseNumber, string OrganisationName, AssignmentState State, DateTimeOffset DueAt, DateTimeOffset? FinishedAt);

/// <summary>Lists what is assigned to the signed-in expert in one campaign, the open ones first by due date; one query.</summary>
public sealed class MyAssignmentsQuery(PortalDbContext db, CurrentAccess access)
{
    private const int Largest = 200;

    /// <summary>Lists.</summary>
    public async Task<IReadOnlyList<MyAssignment>> ListAsync(CampaignId campaign, CancellationToken cancellation)
    {
        var person = access.Scope.RequiredUser;
        return await db.ExpertAssignments.Where(row => row.ExpertId == person && row.CampaignId == campaign)
            .OrderBy(row => row.State == AssignmentState.Finished || row.State == AssignmentState.Conflicted).ThenBy(row => row.DueAt).ThenBy(row => row.CaseNumber)
            .Take(Largest)
            .Select(row => new MyAssignment(row.Id, row.CaseNumber, row.OrganisationName, row.State, row.DueAt, row.FinishedAt))
            .ToListAsync(cancellation);
    }
}
