using GreenFactory.Application.Access;
using GreenFactory.Application.Data;
using GreenFactory.Application.Outbox;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GreenFactory.Worker;

/// <summary>Does the work of the outbox, municipality by municipality, until the host stops; looks for new work every two seconds.</summary>
public sealed partial class OutboxWorker(IServiceScopeFactory scopes, ILogger<OutboxWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var municipality in await MunicipalitiesAsync(stoppingToken))
                {
                    await DrainAsync(municipality, stoppingToken);
                }

                await Task.Delay(Pause, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Failed(failure);
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<List<MunicipalityId>> MunicipalitiesAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentAccess>().UsePlatform();
        return await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Municipalities.Select(row => row.Id).ToListAsync(cancellation);
    }

    private async Task DrainAsync(MunicipalityId municipality, CancellationToken cancellation)
    {
        for (var more = true; more && !cancellation.IsCancellationRequested;)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentAccess>().Use(AccessScope.System(municipality));
            var message = await scope.ServiceProvider.GetRequiredService<NextOutboxMessageHandler>().HandleAsync(cancellation);
            if (message?.LastError is { } problem)
            {
                Postponed(message.Kind, message.Id, message.Attempts, problem);
            }

            more = message is not null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox message {Kind} {Id} failed at attempt {Attempt}: {Problem}")]
    private partial void Postponed(string kind, Guid id, int attempt, string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be worked on; it is tried again.")]
    private partial void Failed(Exception failure);
}
