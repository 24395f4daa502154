using System.Text;
using GreenFactory.Domain.Users;
using GreenFactory.Testing;
using GreenFactory.Testing.Postgres;
using Npgsql;
using Xunit;

namespace GreenFactory.Application.Tests.RowSecurity;

/// <summary>
/// What the database itself guarantees, whatever the program does: generated from the model, so that a new table without protection fails.
/// </summary>
public sealed class RowSecurityTests : IAsyncLifetime
{
    private static readonly string[] Verbs = ["select", "insert", "update", "delete"];
    private readonly Guid _ours = Guid.NewGuid();
    private readonly Guid _theirs = Guid.NewGuid();
    private TestDatabase _database = null!;
    private IReadOnlyList<TableOfModel> _tables = [];
    private SyntheticRows _ourRows = null!;
    private SyntheticRows _theirRows = null!;
    private NpgsqlConnection _superuser = null!;

    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        _database = await PortalTemplate.CloneAsync(cancellation);
        _superuser = await _database.OpenAsSuperuserAsync(cancellation);
        _tables = await TableOfModel.ReadAsync(_superuser, cancellation);
        (_ourRows, _theirRows) = (new SyntheticRows(_ours), new SyntheticRows(_theirs));
        await _ourRows.InsertAsync(_superuser, _tables, cancellation);
        await _theirRows.InsertAsync(_superuser, _tables, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _superuser.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Every_table_forces_row_security_and_names_the_tenant_in_every_policy()
    {
        await using var connection = await _database.OpenAsSuperuserAsync(TestContext.Current.CancellationToken);
        var findings = new List<string>();
        foreach (var table in _tables)
        {
            var forced = await ScalarAsync<bool?>(connection, $"select relrowsecurity and relforcerowsecurity from pg_class where oid = 'public.{table.Name}'::regclass");
            if (forced is not true)
            {
                findings.Add($"{table.Name}: row security is not forced");
            }

            var loose = await ScalarAsync<long>(
                connection,
                $"select count(*) from pg_policies where tablename = '{table.Name}' and 'greenfactory_app' = any(roles) and coalesce(qual, with_check) !~ 'gf\\.municipality|gf\\.sees_account'");
            if (loose > 0)
            {
                findings.Add($"{table.Name}: {loose} policies without the tenant");
            }
        }

        Assert.Empty(findings);
        Assert.False(await ScalarAsync<bool>(connection, "select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole from pg_roles where rolname = 'greenfactory_app'"));
        Assert.Equal(0, await ScalarAsync<long>(connection, "select count(*) from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'greenfactory_app'"));
    }

    [Fact]
    public async Task Every_foreign_key_is_indexed()
    {
        await using var connection = await _database.OpenAsSuperuserAsync(TestContext.Current.CancellationToken);
        var missing = await ScalarAsync<string?>(
            connection,
            """
            select string_agg(c.conrelid::regclass || '.' || c.conname, ', ') from pg_constraint c
            where c.contype = 'f' and c.connamespace = 'public'::regnamespace and not exists (
              select 1 from pg_index i where i.indrelid = c.conrelid and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)
            """);
        Assert.Null(missing);
    }

    [Fact]
    public async Task Without_a_scope_requests_read_nothing_and_background_work_only_what_belongs_to_the_platform()
    {
        await using var command = new NpgsqlCommand("insert into clock_setting (id, offset_seconds) values (1, 0) on conflict do nothing; insert into data_protection_keys (xml) values ('')", _superuser);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        Assert.Empty(await SeenAsync(_database.AppConnectionString));
        Assert.Equal(TableOfModel.OfPlatform.Order(StringComparer.Ordinal), await SeenAsync(_database.SystemConnectionString));

        async Task<IEnumerable<string>> SeenAsync(string role)
        {
            await using var connection = new NpgsqlConnection(role);
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            var seen = new List<string>();
            foreach (var table in _tables.Select(table => table.Name).Concat(TableOfModel.OfPlatform))
            {
                if (await CountAsync(connection, $"select count(*) from \"{table}\"") > 0)
                {
                    seen.Add(table);
                }
            }

            return seen.Order(StringComparer.Ordinal);
        }
    }

    [Fact]
    public async Task No_desk_of_one_municipality_reaches_a_row_of_another()
    {
        await using var connection = await OpenAppAsync();
        var findings = new List<string>();
        foreach (var desk in Enum.GetNames<Desk>())
        {
            await EnterAsync(connection, _theirs, desk, _theirRows);
            foreach (var table in _tables)
            {
                foreach (var verb in Verbs)
                {
                    if (await SucceedsAsync(connection, table, verb, _ours, _ourRows))
                    {
                        findings.Add($"{desk} {verb} {table.Name}");
                    }
                }
            }
        }

        Assert.Empty(findings);
    }

    [Fact]
    public async Task What_each_desk_may_do_with_its_own_rows_is_as_approved()
    {
        await using var connection = await OpenAppAsync();
        var matrix = new StringBuilder();
        foreach (var table in _tables)
        {
            matrix.Append(table.Name).Append(':');
            foreach (var desk in Enum.GetNames<Desk>())
            {
                await EnterAsync(connection, _ours, desk, _ourRows);
                var letters = "";
                foreach (var verb in Verbs)
                {
                    letters += await SucceedsAsync(connection, table, verb, _ours, _ourRows) ? verb[..1] : "";
                }

                matrix.Append(letters.Length > 0 ? $" {desk}={letters}" : "");
            }

            matrix.Append('\n');
        }

        Assert.Equal(Approved.Text("RowSecurity/access-matrix.approved.txt", matrix.ToString()), matrix.ToString());
    }

    [Fact]
    public async Task A_scope_does_not_reach_the_next_user_of_a_pooled_connection()
    {
        var pool = new NpgsqlConnectionStringBuilder(_database.AppConnectionString) { MaxPoolSize = 1, Pooling = true }.ConnectionString;
        await using (var first = new NpgsqlConnection(pool))
        {
            await first.OpenAsync(TestContext.Current.CancellationToken);
            await using var kept = new NpgsqlCommand("select 1", first);
            await kept.PrepareAsync(TestContext.Current.CancellationToken);
            await EnterAsync(first, _ours, nameof(Desk.System), _ourRows);
            Assert.True(await CountAsync(first, "select count(*) from declaration") > 0);
        }

        await using var second = new NpgsqlConnection(pool);
        await second.OpenAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, await CountAsync(second, "select count(*) from declaration"));
    }

    private static async Task<bool> SucceedsAsync(NpgsqlConnection connection, TableOfModel table, string verb, Guid municipality, SyntheticRows rows)
    {
        var where = table.RowsOf(municipality, rows.Person);
        var first = table.Columns[0].Name;
        var sql = verb switch
        {
            "select" => $"select count(*) from \"{table.Name}\" where {where}",
            "insert" => rows.InsertStatement(table),
            "update" => $"update \"{table.Name}\" set \"{first}\" = \"{first}\" where {where}",
            _ => $"delete from \"{table.Name}\" where {where}",
        };
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        try
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            return verb is "select"
                ? (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))! > 0
                : await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken) > 0;
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.InsufficientPrivilege)
        {
            return false;
        }
        catch (PostgresException exception) when (exception.SqlState.StartsWith("23", StringComparison.Ordinal) || exception.SqlState is "GF001")
        {
            // The policy let the row through and only a constraint or a deadline stopped this made-up one.
            return true;
        }
        finally
        {
            await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        }
    }

    private Task EnterAsync(NpgsqlConnection connection, Guid municipality, string desk, SyntheticRows rows) =>
        SealedScope.EnterAsync(_superuser, connection, municipality, desk, rows.Person, [rows.Organisation, rows.District, rows.Department], TestContext.Current.CancellationToken);

    private static async Task<long> CountAsync(NpgsqlConnection connection, string sql)
    {
        try
        {
            return await ScalarAsync<long>(connection, sql);
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.InsufficientPrivilege)
        {
            return 0;
        }
    }

    private static async Task<T> ScalarAsync<T>(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        var value = await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        return value is null or DBNull ? default! : (T)value;
    }

    private async Task<NpgsqlConnection> OpenAppAsync()
    {
        var connection = new NpgsqlConnection(_database.AppConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }
}
