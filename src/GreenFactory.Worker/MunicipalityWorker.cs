using GreenFactory.Application.Access;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GreenFactory.Worker;

/// <summary>Work that is done again and again for every municipality until the host stops. A failure ends one round, never the work.</summary>
/// <param name="scopes">Makes a unit of work.</param>
/// <param name="pause">How long to rest between two rounds.</param>
/// <param name="logger">Told of a round that failed.</param>
public abstract partial class MunicipalityWorker(IServiceScopeFactory scopes, TimeSpan pause, ILogger logger) : BackgroundService
{
    /// <summary>Does the work of one municipality.</summary>
    /// <param name="municipality">The municipality.</param>
    /// <param name="cancellation">Stops the work.</param>
    protected abstract Task WorkAsync(MunicipalityId municipality, CancellationToken cancellation);

    /// <summary>A unit of background work of a municipality.</summary>
    protected AsyncServiceScope OpenUnit(MunicipalityId municipality)
    {
        var unit = scopes.CreateAsyncScope();
        unit.ServiceProvider.GetRequiredService<CurrentAccess>().Use(AccessScope.System(municipality));
        return unit;
    }

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var away = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var municipality in await MunicipalitiesAsync(stoppingToken))
                {
                    await WorkAsync(municipality, stoppingToken);
                }

                away = false;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (DatabaseAbsence.IsMeantBy(failure))
            {
                // Said once: an outage of a minute is no reason for thousands of lines.
                if (!away)
                {
                    Away(GetType().Name, failure.GetBaseException().Message);
                }

                away = true;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Failed(GetType().Name, pause, failure);
            }

            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<List<MunicipalityId>> MunicipalitiesAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentAccess>().UsePlatform();
        return await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Municipalities.Select(row => row.Id).ToListAsync(cancellation);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Worker} waits for the database, which is away: {Message}")]
    private partial void Away(string worker, string message);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Worker} could not do its work; it is tried again in {Pause}.")]
    private partial void Failed(string worker, TimeSpan pause, Exception failure);
}
