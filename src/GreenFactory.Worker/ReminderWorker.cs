using GreenFactory.Application.Declarations;
using GreenFactory.Domain.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GreenFactory.Worker;

/// <summary>Looks once an hour whose deadline comes near, and reminds, of every municipality.</summary>
public sealed class ReminderWorker(IServiceScopeFactory scopes, ILogger<ReminderWorker> logger) : MunicipalityWorker(scopes, TimeSpan.FromHours(1), logger)
{
    /// <inheritdoc/>
    protected override async Task WorkAsync(MunicipalityId municipality, CancellationToken cancellation)
    {
        await using var unit = OpenUnit(municipality);
        await unit.ServiceProvider.GetRequiredService<RemindDeadlinesHandler>().HandleAsync(cancellation);
    }
}
