using GreenFactory.Testing.Postgres;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GreenFactory.Benchmarks.Pages;

/// <summary>The least that ASP.NET Core and EF Core can do on the same server: one list of 25 rows as HTML, one row updated; nobody signed in, no row security.</summary>
internal sealed class BareApp : IAsyncDisposable
{
    private readonly WebApplication app;

    private BareApp(WebApplication app) => this.app = app;

    public HttpClient Client => app.GetTestClient();

    public static async Task<BareApp> StartAsync(TestDatabase database, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddDbContext<BareContext>(options => options.UseNpgsql(database.OwnerConnectionString));
        var app = builder.Build();
        app.MapGet("/", async (BareContext db) => BarePage.Of(await db.Rows.OrderBy(row => row.Number).Take(25).ToListAsync()));
        app.MapPost("/{id:int}", async (int id, BareContext db) =>
        {
            var row = await db.Rows.SingleAsync(one => one.Id == id);
            row.Name = $"{row.Name[..4]}{Random.Shared.Next()}";
            await db.SaveChangesAsync();
        });
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<BareContext>().Database.ExecuteSqlRawAsync(
                """
                create table bare_row ("Id" int primary key, "Name" text not null, "Number" text not null, "State" text not null);
                insert into bare_row select n, 'Unit ' || n, 'F2026-' || lpad(n::text, 5, '0'), 'DistrictReview' from generate_series(1, 5000) n;
                create index on bare_row ("Number");
                """,
                cancellation);
        }

        await app.StartAsync(cancellation);
        return new BareApp(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
