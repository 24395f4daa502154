using GreenFactory.Testing.Cases;
using GreenFactory.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Xunit;

namespace GreenFactory.Application.Tests.Accounts;

/// <summary>What is kept for a while only is forgotten by background work, of every municipality.</summary>
public sealed class SweepTests
{
    [Fact]
    public async Task Counts_of_tries_that_hold_nobody_up_any_more_are_deleted_and_the_others_stay()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var portal = await PortalDatabase.OpenAsync(cancellation);
        await using var owner = NpgsqlDataSource.Create(portal.OwnerConnectionString);
        await using var put = owner.CreateCommand(
            """
            insert into attempt_counter (municipality_id, door, subject, tries, run_id, last_at, wait_until)
            select m.id, 'Password', kind, 3, gen_random_uuid(), at, at from municipality m, (values ('old', $1), ('new', $2)) as v(kind, at)
            """);
        put.Parameters.Add(new NpgsqlParameter { Value = portal.Machine.GetUtcNow().AddDays(-30) });
        put.Parameters.Add(new NpgsqlParameter { Value = portal.Machine.GetUtcNow() });
        Assert.Equal(4, await put.ExecuteNonQueryAsync(cancellation));

        using var sweep = new SweepWorker(portal.Services.GetRequiredService<IServiceScopeFactory>(), NullLogger<SweepWorker>.Instance);
        await sweep.StartAsync(cancellation);
        await using var count = owner.CreateCommand("select string_agg(subject, ',') from attempt_counter");
        for (var left = ""; left != "new,new"; left = (string)(await count.ExecuteScalarAsync(cancellation))!)
        {
            await Task.Delay(100, cancellation);
        }

        await sweep.StopAsync(cancellation);
    }
}
