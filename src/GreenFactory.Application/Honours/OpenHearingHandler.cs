using GreenFactory.Application.Audit;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Application.Outbox;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>Tells a unit that its removal is proposed.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="LastDay">Last day of its answer, in Beijing; <see cref="OpenHearingHandler.UsualDays"/> working days from today for null.</param>
public sealed record OpenHearing(RemovalProposalId Proposal, DateOnly? LastDay);

/// <summary>
/// Tells the unit ground, facts and the last day of its answer; where nobody acts for it on the platform, its district is asked to hand it over. The city does this, so a
/// district's proposal is read before the unit is.
/// </summary>
public sealed class OpenHearingHandler(PortalDbContext db, ProcessRunner runner, WorkingCalendarReader calendar)
{
    /// <summary>Working days of an answer where no day is given: a default of this platform, the notice names none.</summary>
    public const int UsualDays = 10;

    private const int MostDays = 60;

    /// <summary>Opens.</summary>
    public Task<Result> HandleAsync(OpenHearing input, CancellationToken cancellation) => runner.RunAsync(ProcessKind.OpenHearing, null, process => OpenAsync(process, input, cancellation), cancellation);

    private async Task<Result> OpenAsync(RunningProcess process, OpenHearing input, CancellationToken cancellation)
    {
        if (await db.RemovalProposals.FirstOrDefaultAsync(row => row.Id == input.Proposal, cancellation) is not { } proposal)
        {
            return ProcessErrors.NotFound;
        }

        var today = ChinaTime.DayOf(process.Now);
        var last = input.LastDay ?? (await calendar.AfterTodayAsync(UsualDays, cancellation)).Last;
        if (last <= today || last > today.AddDays(MostDays))
        {
            return RemovalErrors.DayPassed;
        }

        var unit = await db.GreenUnits.AsNoTracking().FirstAsync(row => row.Id == proposal.GreenUnitId, cancellation);
        proposal.FindOrganisation(await db.Organisations.Where(row => row.CreditCode == unit.CreditCode && row.Site == unit.Site).Select(row => (OrganisationId?)row.Id).FirstOrDefaultAsync(cancellation));
        var told = proposal.Tell(TypedMoment.EndOf(last), process.Now);
        if (!told.Succeeded)
        {
            return told;
        }

        var until = ChinaTime.Deadline(proposal.AnswerUntil!.Value);
        var body = $"拟将“{unit.Name}”移出绿色制造名录。\n依据：{HonourWords.Of(proposal.Ground)}\n事实和材料：{proposal.Detail}\n您单位可以在 {until} 前陈述意见、提交材料。期满没有陈述的，按现有材料决定。";
        if (proposal.OrganisationId is { } organisation)
        {
            process.Enqueue(NotifyOrganisation.Kind, new NotifyOrganisation(organisation.Value, "拟移出名录告知", body, Destination.Removal(proposal.Id.Value)));
        }

        process.Enqueue(NotifyDistrict.Kind, new NotifyDistrict(
            unit.DistrictId.Value,
            $"拟移出名录告知：{unit.Name}",
            proposal.OrganisationId is null ? $"平台上没有人代表该单位，请区县送达，并请其认领单位后在平台上陈述意见。\n{body}" : body,
            Destination.DistrictRemoval(proposal.Id.Value)));
        process.Record(EventKind.RemovalHearingOpened, $"告知“{unit.Name}”拟移出名录，陈述意见至 {until}", new { proposal = proposal.Id.Value });
        return Result.Success;
    }
}
