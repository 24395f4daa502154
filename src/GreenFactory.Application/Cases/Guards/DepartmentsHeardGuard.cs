using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Cases.Guards;

/// <summary>The five departments answered, or are recorded as overdue.</summary>
internal sealed class DepartmentsHeardGuard(PortalDbContext db) : SingleGuard
{
    /// <inheritdoc/>
    public override CaseGuard Guard => CaseGuard.DepartmentsHeard;

    /// <inheritdoc/>
    protected override async Task<bool> HoldsAsync(StepAtWork step, CancellationToken cancellation)
    {
        var heard = step.Asked.Known.Opinions is { } rows
            ? rows.Count(row => row.State is not OpinionState.Asked)
            : await db.DepartmentOpinions.CountAsync(row => row.DeclarationId == step.Id && row.State != OpinionState.Asked, cancellation);
        return heard >= DepartmentOpinion.Departments;
    }
}
