using GreenFactory.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Outbox;

/// <summary>Outbox work: put a letter that was given up back among those to be sent.</summary>
/// <param name="Letter">The letter.</param>
public sealed record SendAgain(Guid Letter)
{
    /// <summary>Kind of the outbox message.</summary>
    public const string Kind = "send-again";
}

/// <summary>Puts it back. Two queries.</summary>
public sealed class SendAgainHandler(PortalDbContext db, TimeProvider clock) : IOutboxHandler
{
    /// <inheritdoc/>
    public string Kind => SendAgain.Kind;

    /// <inheritdoc/>
    public async Task<OutboxOutcome> HandleAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var key = OutboxPayload.Read<SendAgain>(message).Letter;
        var letter = await db.UndeliveredLetters.FirstOrDefaultAsync(row => row.Id == key && row.DeliveredAt == null && row.SentAgainAt == null, cancellation);
        var work = await db.Outbox.FirstOrDefaultAsync(row => row.Id == key, cancellation);
        if (letter is not null && work is { DoneAt: not null })
        {
            var now = clock.GetUtcNow();
            (work.DoneAt, work.DueAt, work.Attempts, work.LastError) = (null, now, 0, null);
            letter.SentAgainAt = now;
        }

        return OutboxOutcome.Done;
    }
}
