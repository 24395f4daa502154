using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Access;
using GreenFactory.Application.Accounts;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Apply;

internal sealed class OrganisationModel(
    OrganisationMembersQuery query, InviteMemberHandler invite, EndMemberHandler end, IAccountLinks links, CurrentAccess access) : PageModel
{
    [BindProperty]
    [Display(Name = "电子邮箱")]
    public string? Email { get; set; }

    public IReadOnlyList<OwnOrganisation> Organisations { get; private set; } = [];

    public UserId? Person => access.Scope.User;

    public bool Signs(OrganisationId organisation) => access.Scope.RolesFor(organisation.Value).Contains(Role.ApplicantSigner);

    public async Task OnGetAsync(CancellationToken cancellation) => Organisations = await query.ReadAsync(cancellation);

    public async Task<IActionResult> OnPostInviteAsync(Guid organisation, CancellationToken cancellation) =>
        await TellAsync(await invite.HandleAsync(new InviteMember(organisation, Email ?? ""), links, cancellation), "邀请已发出。对方有账号的，稍后会出现在成员里；没有账号的，会收到注册邀请。", cancellation);

    public async Task<IActionResult> OnPostEndAsync(Guid member, CancellationToken cancellation) =>
        await TellAsync(await end.HandleAsync(new EndMember(member), cancellation), "成员已移除，立即失去本单位的权限。", cancellation);

    private async Task<IActionResult> TellAsync(Result outcome, string done, CancellationToken cancellation)
    {
        if (outcome.Succeeded)
        {
            TempData["Done"] = done;
            return RedirectToPage();
        }

        foreach (var error in outcome.Errors)
        {
            ModelState.AddModelError("", error.Message);
        }

        Organisations = await query.ReadAsync(cancellation);
        return Page();
    }
}
