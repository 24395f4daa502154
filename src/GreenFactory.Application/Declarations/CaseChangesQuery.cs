using GreenFactory.Application.Data;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Declarations;

/// <summary>What one resubmission changed.</summary>
/// <param name="Receipt">Its receipt number.</param>
/// <param name="SubmittedAt">When.</param>
/// <param name="SignedByName">Who signed.</param>
/// <param name="Changes">In what it differs from the submission before it.</param>
public sealed record Resubmission(string Receipt, DateTimeOffset SubmittedAt, string SignedByName, CaseChanges Changes);

/// <summary>Reads before and after of what was submitted again, for whoever sees the case. Three queries, and one while the case is with the applicant.</summary>
public sealed class CaseChangesQuery(PortalDbContext db, FrozenScoreReader scores)
{
    /// <summary>Every resubmission, the latest first; none when the case was submitted once.</summary>
    public async Task<IReadOnlyList<Resubmission>> ReadAsync(Declaration declaration, CancellationToken cancellation)
    {
        var submissions = await db.Submissions.AsNoTracking().Where(row => row.DeclarationId == declaration.Id).OrderBy(row => row.Sequence).ToListAsync(cancellation);
        if (submissions.Count < 2)
        {
            return [];
        }

        var ids = submissions.Select(row => row.FrozenScoreId).ToList();
        var frozen = await db.FrozenScores.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellation);
        var replayed = new List<(Submission Submission, SubmissionSnapshot Snapshot, ReplayedScore Score)>();
        foreach (var row in submissions)
        {
            replayed.Add((row, SubmissionSnapshot.Read(row.Snapshot), await scores.ReplayAsync(frozen[row.FrozenScoreId], cancellation)));
        }

        return
        [
            .. replayed.Zip(replayed.Skip(1), (was, now) => new Resubmission(
                now.Submission.ReceiptNumber,
                now.Submission.SubmittedAt,
                now.Submission.SignedByName,
                CaseChanges.Between(now.Score.RuleSet.RuleSet, declaration.Kind, (was.Snapshot, was.Score.Sheet), (now.Snapshot, now.Score.Sheet)))).Reverse(),
        ];
    }

    /// <summary>In what a returned case differs by now from what was submitted last; null while it is not returned.</summary>
    public async Task<CaseChanges?> SinceLastAsync(ApplicantCase work, CancellationToken cancellation)
    {
        if (work is not { Before: { } before, Sheet: { } sheet, RuleSet: { } ruleSet }
            || await scores.ReadLatestAsync(work.Declaration.Id, ScoreParty.Declared, cancellation) is not { } last)
        {
            return null;
        }

        return CaseChanges.Between(ruleSet.RuleSet, work.Declaration.Kind, (before, last.Sheet), (SubmissionSnapshot.Of(work), sheet));
    }
}
