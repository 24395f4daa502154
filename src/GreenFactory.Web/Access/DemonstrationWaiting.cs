using GreenFactory.Application.Access;
using GreenFactory.Application.Seeding;

namespace GreenFactory.Web.Access;

/// <summary>What waits for the accounts of a demonstration, for its sign-in page: read in the background, so that the page costs no query for it.</summary>
public sealed class DemonstrationWaiting(IServiceScopeFactory scopes)
{
    private IReadOnlyDictionary<string, string> words = new Dictionary<string, string>();

    /// <summary>Words by sign-in name, as they were last read.</summary>
    public IReadOnlyDictionary<string, string> Words => words;

    /// <summary>Reads them, over the role of background work.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentAccess>().Use(AccessScope.System(PortalSeeder.Chongqing.Id));
        words = await scope.ServiceProvider.GetRequiredService<DemonstrationWaitingQuery>().ReadAsync(cancellation);
    }
}
