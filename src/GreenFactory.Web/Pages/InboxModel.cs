using GreenFactory.Application.Messages;
using GreenFactory.Application.Outbox;
using GreenFactory.Web.Links;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages;

/// <summary>The signed-in person's messages, with the letters to or for that person that could not be delivered; at the applicant's desk and for everybody.</summary>
internal abstract class InboxModel(OwnMessagesQuery query, ReadMessagesHandler read, UndeliveredQuery letters, PortalLinks links) : PageModel
{
    public Guid? Before { get; private set; }

    public Guid? Next { get; private set; }

    public IReadOnlyList<OwnMessage> Messages { get; private set; } = [];

    public IReadOnlyList<UndeliveredLine> Undelivered { get; private set; } = [];

    public async Task OnGetAsync(Guid? before, CancellationToken cancellation)
    {
        Before = before;
        var rows = await query.ReadAsync(before, cancellation);
        Messages = [.. rows.Take(OwnMessagesQuery.PageSize)];
        Next = rows.Count > OwnMessagesQuery.PageSize ? Messages[^1].Id : null;
        Undelivered = await letters.OwnAsync(cancellation);
    }

    public async Task<IActionResult> OnPostOpenAsync(Guid message, CancellationToken cancellation)
    {
        var destination = await read.OpenAsync(message, cancellation);
        return destination is null ? NotFound() : destination.Leads ? LocalRedirect(links.Path(destination, HttpContext)) : RedirectToPage();
    }

    public async Task<IActionResult> OnPostReadAllAsync(CancellationToken cancellation)
    {
        await read.ReadAllAsync(cancellation);
        return RedirectToPage();
    }
}
