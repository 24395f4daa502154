using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Departments;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Reviews;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace GreenFactory.Web.Pages.Departments;

/// <summary>The department's opinion on one case.</summary>
public sealed class OpinionModel(OpinionListQuery list, OpinionHistoryQuery history, GiveOpinionHandler give) : DeskPage
{
    /// <summary>The question.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "编号")]
    public Guid Id { get; set; }

    /// <summary>The opinion.</summary>
    [BindProperty]
    [Display(Name = "意见")]
    public OpinionKind? Kind { get; set; }

    /// <summary>In words.</summary>
    [BindProperty]
    [Display(Name = "具体情形")]
    public string? Text { get; set; }

    /// <summary>Why the earlier opinion is corrected.</summary>
    [BindProperty]
    [Display(Name = "更正理由")]
    public string? CorrectionReason { get; set; }

    /// <summary>The version this form was opened over; 0 where nothing was said yet.</summary>
    [BindProperty]
    [Display(Name = "打开页面时的版本")]
    public int Seen { get; set; }

    /// <summary>A document.</summary>
    [BindProperty]
    [Display(Name = "附件")]
    public IFormFile? Attachment { get; set; }

    /// <summary>The question with its case.</summary>
    public OpinionRow Row { get; private set; } = null!;

    /// <summary>Everything the department said so far, the first version first.</summary>
    public IReadOnlyList<OpinionVersion> Versions { get; private set; } = [];

    /// <summary>What stands, where somebody else of the department said it after this form was opened; null otherwise.</summary>
    public OpinionVersion? Meanwhile { get; private set; }

    /// <summary>The opinions that can be given.</summary>
    public IReadOnlyList<SelectListItem> Kinds { get; } = [.. Enum.GetValues<OpinionKind>().Select(kind => new SelectListItem(ReviewWords.Of(kind), kind.ToString()))];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return NotFound();
        }

        (Kind, Text, Seen) = (Row.Kind, Row.Text, Row.Version);
        return Page();
    }

    /// <summary>Keeps the opinion.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return NotFound();
        }

        await using var content = Attachment?.OpenReadStream();
        var outcome = await give.HandleAsync(new GiveOpinion(new DepartmentOpinionId(Id), Kind, Text, Seen, CorrectionReason, content, Attachment?.FileName), cancellation);
        if (outcome.Succeeded)
        {
            return After(outcome, $"{(Row.Version > 0 ? "已更正" : "已反馈")}对{Row.Organisation}的意见：{ReviewWords.Of(Kind!.Value)}。", $"/departments?year={Row.Year}");
        }

        Show(outcome.Errors);
        if (Seen != Row.Version && await ReadAsync(cancellation))
        {
            Meanwhile = Versions.LastOrDefault();
            Seen = Row.Version;
            ModelState.Remove(nameof(Seen));
        }

        return Page();
    }

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        Row = (await list.FindAsync(new DepartmentOpinionId(Id), cancellation))!;
        Versions = Row is null ? [] : [.. (await history.ReadAsync(Row.Declaration, cancellation))[Row.Id]];
        return Row is not null;
    }
}
