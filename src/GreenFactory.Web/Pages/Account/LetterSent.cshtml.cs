using GreenFactory.Application.Outbox;
using GreenFactory.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Account;

[AllowAnonymous]
internal sealed class LetterSentModel(LetterTicket tickets, UndeliveredQuery letters) : PageModel
{
    /// <summary>Why the letter asked for from this browser could not be delivered; null as far as is known.</summary>
    public LetterFault? Fault { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation) => Fault = tickets.Held() is { } ticket ? await letters.ByTicketAsync(ticket, cancellation) : null;
}
