using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Evidence;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring.RuleSets;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Assessments;

/// <summary>A whole case as the city reads it.</summary>
/// <param name="Marks">The marks of the experts who finished; null where no panel was assigned.</param>
public sealed record CityCase(
    Declaration Declaration,
    Organisation Organisation,
    string DistrictName,
    string? ProfileAnswers,
    ReplayedScore? Declared,
    ReplayedScore? Verified,
    ReplayedScore? Final,
    IReadOnlyList<EvidenceFile> Evidence,
    IReadOnlyList<Submission> Submissions,
    IReadOnlyList<ComplianceRuling> Rulings,
    IReadOnlyList<ExpertAssignment> Panel,
    PanelReading? Marks,
    IReadOnlyList<TimelineEntry> Timeline);

/// <summary>Reads a whole case; at most twenty-two queries.</summary>
public sealed class CityCaseQuery(PortalDbContext db, FrozenScoreReader scores, PanelMarksReader panels, CaseTimelineQuery timeline)
{
    /// <summary>The case, or null.</summary>
    public async Task<CityCase?> ReadAsync(DeclarationId id, CancellationToken cancellation)
    {
        if (await db.Declarations.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.SubmittedAt != null, cancellation) is not { } declaration)
        {
            return null;
        }

        var panel = await db.ExpertAssignments.AsNoTracking().Where(row => row.DeclarationId == id).OrderBy(row => row.AssignedAt).ToListAsync(cancellation);
        var verified = await scores.ReadLatestAsync(id, ScoreParty.Verified, cancellation);
        var unit = await db.Organisations.AsNoTracking().Where(row => row.Id == declaration.OrganisationId)
            .Select(row => new
            {
                Row = row,
                District = db.Districts.Where(one => one.Id == declaration.DistrictId).Select(one => one.Name).First(),
                Profile = db.AnswerSections.Where(one => one.DeclarationId == id && one.SectionCode == "profile").Select(one => one.Answers).FirstOrDefault(),
            }).FirstAsync(cancellation);
        return new CityCase(
            declaration,
            unit.Row,
            unit.District,
            unit.Profile,
            await scores.ReadLatestAsync(id, ScoreParty.Declared, cancellation),
            verified,
            panel.Count == 0 ? null : await scores.ReadLatestAsync(id, ScoreParty.Final, cancellation),
            await db.EvidenceFiles.AsNoTracking().Where(row => row.DeclarationId == id && row.RemovedAt == null).OrderBy(row => row.SubjectCode).ThenBy(row => row.FileName).ToListAsync(cancellation),
            await db.Submissions.AsNoTracking().Where(row => row.DeclarationId == id).OrderBy(row => row.Sequence).ToListAsync(cancellation),
            await db.ComplianceRulings.AsNoTracking().Where(row => row.DeclarationId == id).ToListAsync(cancellation),
            panel,
            panel.Count == 0 || verified is null ? null : (await panels.ReadAsync(declaration.CampaignId, new Dictionary<DeclarationId, RuleSet> { [id] = verified.RuleSet.RuleSet }, cancellation))[id],
            await timeline.ReadAsync(id, cancellation));
    }
}
