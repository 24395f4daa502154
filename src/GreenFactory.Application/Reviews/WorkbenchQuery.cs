using GreenFactory.Application.Access;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Data;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Application.Departments;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Evidence;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Reviews;

/// <summary>Everything the workbench shows of one case.</summary>
/// <param name="Allocation">Who works on it; null where it was never allocated.</param>
/// <param name="Opened">Files that this person has opened.</param>
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
    IReadOnlyList<Resubmission> Resubmissions,
    CaseAllocation? Allocation,
    IReadOnlySet<EvidenceId> Opened)
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
public sealed class WorkbenchQuery(PortalDbContext db, CurrentAccess access, CaseReviewReader reviews, OpinionListQuery opinions, ChangeRequestReader returns, CaseChangesQuery differences)
{
    /// <summary>States before the conclusion: one of before, from which the case was sent back or withdrawn, holds no more.</summary>
    private static readonly CaseState[] UnderReview = [CaseState.Submitted, CaseState.DistrictReview, CaseState.Returned, CaseState.Withdrawn, CaseState.Draft];

    /// <summary>The workbench, or null when this person does not see the case.</summary>
    public async Task<Workbench?> ReadAsync(DeclarationId id, CancellationToken cancellation)
    {
        var read = await (
            from declared in db.Declarations.AsNoTracking()
            where declared.Id == id
            join organisation in db.Organisations.AsNoTracking() on declared.OrganisationId equals organisation.Id
            join allocation in db.CaseAllocations.AsNoTracking() on declared.Id equals allocation.DeclarationId into allocations
            from allocation in allocations.DefaultIfEmpty()
            select new { declaration = declared, organisation, allocation }).FirstOrDefaultAsync(cancellation);
        if (read is null || await reviews.ReadAsync(id, cancellation) is not { } review)
        {
            return null;
        }

        var (declaration, concluded) = (read.declaration, !UnderReview.Contains(read.declaration.State));
        var snapshot = SubmissionSnapshot.Read(await db.Submissions.Where(row => row.DeclarationId == id).OrderByDescending(row => row.Sequence).Select(row => row.Snapshot).FirstAsync(cancellation));
        var set = review.Declared.RuleSet.RuleSet;
        var evidence = await db.EvidenceFiles.AsNoTracking().Where(row => row.DeclarationId == id && row.RemovedAt == null).OrderBy(row => row.SubjectCode).ThenBy(row => row.UploadedAt)
            .Select(file => new { file, opened = db.EvidenceOpenings.Any(opening => opening.EvidenceFileId == file.Id && opening.UserId == access.Scope.RequiredUser) }).ToListAsync(cancellation);
        return new Workbench(
            declaration,
            read.organisation,
            review,
            [.. evidence.Select(row => row.file)],
            await db.SiteVisits.AsNoTracking().FirstOrDefaultAsync(row => row.DeclarationId == id, cancellation),
            await opinions.ReadAsync(id, cancellation),
            await returns.ReadAsync(id, cancellation),
            concluded ? await db.DistrictConclusions.AsNoTracking().FirstOrDefaultAsync(row => row.DeclarationId == id && row.WithdrawnAt == null, cancellation) : null,
            DeclaredFacts.From(set, snapshot.Typed).Justifications(set, snapshot.Typed),
            await differences.ReadAsync(declaration, cancellation),
            read.allocation,
            evidence.Where(row => row.opened).Select(row => row.file.Id).ToHashSet());
    }
}
