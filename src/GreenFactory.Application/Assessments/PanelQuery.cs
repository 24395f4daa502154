using GreenFactory.Application.Data;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Assessments;

/// <summary>An expert with the load of work, that of other campaigns included.</summary>
public sealed record ExpertLine(UserId Id, string Name, int Open, int Finished);

/// <summary>An assigned expert on a case.</summary>
/// <param name="Advisory">Sum of the advisory points; null until finished.</param>
public sealed record PanelMember(UserId ExpertId, string Name, AssignmentState State, string ConflictReason, DateTimeOffset DueAt, decimal? Advisory);

/// <summary>A case that waits for its panel.</summary>
public sealed record PanelCase(DeclarationId Id, string CaseNumber, string OrganisationName, string DistrictName, CaseState State, IReadOnlyList<PanelMember> Members)
{
    /// <summary>Whether every expert without conflict has finished, and there is at least one.</summary>
    public bool IsComplete => PanelProof.IsComplete(Members.Select(member => member.State));

    /// <summary>What a form about this panel was opened over.</summary>
    public string Stamp => SeenStamps.OfPanel(Members.Select(member => (member.ExpertId, member.State)));

    /// <summary>Experts who still work or have finished.</summary>
    public int Active => Members.Count(member => member.State is not AssignmentState.Conflicted);
}

/// <summary>Experts and cases of the panel page.</summary>
public sealed record PanelPage(IReadOnlyList<ExpertLine> Experts, IReadOnlyList<PanelCase> Cases);

/// <summary>When a panel is complete.</summary>
internal static class PanelProof
{
    /// <summary>Every assigned expert without conflict has finished, and at least one has.</summary>
    public static bool IsComplete(IEnumerable<AssignmentState> states)
    {
        var counted = states.Where(state => state is not AssignmentState.Conflicted).ToList();
        return counted.Count > 0 && counted.TrueForAll(state => state is AssignmentState.Finished);
    }
}

/// <summary>Reads who assesses what in one campaign; five queries. Cases: those that wait for a panel and those assessed, at most 300.</summary>
public sealed class PanelQuery(PortalDbContext db)
{
    private const int Largest = 300;

    /// <summary>Reads.</summary>
    public async Task<PanelPage> ReadAsync(CampaignId campaign, CancellationToken cancellation)
    {
        var cases = await db.Declarations
            .Where(row => row.CampaignId == campaign && row.Purpose == DeclarationPurpose.NewEntry && (row.State == CaseState.Compliant || row.State == CaseState.Assessed))
            .OrderBy(row => row.State == CaseState.Assessed).ThenBy(row => row.CaseNumber)
            .Take(Largest)
            .Select(row => new
            {
                row.Id,
                row.CaseNumber,
                row.State,
                Organisation = db.Organisations.Where(o => o.Id == row.OrganisationId).Select(o => o.Name).First(),
                District = db.Districts.Where(d => d.Id == row.DistrictId).Select(d => d.Name).First(),
            })
            .ToListAsync(cancellation);
        var assignments = await db.ExpertAssignments.AsNoTracking().Where(row => row.CampaignId == campaign).OrderBy(row => row.AssignedAt).ToListAsync(cancellation);
        var loads = await db.ExpertAssignments.GroupBy(row => new { row.ExpertId, row.State })
            .Select(group => new { group.Key.ExpertId, group.Key.State, Count = group.Count() }).ToListAsync(cancellation);
        var advisory = await db.ExpertMarks
            .Where(row => row.Subject == MarkSubject.Criterion && db.ExpertAssignments.Any(a => a.Id == row.AssignmentId && a.CampaignId == campaign)).GroupBy(row => row.AssignmentId)
            .Select(group => new { group.Key, Points = group.Sum(row => row.Points) }).ToDictionaryAsync(row => row.Key, row => row.Points, cancellation);
        var experts = await db.Memberships.Where(row => row.Role == Role.Expert && row.EndedAt == null).OrderBy(row => row.PersonName)
            .Select(row => new { row.UserId, row.PersonName }).ToListAsync(cancellation);
        return new PanelPage(
            [.. experts.Select(row => new ExpertLine(
                row.UserId,
                row.PersonName,
                loads.Where(load => load.ExpertId == row.UserId && load.State is AssignmentState.Assigned or AssignmentState.Reviewing).Sum(load => load.Count),
                loads.Where(load => load.ExpertId == row.UserId && load.State is AssignmentState.Finished).Sum(load => load.Count)))],
            [.. cases.Select(row => new PanelCase(
                row.Id,
                row.CaseNumber,
                row.Organisation,
                row.District,
                row.State,
                [.. assignments.Where(a => a.DeclarationId == row.Id).Select(a => new PanelMember(
                    a.ExpertId, a.ExpertName, a.State, a.ConflictReason, a.DueAt, a.State is AssignmentState.Finished ? advisory.GetValueOrDefault(a.Id) : null))]))]);
    }
}
