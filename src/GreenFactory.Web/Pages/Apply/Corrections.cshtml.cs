using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Web.Pages.District;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.Apply;

/// <summary>An answer as the form holds it.</summary>
public sealed class CorrectionAnswer
{
    /// <summary>The item.</summary>
    [Display(Name = "补正事项")]
    public Guid Item { get; set; }

    /// <summary>The answer that the form was opened over.</summary>
    [Display(Name = "打开页面时的答复")]
    public string? Seen { get; set; }

    /// <summary>The answer.</summary>
    [Display(Name = "答复")]
    public string? Text { get; set; }
}

/// <summary>The applicant answers what the district returned.</summary>
public sealed class CorrectionsModel(ChangeRequestReader requests, AnswerChangeRequestHandler handler) : DeskPage
{
    /// <summary>The case.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "编号")]
    public Guid Id { get; set; }

    /// <summary>The answers.</summary>
    [BindProperty]
    public List<CorrectionAnswer> Answers { get; set; } = [];

    /// <summary>The returns, the latest first.</summary>
    public IReadOnlyList<ChangeRequestView> Requests { get; private set; } = [];

    /// <summary>Shows what is to be answered.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ReadAsync(cancellation) ? Page() : NotFound();

    /// <summary>Keeps the answers.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var outcome = await handler.HandleAsync(
            new AnswerChangeRequest(new DeclarationId(Id), [.. Answers.Select(answer => new AnswerToItem(new ChangeRequestItemId(answer.Item), answer.Text) { Seen = answer.Seen ?? "" })]), cancellation);
        if (outcome.Succeeded)
        {
            return After(outcome, "答复已保存。全部答复后请重新提交申报。", $"/apply/{Id}/corrections");
        }

        Show(outcome.Errors.Select(error => error.Field is { } field ? error.At(field.Replace(".Answer", ".Text", StringComparison.Ordinal)) : error));
        return await ReadAsync(cancellation) ? Page() : NotFound();
    }

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        Requests = await requests.ReadAsync(new DeclarationId(Id), cancellation);
        return Requests.Count > 0;
    }
}
