using GreenFactory.Application.Access;
using GreenFactory.Application.Assessments;
using GreenFactory.Application.Data;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Evidence;
using GreenFactory.Scoring.RuleSets;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Experts;

/// <summary>What an expert works with once no conflict is declared.</summary>
/// <param name="Rule">What the marks do in this campaign.</param>
/// <param name="Graded">Indicators that the expert marks.</param>
/// <param name="Marks">The expert's own points; nobody else's.</param>
public sealed record ExpertWork(
    Declaration Declaration,
    ReplayedScore? Declared,
    ReplayedScore? Verified,
    AssessmentRule Rule,
    IReadOnlyList<Indicator> Graded,
    IReadOnlyList<AssessmentCriterion> Criteria,
    IReadOnlyList<ExpertMark> Marks,
    IReadOnlyList<EvidenceFile> Evidence);

/// <summary>An assignment and, unless the case is hidden from the expert, the case.</summary>
public sealed record ExpertCase(ExpertAssignment Assignment, ExpertWork? Work);

/// <summary>Reads a case for the expert it is assigned to; at most twelve queries.</summary>
public sealed class ExpertCaseQuery(PortalDbContext db, CurrentAccess access, FrozenScoreReader scores, AssessmentRuleReader rules)
{
    /// <summary>The case, or null when it is not assigned to this person.</summary>
    public async Task<ExpertCase?> ReadAsync(ExpertAssignmentId id, CancellationToken cancellation)
    {
        var person = access.Scope.RequiredUser;
        if (await db.ExpertAssignments.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.ExpertId == person, cancellation) is not { } assignment)
        {
            return null;
        }

        if (assignment.State is AssignmentState.Assigned or AssignmentState.Conflicted)
        {
            return new ExpertCase(assignment, null);
        }

        var declaration = await db.Declarations.AsNoTracking().FirstAsync(row => row.Id == assignment.DeclarationId, cancellation);
        var verified = await scores.ReadLatestAsync(declaration.Id, ScoreParty.Verified, cancellation);
        var rule = await rules.ReadAsync(declaration.CampaignId, cancellation);
        return new ExpertCase(assignment, new ExpertWork(
            declaration,
            await scores.ReadLatestAsync(declaration.Id, ScoreParty.Declared, cancellation),
            verified,
            rule,
            verified is null ? [] : ExpertItems.Of(verified, rule),
            await db.AssessmentCriteria.AsNoTracking().Where(row => row.CampaignId == declaration.CampaignId).OrderBy(row => row.Position).ToListAsync(cancellation),
            await db.ExpertMarks.AsNoTracking().Where(row => row.AssignmentId == id).ToListAsync(cancellation),
            await db.EvidenceFiles.AsNoTracking().Where(row => row.DeclarationId == declaration.Id && row.RemovedAt == null).OrderBy(row => row.SubjectCode).ToListAsync(cancellation)));
    }
}
