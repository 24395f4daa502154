using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.RuleLibrary.Values;

/// <summary>A comparison was wrong, or the scan is not the page.</summary>
/// <param name="Id">The comparison.</param>
/// <param name="Reason">Why, 5 to 500 characters.</param>
public sealed record WithdrawValues(ValueConfirmationId Id, string? Reason);

/// <summary>Withdraws a comparison: from then on its rows decide nothing, until they are compared again.</summary>
public sealed class WithdrawValuesHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner)
{
    /// <summary>Withdraws.</summary>
    public Task<Result> HandleAsync(WithdrawValues command, CancellationToken cancellation) => runner.RunAsync(
        ProcessKind.WithdrawValues,
        command.Reason,
        async process =>
        {
            if (await db.ValueConfirmations.FirstOrDefaultAsync(row => row.Id == command.Id, cancellation) is not { } comparison)
            {
                return ProcessErrors.NotFound;
            }

            process.Record(EventKind.ValuesWithdrawn, $"撤回“{comparison.Standard}”{comparison.Clause}（{comparison.Page}）的核对", new { comparison = comparison.Id.Value });
            return comparison.Withdraw(command.Reason, access.Scope.RequiredUser, access.Scope.PersonName, process.Now);
        },
        cancellation);
}
