using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Access;
using GreenFactory.Application.Administration;
using GreenFactory.Application.Administration.Restorations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace GreenFactory.Web.Pages.Admin.Users;

internal sealed class PersonModel(
    PeopleQuery query, GrantRoleHandler grant, EndRoleHandler end, LockAccountHandler accounts, OpenRestorationQuery restorations, StartRestorationHandler start,
    ConfirmRestorationHandler confirm, WithdrawRestorationHandler withdraw, CurrentAccess access) : PageModel
{
    [BindProperty(SupportsGet = true)]
    [Display(Name = "编号")]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "角色")]
    public Role? Role { get; set; }

    [BindProperty]
    [Display(Name = "单位")]
    public Guid? Unit { get; set; }

    [BindProperty]
    [Display(Name = "原因")]
    public string? Reason { get; set; }

    [BindProperty]
    [Display(Name = "核对了什么证件")]
    public string? Papers { get; set; }

    public Person Person { get; private set; } = null!;

    public SecondFactorRestoration? Restoration { get; private set; }

    public bool MayRestore => MayWrite && access.Scope.User?.Value != Id;

    public bool MayConfirm => MayRestore && Restoration?.StartedBy != access.Scope.User;

    public bool IsLocked => Person.LockedUntil > TimeProvider.System.GetUtcNow();

    public bool MayWrite => access.Scope.Desk is Desk.Admin;

    public IReadOnlyList<SelectListItem> Roles { get; } = [new("请选择", ""), .. Enum.GetValues<Role>().Select(role => new SelectListItem(RoleWords.Of(role), role.ToString()))];

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostGrantAsync(CancellationToken cancellation) =>
        Role is { } role ? await TellAsync(await grant.HandleAsync(new GrantRole(Id, role, Unit), cancellation), "角色已授予。", cancellation) : RedirectToPage(new { Id });

    public async Task<IActionResult> OnPostEndAsync(Guid membership, CancellationToken cancellation) =>
        await TellAsync(await end.HandleAsync(new EndRole(membership), cancellation), "角色已结束，立即生效。", cancellation);

    public async Task<IActionResult> OnPostLockAsync(bool locked, CancellationToken cancellation) =>
        await TellAsync(await accounts.HandleAsync(new LockAccount(Id, locked), cancellation), locked ? "账号已锁定，其登录均已退出。" : "账号已解锁。", cancellation);

    public async Task<IActionResult> OnPostRestoreAsync(CancellationToken cancellation) =>
        await TellAsync(await start.HandleAsync(new StartRestoration(Id, Reason, Papers), cancellation), "已发起，其他管理员会收到消息，请其中一位在3天内确认。", cancellation);

    public async Task<IActionResult> OnPostConfirmRestorationAsync(Guid restoration, CancellationToken cancellation) =>
        await TellAsync(await confirm.HandleAsync(new ConfirmRestoration(restoration), cancellation), "已确认：原来的验证器和恢复码已失效，此人的登录均已退出，下次登录时须重新设置。", cancellation);

    public async Task<IActionResult> OnPostWithdrawRestorationAsync(Guid restoration, CancellationToken cancellation) =>
        await TellAsync(await withdraw.HandleAsync(new WithdrawRestoration(restoration), cancellation), "已撤回，此人的两步验证没有变化。", cancellation);

    private async Task<IActionResult> TellAsync(Result outcome, string done, CancellationToken cancellation)
    {
        if (outcome.Succeeded)
        {
            TempData["Done"] = done;
            return RedirectToPage(new { Id, Role = (Role?)null });
        }

        foreach (var error in outcome.Errors)
        {
            ModelState.AddModelError(error.Field ?? "", error.Message);
        }

        return await ShowAsync(cancellation);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (await query.FindAsync(Id, cancellation) is not { } person)
        {
            return NotFound();
        }

        Person = person;
        Restoration = await restorations.FindAsync(Id, cancellation);
        if (Role is { } role)
        {
            Units = [.. (await query.UnitsAsync(role, cancellation)).Select(unit => new SelectListItem(unit.Name, unit.Id.ToString()))];
        }

        return Page();
    }
}
