using GreenFactory.Domain.Users;
using GreenFactory.Testing.Postgres;
using Npgsql;
using Xunit;

namespace GreenFactory.Application.Tests.RowSecurity;

/// <summary>What the policies of the database say themselves, and that nobody can carry a row from one municipality into another.</summary>
public sealed class TenantPolicyTests : IAsyncLifetime
{
    /// <summary>Tables that no entity stands for: the end of the chain of events, the steps a case may take, which role opens which desk, what decisions were before a change, the key of seals, used codes, the migrations that were run.</summary>
    private static readonly string[] OutsideTheModel = ["gf.audit_head", "gf.case_step", "gf.desk_role", "gf.earlier_state", "gf.seal_key", "gf.used_time_step", "public.migration_history"];

    private readonly Guid _ours = Guid.NewGuid();
    private readonly Guid _theirs = Guid.NewGuid();
    private TestDatabase _database = null!;
    private IReadOnlyList<TableOfModel> _tables = [];
    private SyntheticRows _ourRows = null!;
    private SyntheticRows _theirRows = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await PortalTemplate.CloneAsync(Cancellation);
        await using var superuser = await _database.OpenAsSuperuserAsync(Cancellation);
        _tables = await TableOfModel.ReadAsync(superuser, Cancellation);
        (_ourRows, _theirRows) = (new SyntheticRows(_ours), new SyntheticRows(_theirs));
        await _ourRows.InsertAsync(superuser, _tables, Cancellation);
        await _theirRows.InsertAsync(superuser, _tables, Cancellation);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task No_desk_moves_a_row_to_another_municipality_or_account()
    {
        await using var connection = new NpgsqlConnection(_database.AppConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var owner = await _database.OpenAsSuperuserAsync(Cancellation);
        var moved = new List<string>();
        foreach (var desk in Enum.GetNames<Desk>())
        {
            await SealedScope.EnterAsync(owner, connection, _ours, desk, _ourRows.Person, [_ourRows.Organisation, _ourRows.District, _ourRows.Department], Cancellation);
            foreach (var table in _tables)
            {
                var to = table.HasMunicipality ? $"municipality_id = '{_theirs}'" : $"user_id = '{_theirRows.Person}'";
                if (await ReachesAsync(connection, $"update \"{table.Name}\" set {to} where {table.RowsOf(_ours, _ourRows.Person)}"))
                {
                    moved.Add($"{desk} {table.Name}");
                }
            }
        }

        Assert.Empty(moved);
    }

    [Fact]
    public async Task Every_policy_is_for_a_named_role_and_checks_what_is_written_for_the_tenant()
    {
        var policies = await ReadAsync("select tablename, policyname, cmd, array_to_string(roles, ','), coalesce(with_check, ''), coalesce(qual, '') from pg_policies where schemaname in ('public', 'gf')");
        Assert.True(policies.Count > 100, "hardly any policy was found");
        Assert.Empty(policies.Where(policy => policy[3] is not ("greenfactory_app" or "greenfactory_owner" or "greenfactory_system")).Select(policy => $"{policy[0]}.{policy[1]} is for {policy[3]}"));
        Assert.Equal(TableOfModel.OfPlatform.Order(StringComparer.Ordinal), policies.Where(policy => policy[3] == "greenfactory_system").Select(policy => policy[0]).Distinct().Order(StringComparer.Ordinal));
        var writing = policies.Where(policy => policy[3] == "greenfactory_app" && policy[2] is "INSERT" or "UPDATE" or "ALL").ToList();
        Assert.Empty(writing.Where(policy => policy[3] == "greenfactory_app" && !NamesTheTenant(policy[4])).Select(policy => $"{policy[0]}.{policy[1]} writes without the tenant: {policy[4]}"));
        Assert.Empty(policies.Where(policy => policy[3] == "greenfactory_app" && policy[2] is "SELECT" or "DELETE" && policy[3] == "greenfactory_app" && !NamesTheTenant(policy[5])).Select(policy => $"{policy[0]}.{policy[1]} reads without the tenant: {policy[5]}"));

        static bool NamesTheTenant(string condition) => condition.Contains("gf.municipality", StringComparison.Ordinal) || condition.Contains("gf.sees_account", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_granted_to_everybody()
    {
        var grants = await ReadAsync("select table_schema || '.' || table_name || ' ' || privilege_type from information_schema.role_table_grants where grantee = 'PUBLIC' and table_schema in ('public', 'gf')");
        Assert.Empty(grants.Select(row => row[0]));
    }

    [Fact]
    public async Task Tables_outside_the_model_are_known_by_name_and_closed_to_the_program()
    {
        var found = await ReadAsync("select table_schema || '.' || table_name from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'");
        var model = _tables.Select(table => table.Name).Concat(TableOfModel.OfPlatform).Select(name => $"public.{name}");
        Assert.Equal(OutsideTheModel, found.Select(row => row[0]).Except(model).Order(StringComparer.Ordinal));
        var opened = await ReadAsync(
            "select table_schema || '.' || table_name || ' ' || privilege_type from information_schema.role_table_grants " +
            $"where grantee in ('greenfactory_app', 'greenfactory_system') and table_schema || '.' || table_name in ({string.Join(", ", OutsideTheModel.Select(name => $"'{name}'"))})");
        Assert.Empty(opened.Select(row => row[0]));
    }

    private static async Task<bool> ReachesAsync(NpgsqlConnection connection, string sql)
    {
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        try
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            return await command.ExecuteNonQueryAsync(Cancellation) > 0;
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
            await transaction.RollbackAsync(Cancellation);
        }
    }

    private async Task<List<string[]>> ReadAsync(string sql)
    {
        await using var connection = await _database.OpenAsSuperuserAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var rows = new List<string[]>();
        while (await reader.ReadAsync(Cancellation))
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return rows;
    }
}
