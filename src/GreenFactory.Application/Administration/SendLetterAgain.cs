using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Outbox;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Administration;

/// <summary>An administrator has a letter sent again that was given up.</summary>
/// <param name="Letter">The letter.</param>
public sealed record SendLetterAgain(Guid Letter);

/// <summary>Asks the background work to send it; the administrator never reads its text.</summary>
public sealed class SendLetterAgainHandler(PortalDbContext db, ProcessRunner runner)
{
    /// <summary>Asks for it.</summary>
    public Task<Result> HandleAsync(SendLetterAgain command, CancellationToken cancellation) => runner.RunAsync(
        nameof(SendLetterAgain),
        null,
        async process =>
        {
            var letter = await db.UndeliveredLetters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == command.Letter && row.DeliveredAt == null && row.SentAgainAt == null, cancellation);
            if (letter is null)
            {
                return ProcessErrors.NotFound;
            }

            process.Record("LetterSentAgain", $"再次发送未送达的邮件《{letter.Subject}》", new { letter = command.Letter });
            process.Enqueue(SendAgain.Kind, new SendAgain(command.Letter));
            return Result.Success;
        },
        cancellation);
}
