using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Application.Outbox;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Administration.Restorations;

/// <summary>An administrator has looked at the papers of a person who lost telephone and recovery codes.</summary>
/// <param name="UserId">The person.</param>
/// <param name="Reason">Why.</param>
/// <param name="Papers">Which papers were looked at, and how.</param>
public sealed record StartRestoration(Guid UserId, string? Reason, string? Papers);

/// <summary>Begins a restoration and tells the other administrators. Nothing of the person's account changes yet; the person is told by letter.</summary>
public sealed class StartRestorationHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner)
{
    /// <summary>Begins.</summary>
    public Task<Result> HandleAsync(StartRestoration command, CancellationToken cancellation) => runner.RunAsync(
        ProcessKind.StartRestoration,
        command.Reason,
        async process =>
        {
            var person = await db.Users.AsNoTracking().Where(row => row.Id == command.UserId).Select(row => new { row.PersonName, row.TwoFactorEnabled }).FirstOrDefaultAsync(cancellation);
            if (person is null)
            {
                return ProcessErrors.NotFound;
            }

            if (!person.TwoFactorEnabled)
            {
                return RestorationErrors.NoFactor;
            }

            var key = new UserId(command.UserId);
            var present = await db.SecondFactorRestorations.FirstOrDefaultAsync(row => row.UserId == key && row.ConfirmedAt == null && row.ClosedAt == null, cancellation);
            if (present?.IsOpen(process.Now) is true)
            {
                return RestorationErrors.AlreadyOpen;
            }

            var started = SecondFactorRestoration.Start(
                new SecondFactorRestorationId(process.NewId()), access.Scope.Municipality, key, command.Reason, command.Papers, access.Scope.RequiredUser, access.Scope.PersonName, process.Now);
            if (!started.Succeeded)
            {
                return Result.Failure(started.Errors);
            }

            if (present is not null)
            {
                present.Close(process.Now);
                await db.SaveChangesAsync(cancellation);
            }

            db.Add(started.Value);
            process.Record(EventKind.RestorationStarted, $"发起找回{person.PersonName}的两步验证，核对：{started.Value.Papers}", new { user = command.UserId, restoration = started.Value.Id.Value });
            process.Enqueue(NotifyRoles.Kind, new NotifyRoles(
                [Role.Administrator],
                access.Scope.RequiredUser.Value,
                $"请确认找回{person.PersonName}的两步验证",
                $"{access.Scope.PersonName}已核对证件并发起，请另一位管理员在3天内核实后确认。",
                Destination.Account(command.UserId)));
            process.Enqueue(NotifyPerson.Kind, new NotifyPerson(
                command.UserId,
                "有人申请找回您的两步验证",
                "管理员收到了找回您两步验证的申请，另一位管理员确认后，原来的验证器和恢复码将失效。如果不是您本人申请，请立即联系平台管理员。",
                Destination.Security));
            return Result.Success;
        },
        cancellation);
}
