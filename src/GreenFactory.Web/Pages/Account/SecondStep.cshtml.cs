using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Accounts;
using GreenFactory.Application.Attempts;
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
internal sealed class SecondStepModel(SignInManager<PortalUser> signIn, AttemptGate gate, KnownBrowser browser) : PageModel
{
    private const int AuthenticatorDigits = 6;

    [BindProperty]
    [Display(Name = "验证码")]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "返回地址")]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync() =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("/Account/SignIn") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } person)
        {
            TempData["Done"] = "等待时间过长，请重新登录。";
            return RedirectToPage("/Account/SignIn");
        }

        var source = browser.SourceFor(person.Id);
        var attempt = await gate.TakeAsync(AttemptDoor.SecondFactor, person.NormalizedEmail!, source, cancellation);
        if (!attempt.MayTry)
        {
            ModelState.AddModelError(nameof(Code), attempt.TooEarly.Message);
            return Page();
        }

        var typed = TypedCode.Read(Code);
        var outcome = typed.Length == AuthenticatorDigits
            ? await signIn.TwoFactorAuthenticatorSignInAsync(typed, isPersistent: false, rememberClient: false)
            : await signIn.TwoFactorRecoveryCodeSignInAsync(typed);
        if (outcome.Succeeded)
        {
            await gate.ForgiveAsync(AttemptDoor.SecondFactor, person.NormalizedEmail!, source, cancellation);
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : Url.Page("/Account/Desks")!);
        }

        ModelState.AddModelError(nameof(Code), "验证码不正确、已过期或已经用过。请等手机显示下一个6位数字后再输入，或输入一个未用过的恢复码。" + attempt.WaitWords);
        return Page();
    }
}
