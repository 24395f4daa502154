using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Outbox;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Administration;

/// <summary>An administrator has a letter sent again that was given up.</summary>
/// <param name="Letter">The letter.</param>
public sealed record SendLetterAgain(Guid Letter);

/// <summary>Asks the background work to send it; the administrator never reads its text.</summary>
public sealed class SendLetterAgainHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner)
{
    /// <summary>Asks for it.</summary>
    public Task<Result> HandleAsync(SendLetterAgain command, CancellationToken cancellation) => runner.RunAsync(
        ProcessKind.SendLetterAgain,
        null,
        async process =>
        {
            if (access.Scope.Desk is not Desk.Admin)
            {
                return ProcessErrors.NotAllowed;
            }

            var letter = await db.UndeliveredLetters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == command.Letter && row.DeliveredAt == null && row.SentAgainAt == null, cancellation);
            if (letter is null)
            {
                return ProcessErrors.NotFound;
            }

            process.Record(EventKind.LetterSentAgain, $"再次发送未送达的邮件《{letter.Subject}》", new { letter = command.Letter });
            process.Enqueue(SendAgain.Kind, new SendAgain(command.Letter));
            return Result.Success;
        },
        cancellation);
}
