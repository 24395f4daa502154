using GreenFactory.Application.Data;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Reviews;

/// <summary>A return for correction with its items.</summary>
/// <param name="Request">The request.</param>
/// <param name="Items">Its items in order.</param>
/// <param name="ResubmittedAt">When the applicant submitted again; null while the case is with the applicant.</param>
public sealed record ChangeRequestView(ChangeRequest Request, IReadOnlyList<ChangeRequestItem> Items, DateTimeOffset? ResubmittedAt)
{
    /// <summary>Whether every item has an answer.</summary>
    public bool IsAnswered => Items.All(item => item.Answer is not null);

    /// <summary>Whole and begun days for which the case was with the applicant and the district's clock stood still.</summary>
    public int DaysWithApplicant(DateTimeOffset now) => (int)Math.Ceiling(((ResubmittedAt ?? now) - Request.RequestedAt).TotalDays);
}

/// <summary>Reads the returns of a case for whoever sees it, the latest first. Three queries.</summary>
public sealed class ChangeRequestReader(PortalDbContext db)
{
    /// <summary>Every return.</summary>
    public async Task<IReadOnlyList<ChangeRequestView>> ReadAsync(DeclarationId declaration, CancellationToken cancellation)
    {
        var requests = await db.ChangeRequests.AsNoTracking().Where(row => row.DeclarationId == declaration).OrderByDescending(row => row.Round).ToListAsync(cancellation);
        if (requests.Count == 0)
        {
            return [];
        }

        var items = await db.ChangeRequestItems.AsNoTracking().Where(row => row.DeclarationId == declaration).OrderBy(row => row.Position).ToListAsync(cancellation);
        var submissions = await db.Submissions.Where(row => row.DeclarationId == declaration).OrderBy(row => row.SubmittedAt).Select(row => row.SubmittedAt).ToListAsync(cancellation);
        return
        [
            .. from request in requests
               let again = submissions.Where(at => at > request.RequestedAt).Select(at => (DateTimeOffset?)at).FirstOrDefault()
               select new ChangeRequestView(request, [.. items.Where(item => item.ChangeRequestId == request.Id)], again),
        ];
    }

    /// <summary>Whether every item of the latest return is answered; those of an earlier one can be answered no more, and do not count. Proves <see cref="Domain.Declarations.CaseGuard.ItemsAnswered"/>.</summary>
    public async Task<bool> AllAnsweredAsync(DeclarationId declaration, CancellationToken cancellation) =>
        !await db.ChangeRequestItems.AnyAsync(
            item => item.Answer == null && db.ChangeRequests.Where(row => row.DeclarationId == declaration).OrderByDescending(row => row.Round).Select(row => row.Id).Take(1).Contains(item.ChangeRequestId),
            cancellation);
}
