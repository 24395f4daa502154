using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Departments;
using GreenFactory.Domain.Reviews;
using GreenFactory.Web.Pages.District;
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
public sealed class IndexModel(CampaignChoiceReader campaigns, OpinionListQuery list, OpinionSheetHandler sheets) : DeskPage
{
    /// <summary>Year of the campaign shown; null for the usual one.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "年度")]
    public int? Year { get; set; }

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
    public IReadOnlyList<OpinionRow> Opinions { get; private set; } = [];

    /// <summary>What the upload would do.</summary>
    public OpinionSheetDryRun? DryRun { get; private set; }

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Choice = await campaigns.ReadAsync(Year, cancellation);
        Opinions = Choice.Chosen is { } campaign ? await list.OfCampaignAsync(campaign.Id, cancellation) : [];
    }

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
