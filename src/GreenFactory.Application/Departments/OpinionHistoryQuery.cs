using GreenFactory.Application.Data;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Departments;

/// <summary>Everything that was said on the questions about a case, also what was corrected later.</summary>
public sealed class OpinionHistoryQuery(PortalDbContext db)
{
    /// <summary>The versions by question, the first one first, as far as this desk sees them. One query.</summary>
    public async Task<ILookup<DepartmentOpinionId, OpinionVersion>> ReadAsync(DeclarationId declaration, CancellationToken cancellation) =>
        (await db.OpinionVersions.AsNoTracking().Where(row => row.DeclarationId == declaration).OrderBy(row => row.Sequence).ToListAsync(cancellation))
            .ToLookup(row => row.DepartmentOpinionId);
}
