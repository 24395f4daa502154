using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Accounts;
using GreenFactory.Application.Attempts;
using GreenFactory.Web.Access;
using GreenFactory.Web.Face.Blocks;
using GreenFactory.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace GreenFactory.Web.Pages.Account;

[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class TwoFactorModel(UserManager<PortalUser> users, SignInManager<PortalUser> signIn, AttemptGate gate, KnownBrowser browser) : PageModel
{
    private const string Issuer = "绿色工厂申报平台";
    private const int RecoveryCodeCount = 10;

    [BindProperty]
    [Display(Name = "验证码")]
    public string? Code { get; set; }

    public bool IsOn { get; private set; }

    public int CodesLeft { get; private set; }

    public string KeyText { get; private set; } = "";

    public QrSymbol? Qr { get; private set; }

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public async Task OnGetAsync() => await LoadAsync(await PersonAsync());

    public async Task<IActionResult> OnPostOnAsync()
    {
        var user = await PersonAsync();
        return user.TwoFactorEnabled || !await CodeHoldsAsync(user) ? await BackAsync(user) : await ShowNewCodesAsync(user, turnOn: true);
    }

    public async Task<IActionResult> OnPostNewCodesAsync()
    {
        var user = await PersonAsync();
        return !user.TwoFactorEnabled || !await CodeHoldsAsync(user) ? await BackAsync(user) : await ShowNewCodesAsync(user, turnOn: false);
    }

    public async Task<IActionResult> OnPostOffAsync()
    {
        var user = await PersonAsync();
        if (!user.TwoFactorEnabled || !await CodeHoldsAsync(user))
        {
            return await BackAsync(user);
        }

        await users.SetTwoFactorEnabledAsync(user, false);
        await users.ResetAuthenticatorKeyAsync(user);
        await signIn.RefreshSignInAsync(user);
        TempData["Done"] = "两步验证已关闭。";
        return RedirectToPage();
    }

    private async Task<PortalUser> PersonAsync() => (await users.GetUserAsync(User))!;

    private async Task<IActionResult> ShowNewCodesAsync(PortalUser user, bool turnOn)
    {
        if (turnOn)
        {
            user.MustSetUpSecondFactor = false;
            await users.SetTwoFactorEnabledAsync(user, true);
        }

        RecoveryCodes = [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodeCount) ?? []];
        await signIn.RefreshSignInAsync(user);
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    private async Task<IActionResult> BackAsync(PortalUser user)
    {
        await LoadAsync(user);
        return Page();
    }

    private async Task<bool> CodeHoldsAsync(PortalUser user)
    {
        var source = browser.SourceFor(user.Id);
        var attempt = await gate.TakeAsync(AttemptDoor.SecondFactor, user.NormalizedEmail!, source, HttpContext.RequestAborted);
        if (!attempt.MayTry)
        {
            ModelState.AddModelError(nameof(Code), attempt.TooEarly.Message);
            return false;
        }

        var typed = TypedCode.Read(Code);
        if (await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, typed))
        {
            await gate.ForgiveAsync(AttemptDoor.SecondFactor, user.NormalizedEmail!, source, HttpContext.RequestAborted);
            return true;
        }

        ModelState.AddModelError(nameof(Code), "验证码不正确、已过期或已经用过。每个验证码只能用一次：请核对手机时间是否准确，等手机显示下一个数字后再输入。" + attempt.WaitWords);
        return false;
    }

    private async Task LoadAsync(PortalUser user)
    {
        IsOn = user.TwoFactorEnabled;
        if (IsOn)
        {
            CodesLeft = await users.CountRecoveryCodesAsync(user);
            return;
        }

        var key = await users.GetAuthenticatorKeyAsync(user);
        if (string.IsNullOrEmpty(key))
        {
            await users.ResetAuthenticatorKeyAsync(user);
            await signIn.RefreshSignInAsync(user);
            key = await users.GetAuthenticatorKeyAsync(user);
        }

        KeyText = string.Join(' ', key!.Chunk(4).Select(part => new string(part)));
        var address = $"otpauth://totp/{Uri.EscapeDataString(Issuer)}:{Uri.EscapeDataString(user.Email!)}?secret={key}&issuer={Uri.EscapeDataString(Issuer)}&digits=6";
        Qr = QrDrawing.Of(address, "两步验证二维码，内容与下面的密钥相同");
    }
}
