using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Outbox;

/// <summary>Work to be done after the transaction that wrote it, at least once: an e-mail, a scan, a rendering.</summary>
public sealed class OutboxMessage : ITenantOwned
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required MunicipalityId MunicipalityId { get; init; }

    /// <summary>Which handler, such as <c>mail</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>JSON for the handler; emptied once the work is done, since letters may carry tokens.</summary>
    public required string Payload { get; set; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not before this.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>The last failure, for the operator.</summary>
    public string? LastError { get; set; }

    /// <summary>When it was done.</summary>
    public DateTimeOffset? DoneAt { get; set; }
}
