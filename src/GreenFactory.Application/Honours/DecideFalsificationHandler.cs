using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>A decision on a recorded falsification.</summary>
public sealed record DecideFalsification(FalsificationFindingId Finding, bool Confirm, string? Reason);

/// <summary>The lead confirms or dismisses what another person recorded; a confirmed one bars the enterprise for three years.</summary>
public sealed class DecideFalsificationHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner)
{
    /// <summary>Decides.</summary>
    public Task<Result> HandleAsync(DecideFalsification input, CancellationToken cancellation) => LeadDecision.RunAsync(
        access, runner, ProcessKind.DecideFalsification, input.Reason, "falsification.reason", (process, reason) => DecideAsync(process, input, reason, cancellation), cancellation);

    private async Task<Result> DecideAsync(RunningProcess process, DecideFalsification input, string reason, CancellationToken cancellation)
    {
        if (await db.FalsificationFindings.FirstOrDefaultAsync(row => row.Id == input.Finding, cancellation) is not { } finding)
        {
            return ProcessErrors.NotFound;
        }

        var decided = finding.Decide(input.Confirm, reason, access.Scope.RequiredUser, access.Scope.PersonName, process.Now);
        if (!decided.Succeeded)
        {
            return decided;
        }

        var declaration = await db.Declarations.FirstAsync(row => row.Id == finding.DeclarationId, cancellation);
        if (!input.Confirm)
        {
            process.Record(EventKind.FalsificationDismissed, declaration, $"弄虚作假不成立：{reason}");
            return Result.Success;
        }

        var bar = new ListBar(RemovalWords.Falsified(declaration.CaseNumber, finding.Facts), ChinaTime.DayOf(process.Now));
        process.Record(EventKind.FalsificationConfirmed, declaration, $"{bar.Sentence}", new { reason });
        process.Notify(declaration, Desk.Apply, "弄虚作假已查实", $"{bar.Sentence}（通知 三（二））。决定理由：{reason}", Destination.Case(declaration.Id));
        process.Notify(declaration, Desk.District, $"{declaration.CaseNumber} 弄虚作假已查实", $"{bar.Sentence}。", Destination.Workbench(declaration.Id));
        return Result.Success;
    }
}
