using System.ComponentModel.DataAnnotations;
using System.Globalization;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Web.Pages.Development;

internal sealed class ClockModel(PortalDbContext db, PortalClock clock, DeploymentOptions deployment) : PageModel
{
    private static readonly string[] Formats = ["yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"];
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    [BindProperty]
    [Display(Name = "时间")]
    public string? At { get; set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public IReadOnlyList<(string Label, DateTimeOffset Moment)> Moments { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!deployment.IsDemonstration)
        {
            return NotFound();
        }

        await LoadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!deployment.IsDemonstration)
        {
            return NotFound();
        }

        if (!DateTime.TryParseExact((At ?? "").Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || local.Year is < 2020 or > 2040)
        {
            ModelState.AddModelError(nameof(At), "请按 2026-07-24 23:59 的格式填写2020至2040年之间的时间。");
            await LoadAsync(cancellation);
            return Page();
        }

        await MoveAsync(new DateTimeOffset(local, Beijing), cancellation);
        TempData["Done"] = $"时钟已拨到 {ChinaTime.Exact(Now)}，继续走时。";
        return RedirectToPage();
    }

    private async Task MoveAsync(DateTimeOffset moment, CancellationToken cancellation)
    {
        var setting = await db.ClockSettings.SingleOrDefaultAsync(cancellation);
        if (setting is null)
        {
            setting = new ClockSetting();
            db.Add(setting);
        }

        setting.OffsetSeconds = (long)(moment - TimeProvider.System.GetUtcNow()).TotalSeconds;
        await db.SaveChangesAsync(cancellation);
        clock.Offset = TimeSpan.FromSeconds(setting.OffsetSeconds);
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var campaigns = await db.Campaigns.OrderBy(row => row.Year).ToListAsync(cancellation);
        Moments =
        [
            ("填报期间", ChinaTime.At(2026, 7, 6, 9)),
            .. campaigns.SelectMany(row => new[] { ($"{row.Year} 年度区县截止前一分钟", row.DistrictDeadline.AddMinutes(-1)), ($"{row.Year} 年度区县截止之后", row.DistrictDeadline.AddMinutes(1)) }),
            ("市级评审", ChinaTime.At(2026, 8, 1, 9)),
            ("公示期满", ChinaTime.At(2026, 8, 20, 9)),
        ];
    }
}
