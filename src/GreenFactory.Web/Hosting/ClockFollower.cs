using GreenFactory.Application.Access;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Web.Hosting;

/// <summary>In a demonstration, follows the clock that another node may have moved, every five seconds, and twice a minute what waits for its accounts. Elsewhere it does nothing.</summary>
internal sealed partial class ClockFollower(
    IServiceScopeFactory scopes, PortalClock clock, DeploymentOptions deployment, DemonstrationWaiting waiting, ILogger<ClockFollower> logger) : BackgroundService
{
    private const int RoundsBetweenCounts = 6;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var round = 0; deployment.IsDemonstration && !stoppingToken.IsCancellationRequested; round++)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CurrentAccess>().UsePlatform();
                var setting = await scope.ServiceProvider.GetRequiredService<PortalDbContext>().ClockSettings.SingleOrDefaultAsync(stoppingToken);
                clock.Offset = TimeSpan.FromSeconds(setting?.OffsetSeconds ?? 0);
                if (round % RoundsBetweenCounts == 0)
                {
                    await waiting.RefreshAsync(stoppingToken);
                }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(failure.GetBaseException().Message);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The clock setting of the demonstration could not be read; it is tried again: {Message}")]
    private partial void Failed(string message);
}
