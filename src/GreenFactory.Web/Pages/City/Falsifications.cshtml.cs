using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Honours;
using GreenFactory.Application.Ports;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using GreenFactory.Web.Pages.District;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.City;

/// <summary>Proven falsifications (弄虚作假): recorded with their proof, confirmed by another person, and then a bar for three years.</summary>
public sealed class FalsificationsModel(FalsificationListQuery query, RecordFalsificationHandler record, DecideFalsificationHandler decide, FileLimits limits) : DeskPage
{
    /// <summary>How many findings the page passes over.</summary>
    [BindProperty(SupportsGet = true, Name = "After")]
    [Display(Name = "翻页位置")]
    public int Passed { get; set; }

    /// <summary>Number of the case.</summary>
    [BindProperty]
    [Display(Name = "案件编号")]
    public string? CaseNumber { get; set; }

    /// <summary>The facts.</summary>
    [BindProperty]
    [Display(Name = "事实")]
    public string? Facts { get; set; }

    /// <summary>The proof.</summary>
    [BindProperty]
    [Display(Name = "证明材料")]
    public IFormFile? Paper { get; set; }

    /// <summary>Why a finding is decided so.</summary>
    [BindProperty]
    [Display(Name = "理由")]
    public string? Reason { get; set; }

    /// <summary>The finding whose decision was refused; null for none.</summary>
    public Guid? Decided { get; private set; }

    /// <summary>The findings, and one more where there is a next page.</summary>
    public IReadOnlyList<FalsificationLine> Lines { get; private set; } = [];

    /// <summary>The largest file that is taken, in bytes.</summary>
    public long MaxBytes => limits.MaxBytes;

    /// <summary>Shows.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) => Lines = await query.ListAsync(Passed, cancellation);

    /// <summary>The proof of a finding, inline.</summary>
    public async Task<IActionResult> OnGetPaperAsync(Guid finding, CancellationToken cancellation) => Inline(await query.OpenAsync(new FalsificationFindingId(finding), cancellation));

    /// <summary>Records.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await using var content = Paper?.OpenReadStream();
        return await TellAsync(await record.HandleAsync(new RecordFalsification(CaseNumber, Facts, content, Paper?.FileName), cancellation), "已登记，由另一位市级负责人确认。", cancellation);
    }

    /// <summary>Confirms or dismisses.</summary>
    public async Task<IActionResult> OnPostDecideAsync(Guid finding, bool confirm, CancellationToken cancellation)
    {
        Decided = finding;
        return await TellAsync(
            await decide.HandleAsync(new DecideFalsification(new FalsificationFindingId(finding), confirm, Reason), cancellation), confirm ? "已确认，三年内不予采信其评价结果。" : "已记录不成立的决定。", cancellation);
    }

    private async Task<IActionResult> TellAsync(Result outcome, string done, CancellationToken cancellation)
    {
        if (outcome.Succeeded)
        {
            Done = done;
            return LocalRedirect("/city/list/falsifications");
        }

        Show(outcome.Errors);
        await OnGetAsync(cancellation);
        return Page();
    }
}
