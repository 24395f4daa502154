using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Accounts;
using GreenFactory.Application.Seeding;
using GreenFactory.Domain.Shared;
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
internal sealed class SignInModel(UserManager<PortalUser> users, SignInManager<PortalUser> signIn, DeploymentOptions deployment) : PageModel
{
    private const string Wrong = "邮箱或密码不正确。请核对后重试；连续5次错误将暂停登录15分钟。";

    [BindProperty]
    public SignInInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string? PrefilledPassword { get; private set; }

    public bool Unconfirmed { get; private set; }

    public IReadOnlyList<DemonstrationAccount> Accounts => !deployment.IsDemonstration ? []
        : TenantMiddleware.Current(HttpContext).IsDefault ? DemonstrationAccounts.All : DemonstrationAccounts.SecondCity;

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

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var user = await users.FindByEmailAsync(ComparableText.Visible(Input.Email));
        if (user is null)
        {
            // The same work as for a known address, so that the time taken tells nothing.
            users.PasswordHasher.HashPassword(new PortalUser(), Input.Password);
            return Refuse(Wrong);
        }

        var outcome = await signIn.PasswordSignInAsync(user, Input.Password, isPersistent: false, lockoutOnFailure: true);
        return outcome switch
        {
            { Succeeded: true } => LocalRedirect(Landing()),
            { RequiresTwoFactor: true } => RedirectToPage("/Account/SecondStep", new { ReturnUrl }),
            { IsLockedOut: true } => Refuse($"登录已暂停，请{MinutesLeft(user)}分钟后再试，或通过“忘记密码”重设密码。"),
            { IsNotAllowed: true } => await ExplainUnconfirmedAsync(user),
            _ => Refuse(Wrong),
        };
    }

    private async Task<IActionResult> ExplainUnconfirmedAsync(PortalUser user)
    {
        if (!await users.CheckPasswordAsync(user, Input.Password))
        {
            await users.AccessFailedAsync(user);
            return Refuse(Wrong);
        }

        Unconfirmed = true;
        return Refuse("邮箱尚未确认。请打开确认邮件中的链接；没有收到可以重新发送。");
    }

    // The framework keeps the end of a lockout in the machine's time.
    private static int MinutesLeft(PortalUser user) =>
        Math.Max(1, (int)Math.Ceiling(((user.LockoutEnd ?? default) - TimeProvider.System.GetUtcNow()).TotalMinutes));

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
