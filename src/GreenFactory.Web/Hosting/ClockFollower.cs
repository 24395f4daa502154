using GreenFactory.Application.Access;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Web.Hosting;

/// <summary>In a demonstration, follows the clock that another node may have moved, every five seconds. Elsewhere it does nothing.</summary>
internal sealed partial class ClockFollower(IServiceScopeFactory scopes, PortalClock clock, DeploymentOptions deployment, ILogger<ClockFollower> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (deployment.IsDemonstration && !stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CurrentAccess>().UsePlatform();
                var setting = await scope.ServiceProvider.GetRequiredService<PortalDbContext>().ClockSettings.SingleOrDefaultAsync(stoppingToken);
                clock.Offset = TimeSpan.FromSeconds(setting?.OffsetSeconds ?? 0);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(failure.GetBaseException().Message);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The clock setting could not be read; it is tried again: {Message}")]
    private partial void Failed(string message);
}
