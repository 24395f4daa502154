using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Accounts;
using GreenFactory.Web.Access;
using GreenFactory.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace GreenFactory.Web.Pages.Account;

[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class SecondStepModel(SignInManager<PortalUser> signIn) : PageModel
{
    private const int AuthenticatorDigits = 6;

    [BindProperty]
    [Display(Name = "验证码")]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync() =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("/Account/SignIn") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is null)
        {
            TempData["Done"] = "等待时间过长，请重新登录。";
            return RedirectToPage("/Account/SignIn");
        }

        var typed = TypedCode.Read(Code);
        var outcome = typed.Length == AuthenticatorDigits
            ? await signIn.TwoFactorAuthenticatorSignInAsync(typed, isPersistent: false, rememberClient: false)
            : await signIn.TwoFactorRecoveryCodeSignInAsync(typed);
        if (outcome.Succeeded)
        {
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : Url.Page("/Account/Desks")!);
        }

        ModelState.AddModelError(nameof(Code), outcome.IsLockedOut ? "错误次数过多，登录已暂停，请15分钟后再试。" : "验证码不正确、已过期或已经用过。请等手机显示下一个6位数字后再输入，或输入一个未用过的恢复码。");
        return Page();
    }
}
