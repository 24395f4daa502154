using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Access;
using GreenFactory.Application.Administration;
using GreenFactory.Application.Outbox;
using GreenFactory.Domain.Users;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Admin;

internal sealed class LettersModel(UndeliveredQuery query, SendLetterAgainHandler again, CurrentAccess access) : PageModel
{
    [BindProperty(SupportsGet = true)]
    [Display(Name = "翻页位置")]
    public Guid? Before { get; set; }

    [TempData]
    public string? Done { get; set; }

    public IReadOnlyList<UndeliveredLine> Letters { get; private set; } = [];

    public string? Next { get; private set; }

    public bool MayWrite => access.Scope.Desk is Desk.Admin;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var rows = await query.ReadAsync(Before, cancellation);
        Letters = [.. rows.Take(UndeliveredQuery.PageSize)];
        Next = rows.Count > UndeliveredQuery.PageSize ? Url.Page("/Admin/Letters", new { before = Letters[^1].Id }) : null;
    }

    public async Task<IActionResult> OnPostAgainAsync(Guid letter, CancellationToken cancellation)
    {
        var outcome = await again.HandleAsync(new SendLetterAgain(letter), cancellation);
        if (outcome.Succeeded)
        {
            Done = "已放回发送队列；仍然送不出去的，会再次列在这里。";
            return RedirectToPage();
        }

        ModelState.AddErrors(outcome.Errors);
        await OnGetAsync(cancellation);
        return Page();
    }
}
