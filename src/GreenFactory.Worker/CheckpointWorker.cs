using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GreenFactory.Worker;

/// <summary>Has the head of every municipality's log signed and kept once a day; looks every quarter of an hour whether the day has one.</summary>
public sealed partial class CheckpointWorker(IServiceScopeFactory scopes, ILogger<CheckpointWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var municipality in await MunicipalitiesAsync(stoppingToken))
                {
                    await using var scope = scopes.CreateAsyncScope();
                    scope.ServiceProvider.GetRequiredService<CurrentAccess>().Use(AccessScope.System(municipality));
                    await scope.ServiceProvider.GetRequiredService<KeepCheckpointHandler>().HandleAsync(stoppingToken);
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

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<List<MunicipalityId>> MunicipalitiesAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentAccess>().UsePlatform();
        return await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Municipalities.Select(row => row.Id).ToListAsync(cancellation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The heads of the logs could not be kept; it is tried again in a quarter of an hour.")]
    private partial void Failed(Exception failure);
}
