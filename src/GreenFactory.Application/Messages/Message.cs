using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Messages;

/// <summary>A message to one person inside the portal (消息).</summary>
public sealed class Message : ITenantOwned
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required MunicipalityId MunicipalityId { get; init; }

    /// <summary>To whom.</summary>
    public required UserId UserId { get; init; }

    /// <summary>The case it is about, or null.</summary>
    public DeclarationId? DeclarationId { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>Text.</summary>
    public required string Body { get; init; }

    /// <summary>Where the person can act.</summary>
    public Destination Destination { get; init; } = Destination.Inbox;

    /// <summary>When.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was read.</summary>
    public DateTimeOffset? ReadAt { get; set; }
}
