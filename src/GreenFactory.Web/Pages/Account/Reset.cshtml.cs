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
internal sealed class ResetModel(ResetPasswordHandler reset) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "user")]
    [Display(Name = "链接中的账号")]
    public Guid? UserKey { get; set; }

    [BindProperty(SupportsGet = true, Name = "token")]
    [Display(Name = "链接中的校验码")]
    public string? Token { get; set; }

    [BindProperty]
    public ResetInput Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var outcome = await reset.HandleAsync(UserKey ?? Guid.Empty, AccountLinks.Decode(Token), Input.Password, cancellation);
        if (!outcome.Succeeded)
        {
            ModelState.AddErrors(outcome.Errors);
            return Page();
        }

        TempData["Done"] = "新密码已设置，其他设备上的登录均已退出。请用新密码登录。";
        return RedirectToPage("/Account/SignIn");
    }
}

internal sealed class ResetInput
{
    [Display(Name = "新密码")]
    [Required(ErrorMessage = "请填写新密码。")]
    [StringLength(200, ErrorMessage = "密码不超过200个字符。")]
    public string Password { get; set; } = "";
}
