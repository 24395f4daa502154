using GreenFactory.Domain.Users;

namespace GreenFactory.Application.Messages;

/// <summary>Outbox work: tell everybody who works on a case at a desk.</summary>
/// <param name="DeclarationId">The case.</param>
/// <param name="OrganisationId">Its organisation.</param>
/// <param name="DistrictId">Its district.</param>
/// <param name="Desk">Whom to tell.</param>
/// <param name="Title">One line.</param>
/// <param name="Body">Text.</param>
/// <param name="Path">Where to act.</param>
public sealed record NotifyDesk(Guid DeclarationId, Guid OrganisationId, Guid DistrictId, Desk Desk, string Title, string Body, string Path)
{
    /// <summary>Kind of the outbox message.</summary>
    public const string Kind = "notify-desk";
}
