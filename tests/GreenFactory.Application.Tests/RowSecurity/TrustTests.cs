using GreenFactory.Application.Accounts;
using GreenFactory.Application.Seeding;
using GreenFactory.Testing.Postgres;
using Npgsql;
using Xunit;

namespace GreenFactory.Application.Tests.RowSecurity;

/// <summary>
/// What somebody gets who can run any SQL through a connection of the portal: in a request of nobody, in a request of one person, and by claiming to be another.
/// </summary>
public sealed class TrustTests : IAsyncLifetime
{
    private const string Officer = "officer@city.example";
    private readonly Guid _city = PortalSeeder.Chongqing.Id.Value;
    private TestDatabase _database = null!;
    private NpgsqlConnection _owner = null!;
    private NpgsqlConnection _request = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await PortalTemplate.CloneAsync(Cancellation);
        _owner = await _database.OpenAsSuperuserAsync(Cancellation);
        _request = await OpenAsync(_database.AppConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await _request.DisposeAsync();
        await _owner.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_request_of_nobody_reads_one_account_at_a_time_and_only_by_its_address()
    {
        await RunAsync(_owner, "insert into user_token (user_id, login_provider, name, value) select id, '[AspNetUserStore]', 'AuthenticatorKey', 'secret' from portal_user");
        foreach (var desk in (string[])["Public", "Account"])
        {
            await EnterAsync(_request, desk, null, null);
            foreach (var table in (string[])["portal_user", "user_token", "user_session", "membership", "message", "outbox_message"])
            {
                Assert.Equal(0L, await RunAsync(_request, $"select count(*) from {table}"));
            }
        }

        foreach (var address in (string[])["LEAD@CITY.EXAMPLE", "SIGNER@CEMENT.EXAMPLE"])
        {
            await RunAsync(_request, $"select gf.open_account_of('{address}')");
            Assert.Equal(address, await RunAsync(_request, "select string_agg(normalized_email, ',') from portal_user where password_hash <> ''"));
            Assert.Equal(1L, await RunAsync(_request, "select count(*) from user_token"));
        }

        Assert.IsType<DBNull>(await RunAsync(_request, "select gf.open_account_of('SIGNER@YUNZHOU.EXAMPLE')"));
        Assert.Equal(0L, await RunAsync(_request, "select count(*) from portal_user"));
        await EnterAsync(_request, "Public", null, null);
        await RefusedAsync("select gf.open_account_of('LEAD@CITY.EXAMPLE')");
    }

    [Fact]
    public async Task Of_the_account_that_is_open_nobody_takes_possession_nor_of_the_keys()
    {
        const string account = "select gen_random_uuid(), municipality_id, id";
        await EnterAsync(_request, "Account", null, null);
        await RunAsync(_request, "select gf.open_account_of('LEAD@CITY.EXAMPLE')");
        Assert.Equal(1L, await RunAsync(_request, "select count(*) from portal_user"));
        foreach (var attack in (string[])[
            "update portal_user set password_hash = 'mine'",
            "update portal_user set two_factor_enabled = not two_factor_enabled",
            "update portal_user set security_stamp = 'mine'",
            "update portal_user set lockout_end = now()",
            "update portal_user set access_failed_count = 0, concurrency_stamp = 'mine'",
            "update portal_user set email = 'mine@example.com', normalized_email = 'MINE@EXAMPLE.COM'",
            "insert into user_token (user_id, login_provider, name, value) select id, '[AspNetUserStore]', 'AuthenticatorKey', 'mine' from portal_user",
            $"insert into user_session (id, municipality_id, user_id, device, address, started_at, last_seen_at) {account}, '', '', now(), now() from portal_user",
            $"insert into message (id, municipality_id, user_id, title, body, destination, created_at) {account}, 'x', 'x', '/', now() from portal_user",
            $"insert into membership (id, municipality_id, user_id, person_name, role, granted_at) {account}, 'x', 'Administrator', now() from portal_user",
            "insert into outbox_message (id, municipality_id, kind, payload, created_at, due_at, attempts) select gen_random_uuid(), municipality_id, 'admit-member', '{}', now(), now(), 0 from portal_user",
            "insert into data_protection_keys (xml) values ('a key of mine')",
            "select xml from data_protection_keys",
            "select * from gf.seal_key",
            "select gf.seal(pg_backend_pid(), 'mine')",
            "select gf.put_scope('mine')",
            "create function pg_temp.mine() returns int language sql as 'select 1'"])
        {
            await RefusedAsync(attack);
        }
    }

    [Fact]
    public async Task A_wider_desk_is_entered_by_a_session_that_holds_and_a_membership_and_by_nothing_else()
    {
        var (officer, key) = await SignInAsync(Officer);
        await EnterAsync(_request, "City", officer, key);
        Assert.Equal($"City {officer}", await RunAsync(_request, "select gf.desk() || ' ' || gf.person()"));
        Assert.True(await RunAsync(_request, "select count(*) from department") is > 0L);
        await RefusedAsync("select gf.open_account_of('LEAD@CITY.EXAMPLE')");

        foreach (var desk in (string[])["Admin", "Audit", "District", "Apply", "Departments", "Experts", "System", "", "City|City", "owner"])
        {
            await EnterAsync(_request, desk, officer, key);
            Assert.Equal("", await RunAsync(_request, "select gf.desk()"));
        }

        var lead = (Guid)(await RunAsync(_owner, "select id from portal_user where email = 'lead@city.example'"))!;
        foreach (var (person, claimed) in new (Guid, Guid?)[] { (lead, key), (officer, null), (officer, Guid.NewGuid()), (officer, UserSession.IdOf(key)) })
        {
            await EnterAsync(_request, "City", person, claimed);
            Assert.Equal(" ", await RunAsync(_request, "select gf.desk() || ' ' || coalesce(gf.person()::text, '')"));
            Assert.Equal(0L, await RunAsync(_request, "select count(*) from department"));
        }

        await RunAsync(_owner, $"update membership set ended_at = now() where user_id = '{officer}'");
        await EnterAsync(_request, "City", officer, key);
        Assert.Equal("", await RunAsync(_request, "select gf.desk()"));
        await RunAsync(_owner, $"update user_session set ended_at = now() where user_id = '{officer}'");
        await EnterAsync(_request, "Account", officer, key);
        Assert.Equal(0L, await RunAsync(_request, "select count(*) from portal_user"));
    }

    [Fact]
    public async Task Units_come_from_memberships_and_a_person_of_one_municipality_is_nobody_in_another()
    {
        var (signer, key) = await SignInAsync("signer@cement.example");
        await EnterAsync(_request, "Apply", signer, key);
        Assert.Equal(
            await RunAsync(_owner, $"select array_agg(organisation_id) from membership where user_id = '{signer}'"),
            await RunAsync(_request, "select gf.units()"));
        var other = (Guid)(await RunAsync(_owner, "select id from municipality where code <> 'cq'"))!;
        await RunAsync(_request, $"select gf.enter_scope('{other}', 'Apply', '{signer}', '{key}', null)");
        Assert.Equal("|", await RunAsync(_request, "select gf.desk() || '|' || coalesce(gf.person()::text, '')"));
    }

    [Fact]
    public async Task A_scope_without_its_seal_is_none_and_a_seal_holds_for_its_own_connection_and_scope()
    {
        var (officer, key) = await SignInAsync(Officer);
        await EnterAsync(_request, "City", officer, key);
        var scope = (string)(await RunAsync(_request, "select current_setting('gf.scope')"))!;
        var seal = (string)(await RunAsync(_request, "select current_setting('gf.seal')"))!;
        foreach (var forged in (string[])[scope.Replace("City", "Admin", StringComparison.Ordinal), scope + " ", ""])
        {
            await RunAsync(_request, $"select set_config('gf.scope', '{forged}', false)");
            Assert.Equal(0L, await RunAsync(_request, "select count(*) from municipality"));
        }

        await RunAsync(_request, $"select set_config('gf.scope', '{scope}', false)");
        Assert.Equal(1L, await RunAsync(_request, "select count(*) from municipality"));
        await using var another = await OpenAsync(_database.AppConnectionString);
        await RunAsync(another, $"select set_config('gf.scope', '{scope}', false), set_config('gf.seal', '{seal}', false)");
        Assert.Equal(0L, await RunAsync(another, "select count(*) from municipality"));
        foreach (var old in (string[])["municipality", "desk", "person"])
        {
            await RunAsync(another, $"select set_config('gf.{old}', 'City', false)");
        }

        Assert.Equal("", await RunAsync(another, "select gf.desk()"));
    }

    [Fact]
    public async Task Only_the_role_of_background_work_is_believed_its_desk_and_no_role_of_the_program_becomes_another()
    {
        await EnterAsync(_request, "System", null, null);
        Assert.Equal("", await RunAsync(_request, "select gf.desk()"));
        await RefusedAsync("set role greenfactory_system");
        await RefusedAsync("set session authorization greenfactory_system");
        await using var background = await OpenAsync(_database.SystemConnectionString);
        await EnterAsync(background, "System", null, null);
        Assert.Equal("System", await RunAsync(background, "select gf.desk()"));
        await EnterAsync(background, "City", null, null);
        Assert.Equal("", await RunAsync(background, "select gf.desk()"));
    }

    private static async Task<NpgsqlConnection> OpenAsync(string role)
    {
        var connection = new NpgsqlConnection(role);
        await connection.OpenAsync(Cancellation);
        return connection;
    }

    private static async Task<object?> RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancellation);
    }

    private async Task RefusedAsync(string sql)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(_request, sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    private async Task EnterAsync(NpgsqlConnection connection, string desk, Guid? person, Guid? key)
    {
        await using var command = new NpgsqlCommand("select gf.enter_scope($1, $2, $3, $4, null)", connection)
        {
            Parameters = { new() { Value = _city }, new() { Value = desk }, Uuid(person), Uuid(key) },
        };
        await command.ExecuteNonQueryAsync(Cancellation);

        static NpgsqlParameter Uuid(Guid? value) => new() { Value = value is { } known ? known : DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid };
    }

    private async Task<(Guid Person, Guid Key)> SignInAsync(string email)
    {
        var key = Guid.NewGuid();
        var person = (Guid)(await RunAsync(_owner, $"select id from portal_user where email = '{email}'"))!;
        await RunAsync(_owner, $"insert into user_session (id, municipality_id, user_id, device, address, started_at, last_seen_at) select '{UserSession.IdOf(key)}', municipality_id, id, '', '', now(), now() from portal_user where id = '{person}'");
        return (person, key);
    }
}
