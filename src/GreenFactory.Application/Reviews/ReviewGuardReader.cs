using GreenFactory.Application.Access;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Reviews;

/// <summary>Proves the guards of the district's steps from data.</summary>
public sealed class ReviewGuardReader(PortalDbContext db, CurrentAccess access, CaseReviewReader reviews)
{
    /// <summary>Departments that a district must hear.</summary>
    public const int Departments = 5;

    /// <summary>The guards that hold for a case, and its review.</summary>
    public async Task<(List<CaseGuard> Proved, CaseReview? Review)> ProveAsync(Declaration declaration, string? reason, CancellationToken cancellation)
    {
        var proved = new List<CaseGuard>();
        var review = await reviews.ReadAsync(declaration.Id, cancellation);
        if (review is { IsComplete: true })
        {
            proved.Add(CaseGuard.IndicatorsRuled);
        }

        if (await db.SiteVisits.AnyAsync(row => row.DeclarationId == declaration.Id && row.CompletedAt != null, cancellation))
        {
            proved.Add(CaseGuard.VisitRecorded);
        }

        if (await db.DepartmentOpinions.CountAsync(row => row.DeclarationId == declaration.Id && row.State != OpinionState.Asked, cancellation) >= Departments)
        {
            proved.Add(CaseGuard.DepartmentsHeard);
        }

        if (!string.IsNullOrWhiteSpace(reason))
        {
            proved.Add(CaseGuard.ReasonGiven);
        }

        if (await FourEyes.HoldAsync(db, access.Scope, declaration, cancellation))
        {
            proved.Add(CaseGuard.FourEyes);
        }

        return (proved, review);
    }
}
