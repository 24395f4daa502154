using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Administration.Restorations;

/// <summary>An administrator withdraws a restoration, one's own or another's.</summary>
/// <param name="Id">The restoration.</param>
public sealed record WithdrawRestoration(Guid Id);

/// <summary>Closes it; the person's factor stays.</summary>
public sealed class WithdrawRestorationHandler(PortalDbContext db, ProcessRunner runner)
{
    /// <summary>Withdraws.</summary>
    public Task<Result> HandleAsync(WithdrawRestoration command, CancellationToken cancellation) => runner.RunAsync(
        ProcessKind.WithdrawRestoration,
        null,
        async process =>
        {
            var id = new SecondFactorRestorationId(command.Id);
            if (await db.SecondFactorRestorations.FirstOrDefaultAsync(row => row.Id == id, cancellation) is not { } restoration)
            {
                return ProcessErrors.NotFound;
            }

            var closed = restoration.Close(process.Now);
            if (closed.Succeeded)
            {
                var name = await db.Users.Where(row => row.Id == restoration.UserId.Value).Select(row => row.PersonName).FirstAsync(cancellation);
                process.Record(EventKind.RestorationWithdrawn, $"撤回找回{name}的两步验证", new { restoration = command.Id });
            }

            return closed;
        },
        cancellation);
}
