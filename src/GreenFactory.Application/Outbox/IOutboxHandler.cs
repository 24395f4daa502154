namespace GreenFactory.Application.Outbox;

/// <summary>Does one kind of work after the transaction that asked for it. It runs in the System scope of the municipality, inside a transaction with the mark that it is done.</summary>
public interface IOutboxHandler
{
    /// <summary>The kind of <see cref="OutboxMessage"/> it takes.</summary>
    string Kind { get; }

    /// <summary>Does the work. What it adds to the context is stored together with the mark; an exception leaves the message for a later attempt.</summary>
    Task<OutboxOutcome> HandleAsync(OutboxMessage message, CancellationToken cancellation);
}
