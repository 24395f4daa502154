using System.Globalization;
using System.Text;
using GreenFactory.Application.Access;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Signing;
using GreenFactory.Domain.Honours;
using GreenFactory.Scoring.CaseFiles;
using Microsoft.Extensions.DependencyInjection;

namespace GreenFactory.Application.CaseFiles;

/// <summary>
/// Signs case files with the municipality's key for lists. Keys are out of reach for applicants and districts, so it works in a unit of its own, as the platform; what it signs is what the platform itself has put together.
/// </summary>
public sealed class SignCaseFileHandler(IServiceScopeFactory scopes, CurrentAccess access, TimeProvider clock)
{
    /// <summary>The signature over a text; null where no pinned key signs now, which the key ring logs.</summary>
    public async Task<CaseFileSignature?> HandleAsync(string text, CancellationToken cancellation)
    {
        await using var own = scopes.CreateAsyncScope();
        own.ServiceProvider.GetRequiredService<CurrentAccess>().Use(AccessScope.System(access.Scope.Municipality));
        var db = own.ServiceProvider.GetRequiredService<PortalDbContext>();
        var ring = own.ServiceProvider.GetRequiredService<SigningKeyRing>();
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var ready = await ring.ReadyAsync(SigningPurpose.Lists, now, cancellation);
        if (!ready.Succeeded || ring.Sign(ready.Value, Encoding.UTF8.GetBytes(text)) is not { Succeeded: true } signature)
        {
            return null;
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        var pin = ready.Value.Pin;
        return new CaseFileSignature(
            pin.Algorithm, pin.Fingerprint, pin.PublicKey, ChinaTime.Of(now).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture), Convert.ToBase64String(signature.Value));
    }
}
