using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Accounts;
using GreenFactory.Web.Access;
using GreenFactory.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace GreenFactory.Web.Pages.Account;

[AllowAnonymous]
[EnableRateLimiting(RateLimits.Reset)]
internal sealed class ForgotModel(RequestPasswordResetHandler handler, IAccountLinks links, LetterTicket tickets) : PageModel
{
    [BindProperty]
    [Display(Name = "邮箱")]
    [Required(ErrorMessage = "请填写邮箱。")]
    [StringLength(200, ErrorMessage = "邮箱不超过200个字符。")]
    public string Email { get; set; } = "";

    public void OnGet(string? email) => Email = email ?? "";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var outcome = await handler.HandleAsync(Email, links, tickets.ForResetting(Email), cancellation);
        if (!outcome.Succeeded)
        {
            ModelState.AddErrors(outcome.Errors);
            return Page();
        }

        return RedirectToPage("/Account/LetterSent");
    }
}
