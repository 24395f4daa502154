using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Application.Validation;
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
    private const int ShortestReason = 5;
    private const int LongestReason = 1000;

    /// <summary>Decides.</summary>
    public async Task<Result> HandleAsync(DecideFalsification input, CancellationToken cancellation)
    {
        if (!access.Scope.AtThisDesk.Any(membership => membership.Role is Role.CityLead))
        {
            return RemovalErrors.LeadOnly;
        }

        var reason = (input.Reason ?? "").Trim();
        return WrittenText.IsBetween(reason, ShortestReason, LongestReason)
            ? await runner.RunAsync(ProcessKind.DecideFalsification, reason, process => DecideAsync(process, input, reason, cancellation), cancellation)
            : new Error("falsification.reason", LengthRules.Refusal("决定理由", reason, ShortestReason, LongestReason), nameof(input.Reason));
    }

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
