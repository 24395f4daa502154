using GreenFactory.Application.Clock;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GreenFactory.Testing.Cases;

/// <summary>Moves the product's time, in the program and in its database alike.</summary>
public static class MovedClock
{
    /// <summary>Sets the time.</summary>
    /// <param name="services">Services of the program under test.</param>
    /// <param name="ownerConnectionString">The owner of the schema.</param>
    /// <param name="to">The moment that is now.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task SetAsync(IServiceProvider services, string ownerConnectionString, DateTimeOffset to, CancellationToken cancellation)
    {
        var offset = (long)(to - TimeProvider.System.GetUtcNow()).TotalSeconds;
        await using var source = NpgsqlDataSource.Create(ownerConnectionString);
        await using var command = source.CreateCommand("insert into clock_setting (id, offset_seconds) values (1, $1) on conflict (id) do update set offset_seconds = excluded.offset_seconds");
        command.Parameters.Add(new NpgsqlParameter { Value = offset });
        await command.ExecuteNonQueryAsync(cancellation);
        services.GetRequiredService<PortalClock>().Offset = TimeSpan.FromSeconds(offset);
    }
}
