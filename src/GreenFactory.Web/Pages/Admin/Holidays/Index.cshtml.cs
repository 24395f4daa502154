using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Access;
using GreenFactory.Application.Administration;
using GreenFactory.Application.Clock;
using GreenFactory.Domain.Municipalities;
using GreenFactory.Domain.Users;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Admin.Holidays;

internal sealed class HolidaysModel(HolidaysQuery query, LoadHolidaysHandler load, CurrentAccess access, TimeProvider clock) : PageModel
{
    /// <summary>The year shown.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "年度")]
    public int? Year { get; set; }

    [BindProperty]
    [Display(Name = "文件")]
    public IFormFile? Upload { get; set; }

    /// <summary>Years that are loaded.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>The days of the year shown.</summary>
    public IReadOnlyList<CalendarDay> Days { get; private set; } = [];

    /// <summary>Whether this person loads, or only reads.</summary>
    public bool MayLoad => access.Scope.Desk is Desk.Admin;

    public async Task<PageResult> OnGetAsync(CancellationToken cancellation)
    {
        Years = await query.YearsAsync(cancellation);
        Year ??= ChinaTime.DayOf(clock.GetUtcNow()).Year;
        Days = await query.DaysAsync(Year.Value, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!MayLoad)
        {
            return NotFound();
        }

        if (Upload is null)
        {
            ModelState.AddModelError(nameof(Upload), "请选择放假安排的文件（Excel 工作簿或 UTF-8 的 CSV）。");
            return await OnGetAsync(cancellation);
        }

        using var content = new MemoryStream();
        await Upload.CopyToAsync(content, cancellation);
        content.Position = 0;
        var outcome = await load.HandleAsync(new LoadHolidays(content, Upload.FileName), cancellation);
        if (!outcome.Succeeded)
        {
            ModelState.AddErrors(outcome.Errors);
            return await OnGetAsync(cancellation);
        }

        TempData["Done"] = $"已载入{string.Join("、", outcome.Value)}年的放假安排。";
        return RedirectToPage(new { Year = outcome.Value[^1] });
    }
}
