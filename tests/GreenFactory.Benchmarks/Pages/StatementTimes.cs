using GreenFactory.Testing.Postgres;
using Npgsql;

namespace GreenFactory.Benchmarks.Pages;

/// <summary>What the server says of the statements it ran (<c>pg_stat_statements</c>), where that is loaded; zeros otherwise.</summary>
internal sealed class StatementTimes : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly bool loaded;

    private StatementTimes(NpgsqlConnection connection, bool loaded) => (this.connection, this.loaded) = (connection, loaded);

    public static async Task<StatementTimes> OpenAsync(TestDatabase database, CancellationToken cancellation)
    {
        var connection = await database.OpenAsSuperuserAsync(cancellation);
        await using var asking = new NpgsqlCommand("select current_setting('shared_preload_libraries') like '%pg_stat_statements%'", connection);
        var loaded = (bool)(await asking.ExecuteScalarAsync(cancellation))!;
        if (loaded)
        {
            foreach (var step in new[] { "create extension if not exists pg_stat_statements", "alter system set pg_stat_statements.track_planning = on", "select pg_reload_conf()" })
            {
#pragma warning disable CA2100 // One of the three above.
                await using var command = new NpgsqlCommand(step, connection);
#pragma warning restore CA2100
                await command.ExecuteNonQueryAsync(cancellation);
            }
        }

        return new StatementTimes(connection, loaded);
    }

    public async Task ResetAsync(CancellationToken cancellation)
    {
        if (loaded)
        {
            await using var reset = new NpgsqlCommand("select pg_stat_statements_reset()", connection);
            await reset.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>Milliseconds of planning and of execution, and how many commands came, since the last <see cref="ResetAsync"/>, of this database's two roles.</summary>
    public async Task<(double Planning, double Execution, long Commands)> ReadAsync(CancellationToken cancellation)
    {
        if (!loaded)
        {
            return (0, 0, 0);
        }

        await using var read = new NpgsqlCommand(
            """
            select coalesce(sum(total_plan_time), 0)::float8, coalesce(sum(total_exec_time), 0)::float8, coalesce(sum(calls), 0)::bigint
            from pg_stat_statements s join pg_roles r on r.oid = s.userid
            where toplevel and r.rolname in ('greenfactory_app', 'greenfactory_system') and dbid = (select oid from pg_database where datname = current_database())
            """,
            connection);
        await using var reader = await read.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (reader.GetDouble(0), reader.GetDouble(1), reader.GetInt64(2));
    }

    /// <summary>The statements that took longest since the last <see cref="ResetAsync"/>, one a line.</summary>
    public async Task<IReadOnlyList<string>> LongestAsync(int count, CancellationToken cancellation)
    {
        var lines = new List<string>();
        if (loaded)
        {
            await using var read = new NpgsqlCommand(
                """
                select format('%s ms planned, %s ms run, %s rows, %s calls: %s', round(total_plan_time::numeric, 2), round(total_exec_time::numeric, 2), rows, calls, left(regexp_replace(query, '\s+', ' ', 'g'), 700))
                from pg_stat_statements s join pg_roles r on r.oid = s.userid
                where toplevel and r.rolname in ('greenfactory_app', 'greenfactory_system') order by total_exec_time + total_plan_time desc limit $1
                """,
                connection)
            { Parameters = { new() { Value = count } } };
            await using var reader = await read.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                lines.Add(reader.GetString(0));
            }
        }

        return lines;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
