using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Outbox;

/// <summary>Why a letter was given up.</summary>
public enum LetterFault
{
    /// <summary>The address is none, or its mail server refuses it for good.</summary>
    Refused,

    /// <summary>No mail server took it for two days.</summary>
    NotTaken,
}

/// <summary>A letter that was given up, for the administrator and for the person waiting for it. Its text stays in the outbox and is shown to nobody.</summary>
public sealed class UndeliveredLetter : ITenantOwned
{
    /// <summary>Key of the outbox message.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required MunicipalityId MunicipalityId { get; init; }

    /// <summary>To which address.</summary>
    public required string Address { get; init; }

    /// <summary>To whom.</summary>
    public required string PersonName { get; init; }

    /// <summary>Its subject.</summary>
    public required string Subject { get; init; }

    /// <summary>The person who waits for it and can read so in the inbox; null where nobody is signed in.</summary>
    public UserId? UserId { get; init; }

    /// <summary>Random key that the browser holds from which the letter was asked for; null where it must not learn of it.</summary>
    public Guid? Ticket { get; init; }

    /// <summary>Why it was given up.</summary>
    public LetterFault Fault { get; set; }

    /// <summary>When it was given up.</summary>
    public DateTimeOffset GivenUpAt { get; set; }

    /// <summary>When an administrator had it sent again; null while nobody did.</summary>
    public DateTimeOffset? SentAgainAt { get; set; }

    /// <summary>When it was delivered after all.</summary>
    public DateTimeOffset? DeliveredAt { get; set; }
}
