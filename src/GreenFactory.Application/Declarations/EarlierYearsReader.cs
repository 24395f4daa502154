using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Declarations;

/// <summary>What a unit submitted for an earlier year.</summary>
/// <param name="EvaluationYear">The year whose data it declared.</param>
/// <param name="Snapshot">The last submission of that year.</param>
public sealed record EarlierYear(int EvaluationYear, SubmissionSnapshot Snapshot);

/// <summary>Reads what the unit of a case submitted for the two years before, for comparison while the form is filled in. One query.</summary>
public sealed class EarlierYearsReader(PortalDbContext db)
{
    /// <summary>The years, earliest first; only those scored by the rule set of the case, where the same question means the same.</summary>
    public async Task<IReadOnlyList<EarlierYear>> ReadAsync(ApplicantCase work, CancellationToken cancellation)
    {
        var (unit, year) = (work.Declaration.OrganisationId, work.Campaign.EvaluationYear);
        var rows = await db.Submissions.AsNoTracking()
            .Join(db.Declarations, submission => submission.DeclarationId, declaration => declaration.Id, (submission, declaration) => new { submission, declaration })
            .Join(db.Campaigns, row => row.declaration.CampaignId, campaign => campaign.Id, (row, campaign) => new { row.submission, row.declaration, campaign.EvaluationYear })
            .Where(row => row.declaration.OrganisationId == unit && row.declaration.State != CaseState.Withdrawn && row.EvaluationYear < year && row.EvaluationYear >= year - 2)
            .OrderBy(row => row.EvaluationYear).ThenBy(row => row.submission.SubmittedAt)
            .Select(row => new { row.EvaluationYear, row.submission.Snapshot })
            .ToListAsync(cancellation);
        return
        [
            .. rows.GroupBy(row => row.EvaluationYear)
                .Select(of => new EarlierYear(of.Key, SubmissionSnapshot.Read(of.Last().Snapshot)))
                .Where(earlier => earlier.Snapshot.RuleSet == work.RuleSet?.RuleSet.Title),
        ];
    }
}
