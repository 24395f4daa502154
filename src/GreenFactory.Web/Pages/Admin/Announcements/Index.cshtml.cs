using GreenFactory.Application.Access;
using GreenFactory.Application.Administration;
using GreenFactory.Application.Messages;
using GreenFactory.Domain.Users;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Admin.Announcements;

internal sealed class AnnouncementsModel(AnnouncementsQuery query, CurrentAccess access, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Announcement> Announcements { get; private set; } = [];

    public bool MayWrite => access.Scope.Desk is Desk.Admin;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken cancellation) => Announcements = await query.ReadAsync(cancellation);
}
