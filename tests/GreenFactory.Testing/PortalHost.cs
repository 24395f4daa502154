using System.Net;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Seeding;
using GreenFactory.Testing.Postgres;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace GreenFactory.Testing;

/// <summary>
/// The whole portal in memory over a real database: migrated, filled with the demonstration, one copy per test class
/// (<c>IClassFixture&lt;PortalHost&gt;</c>). Its time is 2026-07-06 09:00 Beijing and goes on; <see cref="SetTimeAsync"/> moves it.
/// </summary>
public class PortalHost : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string data = Directory.CreateTempSubdirectory("greenfactory-portal-").FullName;
    private TestDatabase? database;

    /// <summary>Header by which a test says from which network address a request comes.</summary>
    public const string AddressHeader = "X-Test-Address";

    /// <summary>The machine's time, in which people who try too often wait.</summary>
    public MachineClock Machine { get; } = new();

    /// <summary>Settings a test class adds, by key.</summary>
    protected virtual IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>();

    /// <summary>The copy of the database.</summary>
    public TestDatabase Database => database ?? throw new InvalidOperationException("The host is not initialised: use it as a fixture.");

    /// <summary>Folder in which the portal keeps files and letters.</summary>
    public string DataFolder => data;

    /// <inheritdoc/>
    public virtual async ValueTask InitializeAsync() => database = await PortalTemplate.CloneAsync(CancellationToken.None);

    /// <summary>A browser that nobody is signed in to.</summary>
    public Browser OpenBrowser() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true }));

    /// <summary>A browser at a network address, that nobody is signed in to.</summary>
    public Browser OpenBrowserAt(string address)
    {
        var browser = OpenBrowser();
        browser.Client.DefaultRequestHeaders.Add(AddressHeader, address);
        return browser;
    }

    /// <summary>A browser in which somebody has signed in by the real form; the municipality is chosen by <paramref name="pathBase"/>, such as <c>/m/yunzhou</c>.</summary>
    public async Task<Browser> SignInAsync(string email, string password = DemonstrationAccounts.Password, string pathBase = "")
    {
        var browser = OpenBrowser();
        await browser.GetAsync($"{pathBase}/account/sign-in");
        var answer = await browser.SubmitAsync("main form", new() { ["Input.Email"] = email, ["Input.Password"] = password });
        return answer.StatusCode is System.Net.HttpStatusCode.Redirect
            ? browser
            : throw new InvalidOperationException($"{email} could not sign in: {browser.Page.QuerySelector(".gf-errsum")?.TextContent}");
    }

    /// <summary>Moves the product's time, for the portal and for the triggers of its database.</summary>
    public async Task SetTimeAsync(DateTimeOffset time)
    {
        var offset = (long)(time - TimeProvider.System.GetUtcNow()).TotalSeconds;
        await using var source = NpgsqlDataSource.Create(Database.OwnerConnectionString);
        await using var command = source.CreateCommand("insert into clock_setting (id, offset_seconds) values (1, $1) on conflict (id) do update set offset_seconds = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = offset });
        await command.ExecuteNonQueryAsync();
        Services.GetRequiredService<PortalClock>().Offset = TimeSpan.FromSeconds(offset);
    }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("demo", "true");
        builder.UseSetting("data", data);
        builder.UseSetting("ConnectionStrings:Portal", Database.AppConnectionString);
        builder.UseSetting("ConnectionStrings:System", Database.SystemConnectionString);
        foreach (var limit in new[] { "sign-in", "registration", "reset", "upload", "public-search", "public-page" })
        {
            builder.UseSetting($"RateLimits:{limit}", "100000");
        }

        builder.ConfigureServices(services => services.AddSingleton<IStartupFilter, StatedAddresses>());
        builder.ConfigureTestServices(services =>
        {
            QueryCounter.Register(services);
            services.AddSingleton(new MachineTime(Machine));
        });
        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (database is not null)
        {
            await database.DisposeAsync();
        }

        Directory.Delete(data, recursive: true);
        GC.SuppressFinalize(this);
    }

    private sealed class StatedAddresses : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                if (context.Request.Headers[AddressHeader].FirstOrDefault() is { } address)
                {
                    context.Connection.RemoteIpAddress = IPAddress.Parse(address);
                }

                return rest(context);
            });
            next(app);
        };
    }
}
