using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Access;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Users;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Admin.Rules;

internal sealed class ImportModel(ImportRuleSetHandler import, CurrentAccess access) : PageModel
{
    /// <summary>Changes shown at most.</summary>
    public const int MostChanges = 50;

    [BindProperty]
    [Display(Name = "文件")]
    public IFormFile? Upload { get; set; }

    /// <summary>The document between dry run and keeping.</summary>
    [BindProperty]
    [Display(Name = "规则集文件")]
    public string? Document { get; set; }

    /// <summary>The golden cases between dry run and keeping.</summary>
    [BindProperty]
    [Display(Name = "算例")]
    public string? GoldenCases { get; set; }

    /// <summary>Name of the uploaded file.</summary>
    public string FileName { get; private set; } = "";

    public RuleSetImportReport? Report { get; private set; }

    public IActionResult OnGet() => access.Scope.Desk is Desk.Admin ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Upload is null or { Length: 0 } or { Length: > ImportRuleSetHandler.LargestFile })
        {
            ModelState.AddModelError(nameof(Upload), "请选择规则集文件（Excel 工作簿或 JSON，不超过 10 MB）。");
            return Page();
        }

        using var content = new MemoryStream();
        await Upload.CopyToAsync(content, cancellation);
        FileName = Path.GetFileName(Upload.FileName);
        Report = await import.DryRunAsync(content.ToArray(), FileName, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancellation)
    {
        var kept = await import.KeepAsync(Document ?? "", GoldenCases, cancellation);
        if (kept.Succeeded)
        {
            TempData["Done"] = "已存为草稿。请运行检查，再由另一人发布。";
            return RedirectToPage("/Admin/Rules/Version", new { id = kept.Value.Value });
        }

        ModelState.Clear();
        foreach (var error in kept.Errors)
        {
            ModelState.AddModelError("", error.Message);
        }

        Report = await import.DryRunAsync(Document ?? "", GoldenCases, cancellation);
        return Page();
    }
}
