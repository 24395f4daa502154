using GreenFactory.Application.Attempts;
using GreenFactory.Application.Outbox;
using GreenFactory.Domain.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GreenFactory.Worker;

/// <summary>Forgets once an hour what is kept for a while only: counts of tries and letters given up long ago, of every municipality.</summary>
public sealed class SweepWorker(IServiceScopeFactory scopes, ILogger<SweepWorker> logger) : MunicipalityWorker(scopes, TimeSpan.FromHours(1), logger)
{
    /// <inheritdoc/>
    protected override async Task WorkAsync(MunicipalityId municipality, CancellationToken cancellation)
    {
        await using var unit = OpenUnit(municipality);
        await unit.ServiceProvider.GetRequiredService<SweepAttemptsHandler>().HandleAsync(cancellation);
        await unit.ServiceProvider.GetRequiredService<SweepUndeliveredHandler>().HandleAsync(cancellation);
    }
}
