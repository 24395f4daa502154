using GreenFactory.Application.Access;
using GreenFactory.Application.Seeding;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Web.Access;

/// <summary>What waits for the accounts of a demonstration, for its sign-in page: read over the role of background work, and kept for a short while.</summary>
public sealed class DemonstrationWaiting(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);
    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();
    private (DateTimeOffset Until, IReadOnlyDictionary<string, string> Words) last = (DateTimeOffset.MinValue, Nothing);

    /// <summary>Words by sign-in name.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(MunicipalityId municipality, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (now < last.Until && now > last.Until - Kept - Kept)
        {
            return last.Words;
        }

        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentAccess>().Use(AccessScope.System(municipality));
        var words = await scope.ServiceProvider.GetRequiredService<DemonstrationWaitingQuery>().ReadAsync(cancellation);
        last = (now + Kept, words);
        return words;
    }
}
