using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Access;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Application.RuleLibrary.Values;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.Admin.Values;

/// <summary>The values of one standard: compared with a page of its text by one administrator, confirmed by another.</summary>
public sealed class StandardModel(
    ComparedValuesQuery values, CompareValuesHandler compare, ConfirmValuesHandler confirm, WithdrawValuesHandler withdraw, CurrentAccess access, FileLimits limits) : DeskPage
{
    /// <summary>The version.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "规则集")]
    public Guid Id { get; set; }

    /// <summary>The standard.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "标准")]
    public string? Name { get; set; }

    /// <summary>Fingerprints of the rows that were compared.</summary>
    [BindProperty]
    [Display(Name = "数值")]
    public string[]? Rows { get; set; }

    /// <summary>Clause or table in the text.</summary>
    [BindProperty]
    [Display(Name = "条款或表号")]
    public string? Clause { get; set; }

    /// <summary>Page in the text.</summary>
    [BindProperty]
    [Display(Name = "页码")]
    public string? Leaf { get; set; }

    /// <summary>The page as a picture or scan.</summary>
    [BindProperty]
    [Display(Name = "原文该页")]
    public IFormFile? Scan { get; set; }

    /// <summary>Why a comparison is withdrawn.</summary>
    [BindProperty]
    [Display(Name = "理由")]
    public string? Reason { get; set; }

    /// <summary>The standard with its rows.</summary>
    public StandardPage Found { get; private set; } = null!;

    /// <summary>The largest file that is taken, in bytes.</summary>
    public long MaxBytes => limits.MaxBytes;

    /// <summary>Whether this person writes, or only reads.</summary>
    public bool MayWrite => access.Scope.Desk is Desk.Admin;

    /// <summary>Who is at work.</summary>
    public UserId Person => access.Scope.RequiredUser;

    private RuleSetVersionId Version => new(Id);

    /// <summary>Shows.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await values.StandardAsync(Version, Name ?? "", cancellation) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        Clause ??= found.Lines.Select(line => line.Clause).Distinct().Count() == 1 ? found.Lines[0].Clause : null;
        return Page();
    }

    /// <summary>The scan of a comparison, inline.</summary>
    public async Task<IActionResult> OnGetScanAsync(Guid comparison, CancellationToken cancellation) => Inline(await values.ScanAsync(new ValueConfirmationId(comparison), cancellation));

    /// <summary>Records a first comparison.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!MayWrite)
        {
            return NotFound();
        }

        await using var content = Scan?.OpenReadStream();
        var outcome = await compare.HandleAsync(new CompareValues(Version, Name ?? "", Rows ?? [], Clause, Leaf, content, Scan?.FileName), cancellation);
        return await TellAsync(outcome, $"已记录 {Rows?.Length ?? 0} 行的核对，由另一名管理员复核后生效。", cancellation);
    }

    /// <summary>Confirms a comparison as the second person.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(Guid comparison, CancellationToken cancellation) => MayWrite
        ? await TellAsync(await confirm.HandleAsync(new ConfirmValues(new ValueConfirmationId(comparison)), cancellation), "已复核，这些数值从现在起可以作为判定依据。", cancellation)
        : NotFound();

    /// <summary>Withdraws a comparison.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(Guid comparison, CancellationToken cancellation) => MayWrite
        ? await TellAsync(await withdraw.HandleAsync(new WithdrawValues(new ValueConfirmationId(comparison), Reason), cancellation), "已撤回，这些数值恢复为未核对。", cancellation)
        : NotFound();

    /// <summary>The address of this page.</summary>
    public string Here => $"/admin/values/standard/{Id}?name={Uri.EscapeDataString(Name ?? "")}";

    private async Task<IActionResult> TellAsync(Result outcome, string done, CancellationToken cancellation)
    {
        if (outcome.Succeeded)
        {
            Done = done;
            return LocalRedirect(Here);
        }

        Show(outcome.Errors.Select(error => error.Field == nameof(CompareValues.Page) ? error.At(nameof(Leaf)) : error));
        return await OnGetAsync(cancellation);
    }
}
