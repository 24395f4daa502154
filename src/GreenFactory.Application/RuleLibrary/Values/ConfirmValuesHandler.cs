using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.RuleLibrary.Values;

/// <summary>A second person compared the same rows with the scan.</summary>
public sealed record ConfirmValues(ValueConfirmationId Id);

/// <summary>Confirms a comparison: from then on its rows decide.</summary>
public sealed class ConfirmValuesHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner)
{
    /// <summary>Confirms.</summary>
    public Task<Result> HandleAsync(ConfirmValues command, CancellationToken cancellation) => runner.RunAsync(
        ProcessKind.ConfirmValues,
        null,
        async process =>
        {
            if (await db.ValueConfirmations.FirstOrDefaultAsync(row => row.Id == command.Id, cancellation) is not { } comparison)
            {
                return ProcessErrors.NotFound;
            }

            process.Record(
                EventKind.ValuesConfirmed,
                $"复核“{comparison.Standard}”{comparison.Clause}（{comparison.Page}）的数值，与原文一致",
                new { comparison = comparison.Id.Value, scan = comparison.ScanHash });
            return comparison.Confirm(access.Scope.RequiredUser, access.Scope.PersonName, process.Now);
        },
        cancellation);
}
