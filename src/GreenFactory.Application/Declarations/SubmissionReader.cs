using GreenFactory.Application.Data;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Declarations;

/// <summary>A submission with its snapshot and its replayed score.</summary>
/// <param name="Declaration">The case.</param>
/// <param name="Submission">The submission.</param>
/// <param name="Snapshot">What was submitted.</param>
/// <param name="Score">The declared score, replayed.</param>
/// <param name="EvaluationYear">Year whose data were declared.</param>
/// <param name="CampaignTitle">The campaign.</param>
/// <param name="AuthorityName">The district's recommending body.</param>
public sealed record SubmittedDeclaration(
    Declaration Declaration, Submission Submission, SubmissionSnapshot Snapshot, ReplayedScore Score, int EvaluationYear, string CampaignTitle, string AuthorityName);

/// <summary>Reads a submission for whoever sees the case. At most seven queries.</summary>
public sealed class SubmissionReader(PortalDbContext db, FrozenScoreReader scores)
{
    /// <summary>The latest submission of a case, or null when there is none that this person may see.</summary>
    public async Task<SubmittedDeclaration?> ReadLatestAsync(DeclarationId id, CancellationToken cancellation)
    {
        var declaration = await db.Declarations.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation);
        var submission = await db.Submissions.AsNoTracking().Where(row => row.DeclarationId == id).OrderByDescending(row => row.Sequence).FirstOrDefaultAsync(cancellation);
        if (declaration is null || submission is null)
        {
            return null;
        }

        var frozen = await db.FrozenScores.AsNoTracking().FirstAsync(row => row.Id == submission.FrozenScoreId, cancellation);
        var campaign = await db.Campaigns.AsNoTracking().FirstAsync(row => row.Id == declaration.CampaignId, cancellation);
        var authority = await db.Districts.Where(row => row.Id == declaration.DistrictId).Select(row => row.AuthorityName).FirstAsync(cancellation);
        return new SubmittedDeclaration(
            declaration, submission, SubmissionSnapshot.Read(submission.Snapshot), await scores.ReplayAsync(frozen, cancellation), campaign.EvaluationYear, campaign.Title, authority);
    }
}
