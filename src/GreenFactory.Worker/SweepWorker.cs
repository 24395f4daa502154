using GreenFactory.Application.Access;
using GreenFactory.Application.Attempts;
using GreenFactory.Application.Data;
using GreenFactory.Application.Outbox;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GreenFactory.Worker;

/// <summary>Forgets once an hour what is kept for a while only: counts of tries and letters given up long ago, of every municipality.</summary>
public sealed partial class SweepWorker(IServiceScopeFactory scopes, ILogger<SweepWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            try
            {
                foreach (var municipality in await MunicipalitiesAsync(stoppingToken))
                {
                    await using var scope = scopes.CreateAsyncScope();
                    scope.ServiceProvider.GetRequiredService<CurrentAccess>().Use(AccessScope.System(municipality));
                    await scope.ServiceProvider.GetRequiredService<SweepAttemptsHandler>().HandleAsync(stoppingToken);
                    await scope.ServiceProvider.GetRequiredService<SweepUndeliveredHandler>().HandleAsync(stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Failed(failure);
            }
        }
    }

    private async Task<List<MunicipalityId>> MunicipalitiesAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Municipalities.Select(row => row.Id).ToListAsync(cancellation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What is kept for a while only could not be deleted; it is tried again in an hour.")]
    private partial void Failed(Exception failure);
}
