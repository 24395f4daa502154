using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Accounts;
using GreenFactory.Domain.Shared;
using GreenFactory.Web.Access;
using GreenFactory.Web.Face.Forms;
using GreenFactory.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace GreenFactory.Web.Pages.Account;

[AllowAnonymous]
[EnableRateLimiting(RateLimits.Registration)]
internal sealed class RegisterModel(RegisterAccountHandler register, IAccountLinks links, LetterTicket tickets) : PageModel
{
    [BindProperty]
    public RegisterInput Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var outcome = await register.HandleAsync(new RegisterAccount(Input.PersonName, Input.Email, Input.Phone, Input.Password), links, tickets.ForRegistering(Input.Email), cancellation);
        if (!outcome.Succeeded)
        {
            ModelState.AddErrors(outcome.Errors);
            return Page();
        }

        return RedirectToPage("/Account/LetterSent");
    }
}

internal sealed class RegisterInput
{
    [Display(Name = "姓名")]
    [Required(ErrorMessage = "请填写姓名。")]
    [AtMost(50, ErrorMessage = "姓名不超过50个字。")]
    public string PersonName { get; set; } = "";

    [Display(Name = "邮箱")]
    [Required(ErrorMessage = "请填写邮箱。")]
    [Mailbox(ErrorMessage = MailboxName.HowToWrite)]
    [StringLength(200, ErrorMessage = "邮箱不超过200个字符。")]
    public string Email { get; set; } = "";

    [Display(Name = "手机号")]
    [Required(ErrorMessage = "请填写手机号。")]
    [Telephone(ErrorMessage = "请填写可以拨打的号码。" + TelephoneNumber.HowToWrite)]
    public string Phone { get; set; } = "";

    [Display(Name = "密码")]
    [Required(ErrorMessage = "请设置密码。")]
    [StringLength(200, ErrorMessage = "密码不超过200个字符。")]
    public string Password { get; set; } = "";
}
