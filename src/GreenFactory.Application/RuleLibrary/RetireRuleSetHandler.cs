using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.RuleLibrary;

/// <summary>Takes a version out of use for new campaigns; campaigns that pinned it keep it.</summary>
public sealed record RetireRuleSet(RuleSetVersionId Id, string? Reason);

/// <summary>Retires versions.</summary>
public sealed class RetireRuleSetHandler(PortalDbContext db, ProcessRunner runner)
{
    /// <summary>Retires.</summary>
    public Task<Result> HandleAsync(RetireRuleSet command, CancellationToken cancellation) => runner.RunAsync(
        ProcessKind.RetireRuleSet,
        command.Reason,
        async process =>
        {
            if (await db.RuleSetVersions.FirstOrDefaultAsync(row => row.Id == command.Id, cancellation) is not { } version)
            {
                return ProcessErrors.NotFound;
            }

            process.Record(EventKind.RuleSetRetired, $"停用“{version.Title}”{version.Version}", new { version = version.Id.Value });
            return version.Retire(command.Reason ?? "", process.Now);
        },
        cancellation);
}
