using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.District.Cases;

/// <summary>One line of the checklist as the form holds it.</summary>
public sealed class VisitLine
{
    /// <summary>What was found.</summary>
    [Display(Name = "核实结果")]
    public VisitResult Result { get; set; }

    /// <summary>In words.</summary>
    [Display(Name = "说明")]
    public string? Remark { get; set; }
}

/// <summary>Plans and records the on-site verification of a case; works on a telephone.</summary>
public sealed class VisitModel(SiteVisitReader visits, PlanVisitHandler plan, RecordVisitHandler record, AddVisitPhotoHandler photos, ReviewFileReader files) : DeskPage
{
    /// <summary>The case.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "编号")]
    public Guid Id { get; set; }

    /// <summary>The day.</summary>
    [BindProperty]
    [Display(Name = "日期")]
    public DateOnly? On { get; set; }

    /// <summary>上午 or 下午.</summary>
    [BindProperty]
    [Display(Name = "时段")]
    public string? PartOfDay { get; set; }

    /// <summary>The officers.</summary>
    [BindProperty]
    [Display(Name = "核实人")]
    public string? Officers { get; set; }

    /// <summary>The checklist.</summary>
    [BindProperty]
    public List<VisitLine> Items { get; set; } = [];

    /// <summary>Who of the unit was present.</summary>
    [BindProperty]
    [Display(Name = "企业在场人员")]
    public string? Present { get; set; }

    /// <summary>The conclusion.</summary>
    [BindProperty]
    [Display(Name = "核实结论")]
    public string? Conclusion { get; set; }

    /// <summary>Revision of plan and record that the form was opened over.</summary>
    [BindProperty]
    [Display(Name = "打开页面时的版本")]
    public int Seen { get; set; }

    /// <summary>A photograph.</summary>
    [BindProperty]
    [Display(Name = "照片")]
    public IFormFile? Photo { get; set; }

    /// <summary>The visit with its case.</summary>
    public SiteVisitView View { get; private set; } = null!;

    /// <summary>Whether somebody saved plan or record after this form was opened: what is saved then stands beside what is typed.</summary>
    public bool Changed { get; private set; }

    /// <summary>Whether anything can be written.</summary>
    public bool IsOpen => View.Declaration.State is CaseState.DistrictReview && View.Visit?.CompletedAt is null;

    private string Path => $"/district/cases/{Id}/visit";

    /// <summary>Shows plan and record.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return NotFound();
        }

        (On, PartOfDay, Officers) = (View.Visit?.PlannedOn, View.Visit?.PartOfDay, View.Visit is null ? null : string.Join("、", View.Visit.Officers));
        (Present, Conclusion) = (View.Visit?.Present, View.Visit?.Conclusion);
        Seen = View.Visit?.Revision ?? 0;
        Items = [.. View.Items.Select(item => new VisitLine { Result = item.Result, Remark = item.Remark })];
        return Page();
    }

    /// <summary>Plans.</summary>
    public async Task<IActionResult> OnPostPlanAsync(CancellationToken cancellation)
    {
        var outcome = await plan.HandleAsync(new PlanVisit(new DeclarationId(Id), On, PartOfDay, Officers, Seen), cancellation);
        return outcome.Succeeded ? After(outcome, "已安排现场核实，并已告知企业。", Path) : await AgainAsync(outcome.Errors, cancellation);
    }

    /// <summary>Keeps what was found so far.</summary>
    public Task<IActionResult> OnPostSaveAsync(CancellationToken cancellation) => RecordAsync(complete: false, cancellation);

    /// <summary>Completes and locks the record.</summary>
    public Task<IActionResult> OnPostCompleteAsync(CancellationToken cancellation) => RecordAsync(complete: true, cancellation);

    /// <summary>Adds a photograph.</summary>
    public async Task<IActionResult> OnPostPhotoAsync(CancellationToken cancellation)
    {
        if (Photo is null)
        {
            return await AgainAsync([new Error("photo.none", "请选择一张照片（JPG 或 PNG）。", "Photo")], cancellation);
        }

        await using var content = Photo.OpenReadStream();
        var outcome = await photos.HandleAsync(new DeclarationId(Id), content, Photo.FileName, cancellation);
        return outcome.Succeeded ? After(outcome, "照片已上传。", Path) : await AgainAsync(outcome.Errors, cancellation);
    }

    /// <summary>A photograph, inline.</summary>
    public async Task<IActionResult> OnGetPhotoAsync(Guid photo, CancellationToken cancellation) =>
        Inline(await files.PhotoAsync(new DeclarationId(Id), new SiteVisitPhotoId(photo), cancellation));

    private async Task<IActionResult> RecordAsync(bool complete, CancellationToken cancellation)
    {
        var found = Items.Select((line, index) => new FoundItem(index + 1, line.Result, line.Remark)).ToList();
        var outcome = await record.HandleAsync(new RecordVisit(new DeclarationId(Id), found, Present, Conclusion, complete, Seen), cancellation);
        if (!outcome.Succeeded || outcome.Value.Lacking.Count > 0)
        {
            return await AgainAsync(outcome.Succeeded ? outcome.Value.Lacking : outcome.Errors, cancellation);
        }

        return After(Result.Success, complete ? "现场核实已完成，记录已锁定。" : "核实记录已保存。", Path);
    }

    private async Task<IActionResult> AgainAsync(IReadOnlyList<Error> errors, CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return NotFound();
        }

        Show(errors);
        Changed = Seen != (View.Visit?.Revision ?? 0);
        Seen = View.Visit?.Revision ?? 0;
        ModelState.Remove(nameof(Seen));
        return Page();
    }

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        View = (await visits.ReadAsync(new DeclarationId(Id), cancellation))!;
        return View is not null;
    }
}
