using System.Security.Claims;
using GreenFactory.Application.Accounts;
using GreenFactory.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Account;

[AllowAnonymous]
internal sealed class SignOutModel(SignInManager<PortalUser> signIn, EndSessionsHandler sessions) : PageModel
{
    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? Page() : RedirectToPage("/Account/SignIn");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Guid.TryParse(User.FindFirstValue(AccessMiddleware.SessionClaim), out var key))
        {
            await sessions.EndAsync(UserSession.IdOf(key), cancellation);
        }

        await signIn.SignOutAsync();
        TempData["Done"] = "已退出登录。";
        return RedirectToPage("/Account/SignIn");
    }
}
