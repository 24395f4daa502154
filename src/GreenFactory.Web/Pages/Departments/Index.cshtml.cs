using System.ComponentModel.DataAnnotations;
using System.Globalization;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Departments;
using GreenFactory.Domain.Reviews;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.Departments;

/// <summary>A row of the dry run, to be confirmed.</summary>
public sealed class ConfirmedRow
{
    /// <summary>The question.</summary>
    [Display(Name = "编号")]
    public Guid Id { get; set; }

    /// <summary>The case, for the report.</summary>
    [Display(Name = "案件编号")]
    public string CaseNumber { get; set; } = "";

    /// <summary>The opinion.</summary>
    [Display(Name = "意见")]
    public OpinionKind Kind { get; set; }

    /// <summary>In words.</summary>
    [Display(Name = "具体情形")]
    public string? Text { get; set; }
}

/// <summary>What the department was asked, and the workbook by which it answers many at once.</summary>
public sealed class IndexModel(CampaignChoiceReader campaigns, DepartmentDeskQuery desk, OpinionSheetHandler sheets) : DeskPage
{
    /// <summary>Year of the campaign shown; null for the usual one.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "年度")]
    public int? Year { get; set; }

    /// <summary>What needs no answer any more, instead of what waits.</summary>
    [BindProperty(SupportsGet = true, Name = "Closed")]
    [Display(Name = "已办")]
    public bool IsDone { get; set; }

    /// <summary>The beginning of an industry code.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "行业")]
    public string? Industry { get; set; }

    /// <summary>Part of name or case number.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "查找内容")]
    public string? Q { get; set; }

    /// <summary>Row after which the page begins.</summary>
    [BindProperty(SupportsGet = true, Name = "After")]
    [Display(Name = "翻页位置")]
    public string? AfterRow { get; set; }

    /// <summary>Row before which the page ends.</summary>
    [BindProperty(SupportsGet = true, Name = "Before")]
    [Display(Name = "翻页位置")]
    public string? BeforeRow { get; set; }

    /// <summary>The campaign shown and what waits in the others.</summary>
    public CampaignChoice Choice { get; private set; } = null!;

    /// <summary>The filled-in workbook.</summary>
    [BindProperty]
    [Display(Name = "填写好的 Excel 文件")]
    public IFormFile? Sheet { get; set; }

    /// <summary>Rows of the dry run.</summary>
    [BindProperty]
    public List<ConfirmedRow> Rows { get; set; } = [];

    /// <summary>The questions.</summary>
    public DepartmentDesk Shown { get; private set; } = DepartmentDesk.Empty;

    /// <summary>What the upload would do.</summary>
    public OpinionSheetDryRun? DryRun { get; private set; }

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Choice = await campaigns.ReadAsync(Year, cancellation);
        var filter = new DepartmentFilter(IsDone, Industry, Q, Read(BeforeRow, backwards: true) ?? Read(AfterRow, backwards: false));
        Shown = Choice.Chosen is { } campaign ? await desk.ReadAsync(campaign.Id, filter, cancellation) : DepartmentDesk.Empty;
    }

    /// <summary>The address of what waits or of what is done, of an industry, from a place on.</summary>
    public string PathOf(bool done, string? industry, OpinionPlace? place = null)
    {
        var text = place is null ? null : string.Create(CultureInfo.InvariantCulture, $"{place.DueAt.UtcTicks} {place.CaseNumber}");
        return Url.Page("/Departments/Index", new { Year, Closed = done, Industry = industry, Q, After = place is { Backwards: false } ? text : null, Before = place is { Backwards: true } ? text : null }) ?? "/departments";
    }

    private static OpinionPlace? Read(string? text, bool backwards) =>
        (text ?? "").Split(' ', 2) is [var ticks, var number] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var moment) && moment <= DateTimeOffset.MaxValue.UtcTicks
            ? new OpinionPlace(new DateTimeOffset(moment, TimeSpan.Zero), number, backwards)
            : null;

    /// <summary>The open questions of the campaign as a workbook.</summary>
    public async Task<IActionResult> OnGetSheetAsync(CancellationToken cancellation) =>
        await campaigns.FindAsync(Year, cancellation) is { } campaign
            ? File(await sheets.DownloadAsync(campaign.Id, cancellation), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"部门意见-{campaign.Year}年度.xlsx")
            : NotFound();

    /// <summary>Reads the workbook without storing anything.</summary>
    public async Task<IActionResult> OnPostTryAsync(CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        if (Sheet is null)
        {
            ModelState.AddModelError("Sheet", "请选择填写好的 Excel 文件。");
            return Page();
        }

        using var content = new MemoryStream();
        await Sheet.CopyToAsync(content, cancellation);
        content.Position = 0;
        var outcome = await sheets.TryAsync(content, Sheet.FileName, cancellation);
        if (!outcome.Succeeded)
        {
            Show(outcome.Errors);
            return Page();
        }

        DryRun = outcome.Value;
        return Page();
    }

    /// <summary>Stores what the dry run showed.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellation)
    {
        var outcomes = await sheets.ConfirmAsync([.. Rows.Select(row => (new DepartmentOpinionId(row.Id), row.CaseNumber, row.Kind, row.Text ?? ""))], cancellation);
        Done = outcomes.Any(row => row.Outcome.Succeeded) ? $"已提交 {outcomes.Count(row => row.Outcome.Succeeded)} 项意见。" : null;
        var refused = outcomes.Where(row => !row.Outcome.Succeeded).ToList();
        Refused = refused.Count > 0 ? string.Join(" ", refused.Select(row => $"{row.CaseNumber}：{row.Outcome.Error.Message}")) : null;
        return LocalRedirect(Year is { } year ? $"/departments?year={year}" : "/departments");
    }
}
