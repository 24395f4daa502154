using System.ComponentModel.DataAnnotations;
using System.Text;
using GreenFactory.Application.Access;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Scoring.RuleSets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Admin.Rules;

internal sealed class VersionModel(
    RuleSetVersionQuery query,
    DraftRuleSetHandler draft,
    CheckRuleSetHandler check,
    SaveGoldenCasesHandler golden,
    PublishRuleSetHandler publish,
    RetireRuleSetHandler retire,
    EndorseRuleSetHandler endorse,
    DiscardDraftHandler discard,
    ExportRuleSetHandler export,
    CurrentAccess access) : PageModel
{
    /// <summary>Findings shown at most; the rest is counted.</summary>
    public const int MostFindings = 100;

    /// <summary>Largest file of golden cases.</summary>
    public const long LargestFile = 2_000_000;

    [BindProperty(SupportsGet = true)]
    [Display(Name = "编号")]
    public Guid Id { get; set; }

    [BindProperty]
    [Display(Name = "版本号")]
    public string? Version { get; set; }

    [BindProperty]
    [Display(Name = "理由")]
    public string? Reason { get; set; }

    [BindProperty]
    [Display(Name = "算例文件")]
    public IFormFile? Cases { get; set; }

    [TempData]
    public string? Done { get; set; }

    public RuleSetVersionPage Found { get; private set; } = null!;

    public RuleSetVersion Row => Found.Row;

    public RuleSet Set { get; private set; } = null!;

    public RuleSetCheck Check { get; private set; } = null!;

    public bool MayWrite => access.Scope.Desk is Desk.Admin;

    public bool IsAuthor => access.Scope.User is { } person && Row.IsAuthor(person);

    /// <summary>Seal over what this page shows; the decision names it.</summary>
    public string Seal => RuleSetDocuments.SealOf(Row);

    public bool MayEndorse => MayWrite && Row is { State: RuleSetState.Published, NeedsEndorsement: true } && Found.Endorsements.All(word => word.EndorsedBy != access.Scope.User);

    private RuleSetVersionId Key => new(Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ReadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnGetJsonAsync(CancellationToken cancellation) =>
        await query.FindAsync(Key, cancellation) is { } row
            ? File(Encoding.UTF8.GetBytes(row.Document), "application/json; charset=utf-8", $"{row.RuleSetId}-{row.Version}.json")
            : NotFound();

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellation)
    {
        if (await query.FindAsync(Key, cancellation) is not { } row)
        {
            return NotFound();
        }

        var workbook = await export.HandleAsync(Key, cancellation);
        return workbook.Succeeded
            ? File(workbook.Value, FileKinds.MediaType(FileKind.Xlsx), $"{row.RuleSetId}-{row.Version}.xlsx")
            : await RefuseAsync(workbook.Errors, cancellation);
    }

    public async Task<IActionResult> OnGetCasesAsync(CancellationToken cancellation) =>
        await query.FindAsync(Key, cancellation) is { } row
            ? File(Encoding.UTF8.GetBytes(row.GoldenCases), "application/json; charset=utf-8", $"{row.RuleSetId}-{row.Version}-cases.json")
            : NotFound();

    public async Task<IActionResult> OnPostDraftAsync(CancellationToken cancellation)
    {
        var outcome = await draft.HandleAsync(new DraftRuleSet(Key, Version), cancellation);
        if (!outcome.Succeeded)
        {
            return await RefuseAsync(outcome.Errors, cancellation);
        }

        Done = "草稿已建立。修改参数和权重后运行检查，再由另一人发布。";
        return RedirectToPage("/Admin/Rules/Version", new { id = outcome.Value.Value });
    }

    public Task<IActionResult> OnPostCheckAsync(CancellationToken cancellation) =>
        FinishAsync(check.HandleAsync(Key, cancellation), "检查通过，用例全部符合。请另一位管理员核对后发布。", cancellation);

    public Task<IActionResult> OnPostAcceptAsync(int position, string? seal, CancellationToken cancellation) =>
        FinishAsync(golden.HandleAsync(new AcceptGoldenCase(Key, position, seal, Reason), cancellation), "已把算出的结果写为该用例的预期。", cancellation);

    public async Task<IActionResult> OnPostCasesAsync(CancellationToken cancellation)
    {
        if (Cases is null or { Length: 0 } or { Length: > LargestFile })
        {
            return await RefuseAsync([new Error("golden.file", "请选择用例文件（JSON，不超过 2 MB）。", nameof(Cases))], cancellation);
        }

        using var reader = new StreamReader(Cases.OpenReadStream(), Encoding.UTF8);
        var text = await reader.ReadToEndAsync(cancellation);
        return await FinishAsync(golden.HandleAsync(new ReplaceGoldenCases(Key, text), cancellation), "用例已替换。", cancellation);
    }

    public Task<IActionResult> OnPostPublishAsync(string? seal, CancellationToken cancellation) =>
        FinishAsync(publish.HandleAsync(new PublishRuleSet(Key, seal), cancellation), "已发布，可以在批次中选用。已锁定旧版本的批次不受影响。", cancellation);

    public Task<IActionResult> OnPostRetireAsync(CancellationToken cancellation) =>
        FinishAsync(retire.HandleAsync(new RetireRuleSet(Key, Reason), cancellation), "已停用，新批次不能再选用；已选用的批次不受影响。", cancellation);

    public Task<IActionResult> OnPostEndorseAsync(CancellationToken cancellation) =>
        FinishAsync(endorse.HandleAsync(new EndorseRuleSet(Key, Reason), cancellation), "您的确认已记录。", cancellation);

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancellation)
    {
        var outcome = await discard.HandleAsync(Key, cancellation);
        if (!outcome.Succeeded)
        {
            return await RefuseAsync(outcome.Errors, cancellation);
        }

        TempData["Done"] = "草稿已删除。";
        return RedirectToPage("/Admin/Rules/Index");
    }

    private async Task<IActionResult> FinishAsync(Task<Result> work, string done, CancellationToken cancellation)
    {
        var outcome = await work;
        if (!outcome.Succeeded)
        {
            return await RefuseAsync(outcome.Errors, cancellation);
        }

        Done = done;
        return RedirectToPage("/Admin/Rules/Version", new { id = Id });
    }

    private async Task<IActionResult> RefuseAsync(IReadOnlyList<Error> errors, CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return NotFound();
        }

        ModelState.Clear();
        foreach (var error in errors)
        {
            ModelState.AddModelError(error.Field ?? "", error.Message);
        }

        return Page();
    }

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        if (await query.ReadAsync(Key, cancellation) is not { } found)
        {
            return false;
        }

        Found = found;
        Set = RuleSetDocuments.SetOf(found.Row);
        Check = RuleSetDocuments.Check(Set, found.Row.GoldenCases);
        return true;
    }
}
