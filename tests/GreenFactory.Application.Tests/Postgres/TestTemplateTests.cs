using GreenFactory.Testing.Postgres;
using Npgsql;
using Xunit;

namespace GreenFactory.Application.Tests.Postgres;

/// <summary>Every test class gets its own copy of one prepared database, and nothing stays behind.</summary>
public sealed class TestTemplateTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Copies_share_the_preparation_but_not_each_others_rows()
    {
        var prepared = 0;
        var template = new TestTemplate(async (owner, cancellation) =>
        {
            Interlocked.Increment(ref prepared);
            await RunAsync(owner, "CREATE TABLE t (n int); INSERT INTO t VALUES (1); GRANT SELECT, INSERT ON t TO greenfactory_app", cancellation);
        });

        var copies = await Task.WhenAll(template.CloneAsync(Cancellation), template.CloneAsync(Cancellation), template.CloneAsync(Cancellation));
        await RunAsync(copies[0].AppConnectionString, "INSERT INTO t VALUES (2)", Cancellation);

        Assert.Equal(1, prepared);
        Assert.Equal(2L, await RunAsync(copies[0].AppConnectionString, "SELECT count(*) FROM t", Cancellation));
        Assert.Equal(1L, await RunAsync(copies[1].AppConnectionString, "SELECT count(*) FROM t", Cancellation));
        foreach (var copy in copies) await copy.DisposeAsync();
        var gone = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(copies[2].AppConnectionString, "SELECT 1", Cancellation));
        Assert.Equal(PostgresErrorCodes.InvalidCatalogName, gone.SqlState);
    }

    private static async Task<object?> RunAsync(string connectionString, string sql, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellation);
    }
}
