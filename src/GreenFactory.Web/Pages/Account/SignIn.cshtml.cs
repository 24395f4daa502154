using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Accounts;
using GreenFactory.Application.Seeding;
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
internal sealed class SignInModel(CheckPasswordHandler passwords, SignInManager<PortalUser> signIn, KnownBrowser browser, DeploymentOptions deployment, DemonstrationWaiting waiting) : PageModel
{
    private const string Wrong = "邮箱或密码不正确。请核对后重试；忘记密码可以重设。";

    [BindProperty]
    public SignInInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    [Display(Name = "返回地址")]
    public string? ReturnUrl { get; set; }

    public string? PrefilledPassword { get; private set; }

    public bool Unconfirmed { get; private set; }

    public IReadOnlyList<DemonstrationAccount> Accounts => !deployment.IsDemonstration ? []
        : TenantMiddleware.Current(HttpContext).IsDefault ? DemonstrationAccounts.All : DemonstrationAccounts.SecondCity;

    /// <summary>What waits for each of them, by sign-in name.</summary>
    public IReadOnlyDictionary<string, string> Waiting => waiting.Words;

    public IActionResult OnGet([FromQuery(Name = "as")] string? email)
    {
        if (User.Identity?.IsAuthenticated == true)
        {
            return LocalRedirect(Landing());
        }

        if (Accounts.FirstOrDefault(account => account.Email == email) is { } chosen)
        {
            Input.Email = chosen.Email;
            PrefilledPassword = DemonstrationAccounts.Password;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (user, attempt) = await passwords.HandleAsync(Input.Email, Input.Password, browser.SourceFor, cancellation);
        if (user is null)
        {
            return Refuse(attempt.MayTry ? Wrong + attempt.WaitWords : attempt.TooEarly.Message);
        }

        var outcome = await signIn.PasswordSignInAsync(user, Input.Password, isPersistent: false, lockoutOnFailure: false);
        Unconfirmed = outcome.IsNotAllowed;
        return outcome switch
        {
            { Succeeded: true } => LocalRedirect(Landing()),
            { RequiresTwoFactor: true } => RedirectToPage("/Account/SecondStep", new { ReturnUrl }),
            { IsLockedOut: true } => Refuse("账号已被管理员锁定，请联系平台管理员。"),
            _ => Refuse("邮箱尚未确认。请打开确认邮件中的链接；没有收到可以重新发送。"),
        };
    }

    private string Landing() => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : Url.Page("/Account/Desks")!;

    private PageResult Refuse(string message)
    {
        ModelState.AddModelError("", message);
        return Page();
    }
}

internal sealed class SignInInput
{
    [Display(Name = "邮箱")]
    [Required(ErrorMessage = "请填写邮箱。")]
    [StringLength(200, ErrorMessage = "邮箱不超过200个字符。")]
    public string Email { get; set; } = "";

    [Display(Name = "密码")]
    [Required(ErrorMessage = "请填写密码。")]
    [StringLength(200, ErrorMessage = "密码不超过200个字符。")]
    public string Password { get; set; } = "";
}
