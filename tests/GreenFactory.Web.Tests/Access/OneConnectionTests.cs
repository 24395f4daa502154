using System.Data.Common;
using System.Net;
using GreenFactory.Application.Data;
using GreenFactory.Application.Seeding;
using GreenFactory.Domain.Users;
using GreenFactory.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GreenFactory.Web.Tests.Access;

/// <summary>Everybody's requests over one session of the database, whose statements stay prepared: nothing of a person is left in it for the next, whatever went wrong.</summary>
public sealed class OneConnectionTests : IAsyncLifetime
{
    private readonly OneConnectionHost host = new();
    private NpgsqlConnection owner = null!;

    public async ValueTask InitializeAsync()
    {
        await host.InitializeAsync();
        owner = await host.Database.OpenAsSuperuserAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await owner.DisposeAsync();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_request_of_every_kind_of_person_and_a_fault_in_its_middle_leave_nothing_of_the_person_in_the_session()
    {
        var people = DemonstrationAccounts.All.DistinctBy(account => account.Role).ToList();
        var pages = new Dictionary<string, (string Page, Browser Browser)> { [""] = ("/register", host.OpenBrowser()) };
        foreach (var person in people)
        {
            pages[person.PersonName] = (PageOf(person.Role), await host.SignInAsync(person.Email));
        }

        var session = await SessionAsync();
        for (var round = 0; round < 2; round++)
        {
            foreach (var (name, (page, browser)) in pages)
            {
                await OpenAsOnlyThemselvesAsync(name, page, browser, pages.Keys);
                Assert.Equal("", await ScopeLeftBehindAsync());
                foreach (var command in (int[])[1, 2, 4])
                {
                    host.Faults.FailAt(command);
                    using var failed = await browser.GetAsync(page);
                    Assert.True(host.Faults.Failed || command > 2, $"{page} sends fewer than {command} commands");
                    host.Faults.Never();
                    Assert.Equal("", await ScopeLeftBehindAsync());
                }
            }
        }

        Assert.Equal(session, await SessionAsync());
        Assert.True(await ScalarAsync<long>("select count(*) from pg_prepared_statements where not from_sql", host.App) > 20, "statements do not stay prepared");
        Assert.Equal(0L, await ScalarAsync<long>("select count(*) from pg_prepared_statements where statement like '%enter_scope%'", host.App));
    }

    [Fact]
    public async Task What_injected_SQL_prepares_is_never_run_by_the_next_request()
    {
        var browser = await host.SignInAsync("signer@cement.example");
        await browser.GetAsync("/apply");
        await browser.GetAsync("/apply");
        var before = await SessionAsync();
        await using (var injected = new NpgsqlConnection(host.App))
        {
            await injected.OpenAsync(TestContext.Current.CancellationToken);
            await using var plant = injected.CreateCommand();
            plant.CommandText = "deallocate all; prepare _p1 as select 1";
            await plant.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        using var answer = await browser.GetAsync("/apply");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(DemonstrationAccounts.CementWorks, browser.Text, StringComparison.Ordinal);
        Assert.NotEqual(before, await SessionAsync());
        Assert.Equal(0L, await ScalarAsync<long>("select count(*) from pg_prepared_statements where from_sql", host.App));
        await NobodyNoticesThatSessionsEndedAsync(browser);
    }

    /// <summary>As after the server was started again: all that lies in the pools is gone.</summary>
    private async Task NobodyNoticesThatSessionsEndedAsync(Browser browser)
    {
        await using (var end = owner.CreateCommand())
        {
            end.CommandText = "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and usename like 'greenfactory%' and pid <> pg_backend_pid()";
            Assert.True((long)(await end.ExecuteScalarAsync(TestContext.Current.CancellationToken))! > 1);
        }

        using var page = await browser.GetAsync("/apply");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        await host.SignInAsync("editor@cement.example");
    }

    private static async Task OpenAsOnlyThemselvesAsync(string name, string page, Browser browser, IEnumerable<string> names)
    {
        using var answer = await browser.GetAsync(page);
        Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{name} {page}: {(int)answer.StatusCode}");
        var header = browser.Page.QuerySelector("header")!.TextContent;
        Assert.All(names.Where(other => other.Length > 0), other => Assert.Equal(other == name, header.Contains(other, StringComparison.Ordinal)));
    }

    private static string PageOf(Role role) => DeskRoles.DeskOf(role) switch
    {
        Desk.Apply => "/apply",
        Desk.District => "/district",
        Desk.Departments => "/departments",
        Desk.City => "/city/cases",
        Desk.Experts => "/experts",
        _ => "/admin/log",
    };

    private Task<string> ScopeLeftBehindAsync() => ScalarAsync<string>("select gf.scope() || coalesce(current_setting('gf.scope', true), '')", host.App);

    /// <summary>The one session of the role of requests.</summary>
    private async Task<int> SessionAsync()
    {
        await using var command = new NpgsqlCommand("select pid from pg_stat_activity where usename = 'greenfactory_app' and datname = current_database()", owner);
        return (int)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static async Task<T> ScalarAsync<T>(string sql, string address)
    {
        await using var connection = new NpgsqlConnection(address);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Words of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private sealed class OneConnectionHost : PortalHost
    {
        public FaultyCommands Faults { get; } = new();

        /// <summary>Address of the pool that holds one connection: the portal's own.</summary>
        public string App => Services.GetRequiredService<DatabaseRoles>().App;

        protected override IReadOnlyDictionary<string, string> Settings =>
            new Dictionary<string, string> { ["ConnectionStrings:Portal"] = $"{Database.AppConnectionString};Maximum Pool Size=1;Timeout=20" };

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.ConfigureDbContext<PortalDbContext>((_, options) => options.AddInterceptors(Faults)));
        }
    }

    /// <summary>Fails at one command of a request, as a server does that goes away.</summary>
    private sealed class FaultyCommands : DbCommandInterceptor
    {
        private int left = int.MaxValue;

        public bool Failed { get; private set; }

        public void FailAt(int command) => (left, Failed) = (command, false);

        public void Never() => left = int.MaxValue;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (left < int.MaxValue && Interlocked.Decrement(ref left) == 0)
            {
                Failed = true;
                throw new TimeoutException("The server does not answer (a test).");
            }

            return ValueTask.FromResult(result);
        }
    }
}
