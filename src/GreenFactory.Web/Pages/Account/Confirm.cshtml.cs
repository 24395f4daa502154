using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Accounts;
using GreenFactory.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Account;

/// <summary>Nothing happens when the link is opened, only when the button is pressed: programs that check letters open links too.</summary>
[AllowAnonymous]
internal sealed class ConfirmModel(ConfirmAddressHandler confirm) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "user")]
    [Display(Name = "链接中的账号")]
    public Guid? UserKey { get; set; }

    [BindProperty(SupportsGet = true, Name = "token")]
    [Display(Name = "链接中的校验码")]
    public string? Token { get; set; }

    public bool Stale { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await confirm.HandleAsync(UserKey ?? Guid.Empty, AccountLinks.Decode(Token));
        if (outcome.Succeeded)
        {
            TempData["Done"] = "邮箱已确认，请登录。";
            return RedirectToPage("/Account/SignIn");
        }

        Stale = true;
        ModelState.AddErrors(outcome.Errors);
        return Page();
    }
}
