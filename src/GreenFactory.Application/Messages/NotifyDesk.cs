using GreenFactory.Domain.Users;

namespace GreenFactory.Application.Messages;

/// <summary>Outbox work: tell everybody who works on a case at the applicant's, the district's or the city's desk.</summary>
/// <param name="DeclarationId">The case.</param>
/// <param name="Desk">Whom to tell.</param>
/// <param name="Title">One line.</param>
/// <param name="Body">What happened, what is asked, by when; unit and case are put before it.</param>
/// <param name="Destination">Where to act.</param>
public sealed record NotifyDesk(Guid DeclarationId, Desk Desk, string Title, string Body, Destination Destination)
{
    /// <summary>Kind of the outbox message.</summary>
    public const string Kind = "notify-desk";
}
