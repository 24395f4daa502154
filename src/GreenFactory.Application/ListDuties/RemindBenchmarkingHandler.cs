using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Application.Outbox;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.ListDuties;

/// <summary>Reminds every unit of the list that has not handed in its benchmarking.</summary>
/// <param name="Year">Year of the campaign; null for the usual one.</param>
/// <param name="District">Only units of a district; null for all that the desk sees.</param>
public sealed record RemindBenchmarking(int? Year, DistrictId? District);

/// <summary>What a reminder did.</summary>
/// <param name="Units">Units that were written to.</param>
/// <param name="ByDistrict">Units for which nobody acts on the platform: their districts were written to.</param>
public sealed record BenchmarkingReminded(int Units, int ByDistrict);

/// <summary>
/// Reminds them in one step, each unit at most once a day: a message and a letter to those who act for it, or to its district where nobody does.
/// Each reminder is recorded.
/// </summary>
public sealed class RemindBenchmarkingHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner, CampaignChoiceReader campaigns, BenchmarkDutyReader duties)
{
    /// <summary>Reminds.</summary>
    public Task<Result<BenchmarkingReminded>> HandleAsync(RemindBenchmarking input, CancellationToken cancellation) =>
        runner.RunAsync(ProcessKind.RemindBenchmarking, null, process => RemindAsync(process, input, cancellation), cancellation);

    private async Task<Result<BenchmarkingReminded>> RemindAsync(RunningProcess process, RemindBenchmarking input, CancellationToken cancellation)
    {
        if (await campaigns.FindAsync(input.Year, cancellation) is not { } campaign)
        {
            return ProcessErrors.NotFound;
        }

        if (process.Now < campaign.OpensAt)
        {
            return HonourErrors.BenchmarkingClosed;
        }

        var all = await duties.ReadAsync(campaign, cancellation);
        var open = all.Units.Where(duty => !duty.IsRemoved && duty.Progress is BenchmarkProgress.NotBegun or BenchmarkProgress.Drafting && (input.District is null || duty.District == input.District)).ToList();
        if (open.Count == 0 && !all.Districts.Any(district => process.Now < district.Until))
        {
            return HonourErrors.BenchmarkingClosed;
        }

        var told = await ToldTodayAsync(campaign.Id, process.Now, cancellation);
        open.RemoveAll(duty => told.Contains(duty.Unit));
        if (open.Count == 0)
        {
            return HonourErrors.NobodyToRemind;
        }

        var units = await UnitsAsync([.. open.Select(duty => duty.Unit)], cancellation);
        var absent = new List<(DistrictId District, string Name)>();
        foreach (var duty in open)
        {
            var (name, organisation) = units[duty.Unit];
            var until = ChinaTime.Deadline(all.Districts.First(district => district.Id == duty.District).Until);
            if (organisation is { } actsFor)
            {
                process.Enqueue(NotifyOrganisation.Kind, new NotifyOrganisation(actsFor.Value, $"请开展{campaign.Year}年度自评价对标", Body(campaign, name, until, duty.Progress), Destination.ApplicantHome));
            }
            else
            {
                absent.Add((duty.District, name));
            }

            db.Add(BenchmarkReminder.Create(new BenchmarkReminderId(process.NewId()), campaign, duty.Unit, duty.District, organisation is not null, access.Scope.PersonName, process.Now));
        }

        foreach (var district in absent.GroupBy(row => row.District))
        {
            process.Enqueue(NotifyDistrict.Kind, new NotifyDistrict(
                district.Key.Value,
                $"{campaign.Year}年度对标：{district.Count()} 家单位在平台上没有经办人",
                $"以下单位在名录中，尚未开展{campaign.Year}年度自评价对标，平台上没有人代表它们，请区县联系：\n{string.Join('\n', district.Select(row => row.Name))}",
                new Destination(Place.DistrictList, $"{campaign.Year}")));
        }

        process.Record(
            EventKind.BenchmarkingReminded, $"提醒 {open.Count} 家名录内单位开展{campaign.Year}年度自评价对标，其中 {absent.Count} 家由区县联系", new { units = open.Select(duty => duty.Unit.Value) });
        return new BenchmarkingReminded(open.Count - absent.Count, absent.Count);
    }

    private static string Body(Campaign campaign, string name, string until, BenchmarkProgress progress) =>
        $"“{name}”在绿色制造名录中，须按{campaign.Year}年度的评价要求开展自评价对标，"
        + $"{(progress is BenchmarkProgress.Drafting ? "目前尚未提交" : "目前尚未开始")}。所在区县的报送截止时间是 {until}，请留出区县核实的时间，尽早提交。"
        + "未按要求开展自评价对标的，将按通知二（二）提出移出名录的意见。";

    private async Task<HashSet<GreenUnitId>> ToldTodayAsync(CampaignId campaign, DateTimeOffset now, CancellationToken cancellation)
    {
        var begin = TypedMoment.EndOf(ChinaTime.DayOf(now).AddDays(-1));
        return [.. await db.BenchmarkReminders.Where(row => row.CampaignId == campaign && row.SentAt >= begin).Select(row => row.GreenUnitId).ToListAsync(cancellation)];
    }

    private Task<Dictionary<GreenUnitId, (string Name, OrganisationId? Organisation)>> UnitsAsync(IReadOnlyList<GreenUnitId> ids, CancellationToken cancellation) =>
        db.GreenUnits.Where(unit => ids.Contains(unit.Id))
            .Select(unit => new
            {
                unit.Id,
                unit.Name,
                Organisation = db.Organisations
                    .Where(row => row.CreditCode == unit.CreditCode && row.Site == unit.Site && db.Memberships.Any(member => member.OrganisationId == row.Id && member.EndedAt == null))
                    .Select(row => (OrganisationId?)row.Id).FirstOrDefault(),
            })
            .ToDictionaryAsync(row => row.Id, row => (row.Name, row.Organisation), cancellation);
}
