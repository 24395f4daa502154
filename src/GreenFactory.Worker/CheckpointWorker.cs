using GreenFactory.Application.Audit;
using GreenFactory.Domain.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GreenFactory.Worker;

/// <summary>Has the head of every municipality's log signed and kept once a day; looks every quarter of an hour whether the day has one.</summary>
public sealed class CheckpointWorker(IServiceScopeFactory scopes, ILogger<CheckpointWorker> logger) : MunicipalityWorker(scopes, TimeSpan.FromMinutes(15), logger)
{
    /// <inheritdoc/>
    protected override async Task WorkAsync(MunicipalityId municipality, CancellationToken cancellation)
    {
        await using var unit = OpenUnit(municipality);
        await unit.ServiceProvider.GetRequiredService<KeepCheckpointHandler>().HandleAsync(cancellation);
    }
}
