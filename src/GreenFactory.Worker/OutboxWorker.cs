using GreenFactory.Application.Outbox;
using GreenFactory.Domain.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GreenFactory.Worker;

/// <summary>Does the work of the outbox, municipality by municipality; looks for new work every two seconds.</summary>
public sealed partial class OutboxWorker(IServiceScopeFactory scopes, ILogger<OutboxWorker> logger) : MunicipalityWorker(scopes, TimeSpan.FromSeconds(2), logger)
{
    private readonly ILogger _logger = logger;

    /// <inheritdoc/>
    protected override async Task WorkAsync(MunicipalityId municipality, CancellationToken cancellation)
    {
        for (var more = true; more && !cancellation.IsCancellationRequested;)
        {
            await using var unit = OpenUnit(municipality);
            var message = await unit.ServiceProvider.GetRequiredService<NextOutboxMessageHandler>().HandleAsync(cancellation);
            if (message?.LastError is { } problem)
            {
                Postponed(message.Kind, message.Id, message.Attempts, problem);
            }

            more = message is not null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox message {Kind} {Id} failed at attempt {Attempt}: {Problem}")]
    private partial void Postponed(string kind, Guid id, int attempt, string problem);
}
