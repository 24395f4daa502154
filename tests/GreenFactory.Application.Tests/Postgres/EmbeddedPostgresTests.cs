using System.Diagnostics;
using GreenFactory.Infrastructure.EmbeddedPostgres;
using Npgsql;
using Xunit;

namespace GreenFactory.Application.Tests.Postgres;

/// <summary>The server that <c>./dev run</c> starts: keeps its data, survives a killed program, refuses a second start.</summary>
public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"greenfactory-embedded-{Guid.NewGuid():N}");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeps_rows_and_passwords_between_runs_in_a_file_only_the_owner_reads()
    {
        string first;
        await using (var server = await StartAsync())
        {
            first = server.OwnerConnectionString;
            await ExecuteAsync(server.OwnerConnectionString, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (42)");
        }

        await using var again = await StartAsync();
        Assert.Equal(first, again.OwnerConnectionString);
        Assert.Equal(42, await ScalarAsync(again.OwnerConnectionString, "SELECT n FROM kept"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder, "postgres.json")));
    }

    [Fact]
    public async Task Application_role_owns_nothing_and_cannot_escape_row_security_or_create_tables()
    {
        await using var server = await StartAsync();
        const string facts = "SELECT rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole FROM pg_roles WHERE rolname = current_user";
        Assert.Equal(false, await ScalarAsync(server.AppConnectionString, facts));
        Assert.Equal(false, await ScalarAsync(server.OwnerConnectionString, facts));
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(server.AppConnectionString, "CREATE TABLE mine (n int)"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Fact]
    public async Task A_wrong_password_is_refused()
    {
        await using var server = await StartAsync();
        var wrong = new NpgsqlConnectionStringBuilder(server.AppConnectionString) { Password = "wrong" }.ConnectionString;
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(wrong, "SELECT 1"));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
    }

    [Fact]
    public async Task A_second_start_on_the_same_folder_names_the_first_and_leaves_it_alone()
    {
        await using var server = await StartAsync();
        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => StartAsync());
        Assert.Contains("already running at http://127.0.0.1:5111", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, await ScalarAsync(server.AppConnectionString, "SELECT 1"));
    }

    [Fact]
    public async Task A_server_killed_without_warning_comes_back_with_every_committed_row()
    {
        await using (var server = await StartAsync(durable: true))
        {
            await ExecuteAsync(server.OwnerConnectionString, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)");
            var pid = PidOfServer();
            using var postmaster = Process.GetProcessById(pid);
            postmaster.Kill();
            await postmaster.WaitForExitAsync(Cancellation);
        }

        await using var again = await StartAsync();
        Assert.Equal(7, await ScalarAsync(again.OwnerConnectionString, "SELECT n FROM kept"));
    }

    [Fact]
    public async Task A_server_that_dies_while_the_program_runs_serves_again_by_itself_within_ten_seconds_on_the_same_port()
    {
        await using var server = await StartAsync(durable: true);
        await ExecuteAsync(server.OwnerConnectionString, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (8)");
        var pid = PidOfServer();
        using (var postmaster = Process.GetProcessById(pid)) postmaster.Kill();

        var waited = Stopwatch.StartNew();
        object? kept = null;
        while (kept is null && waited.Elapsed < TimeSpan.FromSeconds(10))
        {
            try
            {
                kept = await ScalarAsync(server.OwnerConnectionString, "SELECT n FROM kept");
            }
            catch (NpgsqlException)
            {
                await Task.Delay(100, Cancellation);
            }
        }

        Assert.Equal(8, kept);
        Assert.NotEqual(pid, PidOfServer());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    [InlineData(200)]
    public async Task A_program_that_ends_while_its_server_is_being_started_again_leaves_nothing_running(int milliseconds)
    {
        var again = new TaskCompletionSource();
        await using (var server = await StartAsync(durable: true, report: _ => again.TrySetResult()))
        {
            using var postmaster = Process.GetProcessById(PidOfServer());
            postmaster.Kill();
            await again.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
            await Task.Delay(milliseconds, Cancellation);
        }

        Assert.False(File.Exists(PidFile) && IsAlive(PidOfServer()));
        await using var next = await StartAsync();
        Assert.Equal(1, await ScalarAsync(next.AppConnectionString, "SELECT 1"));
    }

    [Fact]
    public async Task A_pid_file_whose_number_belongs_to_another_process_does_not_stop_the_start()
    {
        await (await StartAsync()).DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder, "postgres", "postmaster.pid"), $"{Environment.ProcessId}\n", Cancellation);
        await using var again = await StartAsync();
        Assert.Equal(1, await ScalarAsync(again.AppConnectionString, "SELECT 1"));
    }

    [Fact]
    public async Task Passwords_lost_beside_a_database_are_an_error_and_the_database_stays()
    {
        await (await StartAsync()).DisposeAsync();
        File.Delete(Path.Combine(_folder, "postgres.json"));
        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => StartAsync());
        Assert.Contains("postgres.json", refusal.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder, "postgres", "PG_VERSION")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<EmbeddedPostgresServer> StartAsync(bool durable = false, Action<string>? report = null) => EmbeddedPostgresServer.StartAsync(
        new EmbeddedPostgresOptions { DataFolder = _folder, Address = "http://127.0.0.1:5111", Durable = durable, Report = report ?? (_ => { }) },
        Cancellation);

    private string PidFile => Path.Combine(_folder, "postgres", "postmaster.pid");

    private int PidOfServer() => int.Parse(File.ReadLines(PidFile).First(), System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsAlive(int process) => Process.GetProcesses().Any(each => each.Id == process && !each.HasExited);

    private static async Task ExecuteAsync(string connectionString, string sql) => await ScalarAsync(connectionString, sql);

    private static async Task<object?> ScalarAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
