using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using GreenFactory.Application.Accounts;
using GreenFactory.Web.Access;
using GreenFactory.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace GreenFactory.Web.Pages.Account;

[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class PasswordModel(ChangePasswordHandler change, UserManager<PortalUser> users, SignInManager<PortalUser> signIn, KnownBrowser browser) : PageModel
{
    [BindProperty]
    public PasswordInput Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        Guid? session = Guid.TryParse(User.FindFirstValue(AccessMiddleware.SessionClaim), out var key) ? UserSession.IdOf(key) : null;
        var outcome = await change.HandleAsync(new ChangePassword(Input.Present, Input.Password, session), browser.SourceFor, cancellation);
        if (!outcome.Succeeded)
        {
            ModelState.AddErrors(outcome.Errors);
            return Page();
        }

        await signIn.RefreshSignInAsync((await users.GetUserAsync(User))!);
        TempData["Done"] = "密码已修改，其他设备上的登录均已退出。";
        return RedirectToPage("/Account/Security");
    }
}

internal sealed class PasswordInput
{
    [Display(Name = "现在的密码")]
    [Required(ErrorMessage = "请填写现在的密码。")]
    [StringLength(200, ErrorMessage = "密码不超过200个字符。")]
    public string Present { get; set; } = "";

    [Display(Name = "新密码")]
    [Required(ErrorMessage = "请填写新密码。")]
    [StringLength(200, ErrorMessage = "密码不超过200个字符。")]
    public string Password { get; set; } = "";
}
