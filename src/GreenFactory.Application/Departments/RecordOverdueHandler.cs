using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Departments;

/// <summary>The district records that a department did not answer in time. Silence is not consent; the record says silence.</summary>
public sealed class RecordOverdueHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner)
{
    /// <summary>Records.</summary>
    public Task<Result> HandleAsync(DepartmentOpinionId id, CancellationToken cancellation) =>
        runner.RunAsync(ProcessKind.RecordOverdue, null, process => RecordAsync(id, process, cancellation), cancellation);

    private async Task<Result> RecordAsync(DepartmentOpinionId id, RunningProcess process, CancellationToken cancellation)
    {
        if (await db.DepartmentOpinions.FirstOrDefaultAsync(row => row.Id == id, cancellation) is not { } opinion)
        {
            return ProcessErrors.NotFound;
        }

        var recorded = opinion.RecordOverdue(access.Scope.PersonName, process.Now);
        if (recorded.Succeeded)
        {
            var declaration = await db.Declarations.FirstAsync(row => row.Id == opinion.DeclarationId, cancellation);
            var name = await db.Departments.Where(row => row.Id == opinion.DepartmentId).Select(row => row.Name).FirstAsync(cancellation);
            process.Record(EventKind.OpinionOverdue, declaration, $"{name}逾期未反馈意见，已登记（不视为同意）");
        }

        return recorded;
    }
}
