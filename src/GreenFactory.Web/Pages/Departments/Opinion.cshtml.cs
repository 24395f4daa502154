using GreenFactory.Application.Departments;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Reviews;
using GreenFactory.Web.Pages.District;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace GreenFactory.Web.Pages.Departments;

/// <summary>The department's opinion on one case.</summary>
public sealed class OpinionModel(OpinionListQuery list, GiveOpinionHandler give) : DeskPage
{
    /// <summary>The question.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The opinion.</summary>
    [BindProperty]
    public OpinionKind? Kind { get; set; }

    /// <summary>In words.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>A document.</summary>
    [BindProperty]
    public IFormFile? Attachment { get; set; }

    /// <summary>The question with its case.</summary>
    public OpinionRow Row { get; private set; } = null!;

    /// <summary>The opinions that can be given.</summary>
    public IReadOnlyList<SelectListItem> Kinds { get; } = [.. Enum.GetValues<OpinionKind>().Select(kind => new SelectListItem(ReviewWords.Of(kind), kind.ToString()))];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return NotFound();
        }

        (Kind, Text) = (Row.Kind, Row.Text);
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
        var outcome = await give.HandleAsync(new GiveOpinion(new DepartmentOpinionId(Id), Kind, Text, content, Attachment?.FileName), cancellation);
        if (outcome.Succeeded)
        {
            return After(outcome, $"已反馈对{Row.Organisation}的意见：{ReviewWords.Of(Kind!.Value)}。", "/departments");
        }

        Show(outcome.Errors);
        return Page();
    }

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        Row = (await list.ReadAsync(null, cancellation)).FirstOrDefault(row => row.Id.Value == Id)!;
        return Row is not null;
    }
}
