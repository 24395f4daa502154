using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Access;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Honours;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Users;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.City;

/// <summary>One proposal at the city's desk: the unit is told, the lead decides, a removal can be taken back.</summary>
public sealed class RemovalModel(
    RemovalListQuery query, RemovalPaperReader papers, AddRemovalPaperHandler add, OpenHearingHandler hear, AnswerRemovalHandler record, DecideRemovalHandler decide,
    ProposeRestorationHandler restore, WorkingCalendarReader calendar, CurrentAccess access, FileLimits limits)
    : AuthorityRemovalPage(query, papers, add, limits)
{
    /// <inheritdoc/>
    public override string Path => $"/city/list/removals/{Id}";

    /// <summary>Last day of the unit's answer; the usual number of working days when empty.</summary>
    [BindProperty]
    [Display(Name = "陈述意见的最后一天")]
    public DateOnly? LastDay { get; set; }

    /// <summary>Why it is decided so, or why a removal is taken back.</summary>
    [BindProperty]
    [Display(Name = "理由")]
    public string? Reason { get; set; }

    /// <summary>What the unit says on paper.</summary>
    [BindProperty]
    [Display(Name = "单位的意见")]
    public string? Answer { get; set; }

    /// <summary>The day when none is given.</summary>
    public Task<CountedDay> UsualAsync() => calendar.AfterTodayAsync(OpenHearingHandler.UsualDays, HttpContext.RequestAborted);

    /// <summary>Tells the unit.</summary>
    public async Task<IActionResult> OnPostTellAsync(CancellationToken cancellation) =>
        await TellAsync(await hear.HandleAsync(new OpenHearing(Key, LastDay), cancellation), "已告知单位依据、事实和陈述意见的期限。", cancellation);

    /// <summary>Records an answer on paper.</summary>
    public async Task<IActionResult> OnPostRecordAsync(CancellationToken cancellation)
    {
        await using var content = Paper?.OpenReadStream();
        return await TellAsync(await record.HandleAsync(new AnswerRemoval(Key, Answer, content, Paper?.FileName), cancellation), "书面意见已登记。", cancellation);
    }

    /// <summary>Approves.</summary>
    public async Task<IActionResult> OnPostApproveAsync(CancellationToken cancellation) =>
        await TellAsync(await decide.HandleAsync(new DecideRemoval(Key, true, Reason), cancellation), "已同意，公告后生效。", cancellation);

    /// <summary>Declines.</summary>
    public async Task<IActionResult> OnPostDeclineAsync(CancellationToken cancellation) =>
        await TellAsync(await decide.HandleAsync(new DecideRemoval(Key, false, Reason), cancellation), "已记录不同意的决定。", cancellation);

    /// <summary>Proposes to take the removal back.</summary>
    public async Task<IActionResult> OnPostRestoreAsync(CancellationToken cancellation)
    {
        var outcome = await restore.HandleAsync(new ProposeRestoration(Key, Reason), cancellation);
        if (outcome.Succeeded)
        {
            Done = "恢复建议已记录，由另一位市级负责人决定。";
            return LocalRedirect($"/city/list/removals/{outcome.Value.Value}");
        }

        return await TellAsync(outcome.ToResult(), "", cancellation);
    }

    /// <summary>Whether an answer on paper may be recorded.</summary>
    public bool MayRecord => Removal.Line.Proposal is { Kind: ProposalKind.Removal, State: ProposalState.Heard, AnsweredAt: null };

    /// <summary>Whether the person is the lead, did not propose it, and it waits for a decision.</summary>
    public bool MayDecide => Removal.Line.Proposal is { DecidedAt: null } proposal && proposal.ProposedBy != access.Scope.User && access.Scope.AtThisDesk.Any(membership => membership.Role is Role.CityLead);

    /// <summary>Whether the removal can be taken back.</summary>
    public bool MayRestore => Removal.Line is { Proposal: { Kind: ProposalKind.Removal, State: ProposalState.Announced }, UnitState: GreenUnitState.Removed };
}
