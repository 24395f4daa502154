using System.Security.Claims;
using GreenFactory.Application.Accounts;
using GreenFactory.Application.Clock;
using GreenFactory.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Account;

internal sealed class SecurityModel(UserManager<PortalUser> users, OwnSessionsQuery query, EndSessionsHandler sessions, PortalClock clock) : PageModel
{
    public PortalUser Person { get; private set; } = new();

    public IReadOnlyList<OwnSession> Sessions { get; private set; } = [];

    public Guid? Present => Guid.TryParse(User.FindFirstValue(AccessMiddleware.SessionClaim), out var key) ? UserSession.IdOf(key) : null;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Person = (await users.GetUserAsync(User))!;
        Sessions = [.. (await query.ReadAsync(cancellation)).Select(row => row with { StartedAt = clock.Shown(row.StartedAt), LastSeenAt = clock.Shown(row.LastSeenAt) })];
    }

    public async Task<IActionResult> OnPostEndAsync(Guid session, CancellationToken cancellation)
    {
        var ended = await sessions.EndAsync(session, cancellation);
        TempData["Done"] = ended > 0 ? "该设备已退出。" : "该设备此前已经退出。";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancellation)
    {
        TempData["Done"] = $"已退出其他设备：{await sessions.EndOthersAsync(Present, cancellation)}个。";
        return RedirectToPage();
    }
}
