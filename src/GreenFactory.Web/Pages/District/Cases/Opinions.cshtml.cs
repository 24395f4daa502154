using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Departments;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.District.Cases;

/// <summary>The five departments' opinions on one case.</summary>
public sealed class OpinionsModel(WorkbenchQuery workbench, AskDepartmentsHandler ask, RecordOverdueHandler overdue, ReviewFileReader files, OpinionHistoryQuery history, WorkingCalendarReader calendars, FilingWindowReader windows, TimeProvider clock) : DeskPage
{
    /// <summary>The case.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "编号")]
    public Guid Id { get; set; }

    /// <summary>Last day for the answer; five working days when empty.</summary>
    [BindProperty]
    [Display(Name = "反馈期限")]
    public DateOnly? LastDay { get; set; }

    /// <summary>The case with everything known.</summary>
    public Workbench Bench { get; private set; } = null!;

    /// <summary>The last day when none is given, with what is not known about it.</summary>
    public CountedDay Usual { get; private set; } = null!;

    /// <summary>Until when the district may report, grace included; no answer can be asked for later.</summary>
    public DateTimeOffset ReportBy { get; private set; }

    /// <summary>Everything that was said, by question.</summary>
    public ILookup<DepartmentOpinionId, OpinionVersion> Versions { get; private set; } = null!;

    /// <summary>Whether the departments can be asked.</summary>
    public bool CanAsk => Bench.Declaration.State is CaseState.DistrictReview && Bench.Opinions.Count < DepartmentOpinion.Departments;

    /// <summary>Whether silence of this department can be recorded now.</summary>
    public bool IsOverdue(OpinionRow row) => row.State is OpinionState.Asked && clock.GetUtcNow() >= row.DueAt;

    /// <summary>Shows the opinions.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ReadAsync(cancellation) ? Page() : NotFound();

    /// <summary>Asks all five.</summary>
    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancellation)
    {
        var asked = await ask.HandleAsync(new AskDepartments(new DeclarationId(Id), LastDay), cancellation);
        if (asked.Succeeded)
        {
            return After(asked, "已向五个部门发出征求意见。", $"/district/cases/{Id}/opinions");
        }

        Show(asked.Errors);
        return await ReadAsync(cancellation) ? Page() : NotFound();
    }

    /// <summary>Records that one did not answer in time.</summary>
    public async Task<IActionResult> OnPostOverdueAsync(Guid opinion, CancellationToken cancellation) =>
        After(await overdue.HandleAsync(new DepartmentOpinionId(opinion), cancellation), "已登记逾期未反馈（不视为同意）。", $"/district/cases/{Id}/opinions");

    /// <summary>An attachment, inline.</summary>
    public async Task<IActionResult> OnGetAttachmentAsync(Guid opinion, CancellationToken cancellation) =>
        Inline(await files.AttachmentAsync(new DepartmentOpinionId(opinion), cancellation));

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        Bench = (await workbench.ReadAsync(new DeclarationId(Id), cancellation))!;
        if (Bench is null)
        {
            return false;
        }

        ReportBy = await windows.EndAsync(Bench.Declaration, cancellation);
        Usual = await calendars.AfterTodayAsync(AskDepartmentsHandler.UsualWorkingDays, ChinaTime.LastDayBefore(ReportBy), cancellation);
        Versions = await history.ReadAsync(new DeclarationId(Id), cancellation);
        return true;
    }
}
