using System.Text.Json;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Declarations;

/// <summary>
/// Reminds the people of every case that waits for them 30, 7 and 1 days before its deadline, by message and letter, each of them once for each deadline.
/// Run by the system again and again; at most six queries, however many cases there are.
/// </summary>
public sealed class RemindDeadlinesHandler(PortalDbContext db, ProcessRunner runner)
{
    private static readonly int[] DaysBefore = [30, 7, 1];

    /// <summary>Reminds; answers how many cases were reminded.</summary>
    public Task<Result<int>> HandleAsync(CancellationToken cancellation) =>
        runner.RunAsync(ProcessKind.RemindDeadlines, null, process => RemindAsync(process, cancellation), cancellation);

    /// <summary>Which reminder is due so long before a deadline: the shortest that has begun, unless the case came to the applicant after it had; null for none.</summary>
    public static int? Due(DateTimeOffset now, DateTimeOffset waitsSince, DateTimeOffset deadline) =>
        now >= deadline ? null : DaysBefore.Where(days => now >= deadline.AddDays(-days) && waitsSince < deadline.AddDays(-days)).Select(days => (int?)days).LastOrDefault();

    private async Task<Result<int>> RemindAsync(RunningProcess process, CancellationToken cancellation)
    {
        // Two nodes take turns: the second finds what the first recorded.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('deadline reminders', 0))", cancellation);
        var reminded = 0;
        var waiting = await WaitingAsync(process.Now, cancellation);
        var told = await ToldAsync([.. waiting.Select(row => (DeclarationId?)row.Declaration.Id)], cancellation);
        foreach (var (declaration, deadline) in waiting)
        {
            if (Due(process.Now, declaration.StateSince, deadline) is not { } days || told.Contains((declaration.Id, new Told(days, deadline))))
            {
                continue;
            }

            var returned = declaration.State is CaseState.Returned;
            process.Notify(
                declaration,
                Desk.Apply,
                returned ? "补正期限将到" : "申报期限将到",
                $"{(returned ? "退回补正的事项还没有答复并重新提交" : "申报还没有提交")}，截止时间是 {ChinaTime.Deadline(deadline)}，还有 {TimeLeft.Until(deadline, process.Now)}。"
                    + (returned ? "请逐项答复后由负责人签署、重新提交。" : "区县还需要时间核实，请完成填报后由负责人签署提交。"),
                returned ? Destination.Corrections(declaration.Id) : Destination.Case(declaration.Id));
            process.Record(EventKind.DeadlineReminded, declaration, $"提醒：{(returned ? "补正" : "申报")}截止还有 {TimeLeft.Until(deadline, process.Now)}", new Told(days, deadline));
            reminded++;
        }

        if (reminded == 0)
        {
            process.LeaveAsItIs();
        }

        return reminded;
    }

    private async Task<List<(Declaration Declaration, DateTimeOffset Deadline)>> WaitingAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var campaigns = await db.Campaigns.AsNoTracking().Where(row => row.OpensAt <= now).ToDictionaryAsync(row => row.Id, cancellation);
        var graces = await db.DeadlineGraces.AsNoTracking().ToListAsync(cancellation);
        var waiting = await db.Declarations.Where(row => CaseStages.WithApplicant.Contains(row.State)).ToListAsync(cancellation);
        var returned = waiting.Where(row => row.State is CaseState.Returned).Select(row => row.Id).ToList();
        var returns = await db.ChangeRequests.Where(row => returned.Contains(row.DeclarationId)).GroupBy(row => row.DeclarationId)
            .Select(of => new { of.Key, Deadline = of.OrderByDescending(row => row.Round).First().Deadline })
            .ToDictionaryAsync(row => row.Key, row => row.Deadline, cancellation);
        return [.. waiting.Where(row => campaigns.ContainsKey(row.CampaignId)).Select(row => (row, returns.TryGetValue(row.Id, out var until) ? until : Filing(row)))];

        DateTimeOffset Filing(Declaration row)
        {
            var until = campaigns[row.CampaignId].DistrictDeadline;
            return graces.Where(grace => grace.CampaignId == row.CampaignId && grace.DistrictId == row.DistrictId).Select(grace => grace.Until).Append(until).Max();
        }
    }

    private async Task<HashSet<(DeclarationId Case, Told What)>> ToldAsync(List<DeclarationId?> cases, CancellationToken cancellation)
    {
        var rows = await db.ProcessEvents
            .Where(row => cases.Contains(row.DeclarationId) && row.Kind == nameof(EventKind.DeadlineReminded))
            .Select(row => new { Case = row.DeclarationId, row.Payload })
            .ToListAsync(cancellation);
        return [.. rows.Select(row => (row.Case!.Value, JsonSerializer.Deserialize<Told>(row.Payload, JsonSerializerOptions.Web)!))];
    }

    /// <summary>What a reminder was about; kept with its event, by which it is not sent twice.</summary>
    private sealed record Told(int Days, DateTimeOffset Deadline);
}
