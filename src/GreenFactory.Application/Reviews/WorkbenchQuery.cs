using GreenFactory.Application.Cases;
using GreenFactory.Application.Data;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Departments;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Evidence;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Reviews;

/// <summary>Everything the workbench shows of one case.</summary>
public sealed record Workbench(
    Declaration Declaration,
    Organisation Organisation,
    CaseReview Review,
    IReadOnlyList<EvidenceFile> Evidence,
    SiteVisit? Visit,
    IReadOnlyList<OpinionRow> Opinions,
    IReadOnlyList<ChangeRequestView> Returns,
    DistrictConclusion? Conclusion,
    IReadOnlyDictionary<string, string> Justifications,
    IReadOnlyList<Resubmission> Resubmissions)
{
    /// <summary>What a conclusion drawn from this page rests on.</summary>
    public string Stamp => CaseStamp.Of(Review, Opinions, Visit?.CompletedAt);

    /// <summary>Departments that have been heard.</summary>
    public int Heard => Opinions.Count(opinion => opinion.State is not OpinionState.Asked);

    /// <summary>Questions that wait for the applicant.</summary>
    public int Questions => Review.Verdicts.Values.Count(verdict => verdict is { Outdated: false, Verdict.Kind: VerdictKind.Question });

    /// <summary>What a step need not read again.</summary>
    public StepKnown Known => new() { Review = Review, Opinions = Opinions, VisitCompleted = Visit?.CompletedAt is not null };
}

/// <summary>Reads the workbench of a case. At most fourteen queries, whatever the rows.</summary>
public sealed class WorkbenchQuery(PortalDbContext db, CaseReviewReader reviews, OpinionListQuery opinions, ChangeRequestReader returns, CaseChangesQuery differences)
{
    /// <summary>States before the conclusion: one of before, from which the case was sent back or withdrawn, holds no more.</summary>
    private static readonly CaseState[] UnderReview = [CaseState.Submitted, CaseState.DistrictReview, CaseState.Returned, CaseState.Withdrawn, CaseState.Draft];

    /// <summary>The workbench, or null when this person does not see the case.</summary>
    public async Task<Workbench?> ReadAsync(DeclarationId id, CancellationToken cancellation)
    {
        var read = await db.Declarations.AsNoTracking().Where(row => row.Id == id)
            .Join(db.Organisations.AsNoTracking(), row => row.OrganisationId, organisation => organisation.Id, (declaration, organisation) => new { declaration, organisation })
            .FirstOrDefaultAsync(cancellation);
        if (read is null || await reviews.ReadAsync(id, cancellation) is not { } review)
        {
            return null;
        }

        var (declaration, concluded) = (read.declaration, !UnderReview.Contains(read.declaration.State));
        var snapshot = SubmissionSnapshot.Read(await db.Submissions.Where(row => row.DeclarationId == id).OrderByDescending(row => row.Sequence).Select(row => row.Snapshot).FirstAsync(cancellation));
        var set = review.Declared.RuleSet.RuleSet;
        return new Workbench(
            declaration,
            read.organisation,
            review,
            await db.EvidenceFiles.AsNoTracking().Where(row => row.DeclarationId == id && row.RemovedAt == null).OrderBy(row => row.SubjectCode).ThenBy(row => row.UploadedAt).ToListAsync(cancellation),
            await db.SiteVisits.AsNoTracking().FirstOrDefaultAsync(row => row.DeclarationId == id, cancellation),
            await opinions.ReadAsync(id, cancellation),
            await returns.ReadAsync(id, cancellation),
            concluded ? await db.DistrictConclusions.AsNoTracking().FirstOrDefaultAsync(row => row.DeclarationId == id && row.WithdrawnAt == null, cancellation) : null,
            DeclaredFacts.From(set, snapshot.Typed).Justifications(set, snapshot.Typed),
            await differences.ReadAsync(declaration, cancellation));
    }
}
