using GreenFactory.Application.Data;
using GreenFactory.Application.RuleLibrary;
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
/// <param name="Reading">The marks of those who finished, under the rule of the campaign.</param>
/// <param name="Verified">The district's score in points.</param>
/// <param name="Final">The final score in points; null before the panel is closed.</param>
public sealed record PanelCase(
    DeclarationId Id,
    string CaseNumber,
    string OrganisationName,
    string DistrictName,
    CaseState State,
    IReadOnlyList<PanelMember> Members,
    PanelReading Reading,
    decimal? Verified,
    decimal? Final)
{
    /// <summary>Whether every expert without conflict has finished, and they are as many as the rule needs.</summary>
    public bool IsComplete => PanelProof.IsComplete(Members.Select(member => member.State), Reading.Rule.RequiredReviews);

    /// <summary>How many completed reviews are missing.</summary>
    public int Missing => Math.Max(0, Reading.Rule.RequiredReviews - Reading.Finished);

    /// <summary>What a form about this panel was opened over.</summary>
    public string Stamp => SeenStamps.OfPanel(Members.Select(member => (member.ExpertId, member.State)));

    /// <summary>Experts who still work or have finished.</summary>
    public int Active => Members.Count(member => member.State is not AssignmentState.Conflicted);
}

/// <summary>Experts and cases of the panel page.</summary>
/// <param name="Rule">What the marks do in this campaign; null where there is no campaign.</param>
public sealed record PanelPage(IReadOnlyList<ExpertLine> Experts, IReadOnlyList<PanelCase> Cases, AssessmentRule? Rule);

/// <summary>When a panel is complete.</summary>
internal static class PanelProof
{
    /// <summary>Every assigned expert without conflict has finished, and they are as many as the rule needs.</summary>
    public static bool IsComplete(IEnumerable<AssignmentState> states, int required)
    {
        var counted = states.Where(state => state is not AssignmentState.Conflicted).ToList();
        return counted.Count >= Math.Max(1, required) && counted.TrueForAll(state => state is AssignmentState.Finished);
    }
}

/// <summary>Reads who assesses what in one campaign; at most fourteen queries. Cases: those that wait for a panel and those assessed, at most 300.</summary>
public sealed class PanelQuery(PortalDbContext db, AssessmentRuleReader rules, PanelMarksReader panels, RuleSetOfCaseReader ruleSets)
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
                row.RuleSetVersionId,
                Verified = db.FrozenScores.Where(s => s.DeclarationId == row.Id && s.Party == ScoreParty.Verified).OrderByDescending(s => s.Sequence).Select(s => (decimal?)s.Total).FirstOrDefault(),
                Final = db.FrozenScores.Where(s => s.DeclarationId == row.Id && s.Party == ScoreParty.Final).OrderByDescending(s => s.Sequence).Select(s => (decimal?)s.Total).FirstOrDefault(),
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
        var rule = await rules.ReadAsync(campaign, cancellation);
        var sets = await ruleSets.ReadAsync([.. cases.Select(row => row.RuleSetVersionId!.Value).Distinct()], cancellation);
        var readings = await panels.ReadAsync(campaign, cases.ToDictionary(row => row.Id, row => sets[row.RuleSetVersionId!.Value].RuleSet), cancellation);
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
                    a.ExpertId, a.ExpertName, a.State, a.ConflictReason, a.DueAt, a.State is AssignmentState.Finished ? advisory.GetValueOrDefault(a.Id) : null))],
                readings[row.Id],
                row.Verified,
                row.Final))],
            rule);
    }
}
