using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Honours;
using GreenFactory.Domain.Honours;
using GreenFactory.Web.Access;
using GreenFactory.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;

namespace GreenFactory.Web.Pages.Public.Notices;

/// <summary>One public notice with its list, and the form by which anybody objects while it stands. Four queries.</summary>
[EnableRateLimiting(RateLimits.PublicPage)]
internal sealed class DetailsModel(NoticeQuery notices, FileObjectionHandler objections, KnownBrowser browser, TimeProvider clock) : PageModel
{
    /// <summary>Where the receipt waits for the page after the form.</summary>
    private const string ReceiptKey = "ObjectionReceipt";

    /// <summary>What is typed.</summary>
    [BindProperty]
    public ObjectionInput Input { get; set; } = new();

    /// <summary>A field that people do not see; whoever fills it in is a program.</summary>
    [BindProperty]
    [Display(Name = "请勿填写")]
    public string? Website { get; set; }

    /// <summary>The notice with its rows.</summary>
    public NoticePage Notice { get; private set; } = null!;

    /// <summary>公示中，还有 3 天.</summary>
    public string State { get; private set; } = "";

    /// <summary>Number and code of an objection filed just now.</summary>
    public ObjectionReceipt? Receipt { get; private set; }

    /// <summary>The units one may object to.</summary>
    public IReadOnlyList<SelectListItem> Units => [.. Notice.Rows.Where(row => row.Id != default).Select(row => new SelectListItem(row.Row.Name, row.Id.Value.ToString()))];

    /// <summary>Reads the page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (TempData[ReceiptKey] is string kept && kept.Split('\n') is [var number, var code])
        {
            Receipt = new ObjectionReceipt(number, code);
        }

        return await ReadAsync(id, cancellation) ? Page() : NotFound();
    }

    /// <summary>Files an objection; the receipt stands on the page after it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await ReadAsync(id, cancellation))
        {
            return NotFound();
        }

        if (!string.IsNullOrEmpty(Website))
        {
            return BadRequest();
        }

        if (ModelState.IsValid)
        {
            var filed = await objections.HandleAsync(new FileObjection(new NoticeRowId(Input.Row!.Value), Input.Content ?? "", Input.PersonName, Input.Contact), browser.SourceFor(null), cancellation);
            if (filed.Succeeded)
            {
                TempData[ReceiptKey] = $"{filed.Value.Number}\n{filed.Value.Code}";
                return Redirect(Url.Content($"~/notices/{id:N}#receipt"));
            }

            foreach (var error in filed.Errors)
            {
                ModelState.AddModelError(error.Field is null ? "" : $"Input.{error.Field}", error.Message);
            }
        }

        return Page();
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancellation)
    {
        if (await notices.ReadAsync(new NoticeId(id), cancellation) is not { } found)
        {
            return false;
        }

        Notice = found;
        State = NoticePeriod.State(found.Span.EndsAt, found.Notice.ClosedAt, clock.GetUtcNow());
        return true;
    }
}

/// <summary>What an objector types.</summary>
public sealed class ObjectionInput
{
    /// <summary>The row objected to.</summary>
    [Display(Name = "对哪个单位提出异议")]
    [Required(ErrorMessage = "请选择单位。")]
    public Guid? Row { get; set; }

    /// <summary>The objection.</summary>
    [Display(Name = "异议内容和依据")]
    public string? Content { get; set; }

    /// <summary>Who objects.</summary>
    [Display(Name = "姓名或单位名称")]
    public string? PersonName { get; set; }

    /// <summary>Telephone or e-mail.</summary>
    [Display(Name = "联系方式")]
    public string? Contact { get; set; }
}
