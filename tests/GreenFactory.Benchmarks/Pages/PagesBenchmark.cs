using System.Diagnostics;
using System.Globalization;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;
using GreenFactory.Testing.Postgres;
using Microsoft.Extensions.DependencyInjection;

namespace GreenFactory.Benchmarks.Pages;

/// <summary>
/// What people wait for, beside a bare list on the same server, request by request in turn. <c>./dev bench pages [cases] [rounds] [statements]</c>. Prints the medians, their ratio to
/// the bare list of the same round, the commands sent, and the database's planning and execution of one request.
/// </summary>
internal static class PagesBenchmark
{
    public static async Task<int> RunAsync(TextWriter output, string[] args)
    {
        var cases = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5000;
        var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 40;
        var cancellation = CancellationToken.None;
        TestServer.Preloaded = ["pg_stat_statements"];
        Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_GREENFACTORY_WEB", Path.Combine(Folders.Root, "src", "GreenFactory.Web"));
        await using var host = new PortalHost();
        await host.InitializeAsync();
        var campaign = new WholeCampaign(host.Services, host.Database.OwnerConnectionString, 1, cancellation);
        await campaign.RunAsync();
        await host.SetTimeAsync(Application.Clock.ChinaTime.At(2026, 7, 7, 9).ToUniversalTime());
        await GrownCampaign.GrowAsync(host.Database, campaign.Keys["review"], cases, "a", cancellation);
        await GrownCampaign.GrowAsync(host.Database, campaign.Keys["published"], Math.Min(cases, 600), "b", cancellation);
        await using var bare = await BareApp.StartAsync(host.Database, cancellation);

        var officer = (await host.SignInAsync("officer@fuling.example")).Client;
        var city = (await host.SignInAsync("officer@city.example")).Client;
        var editor = (await host.SignInAsync("signer@cement.example")).Client;
        var nobody = host.OpenBrowser().Client;
        var counter = host.Services.GetRequiredService<QueryCounter>();
        await using var statements = await StatementTimes.OpenAsync(host.Database, cancellation);

        output.WriteLine(Line($"{cases} cases in one district, {Environment.ProcessorCount} cores, {rounds} rounds; ms, medians"));
        output.WriteLine("| page | portal | bare list | ratio | commands | planning | execution | KB |");
        output.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var (name, client, address) in new[]
        {
            ("district queue", officer, "/district"),
            ("workbench", officer, $"/district/cases/{campaign.Keys["review"]}"),
            ("city case", city, $"/city/cases/{campaign.Keys["published"]}"),
            ("city cases", city, "/city/cases"),
            ("ranking", city, "/city/ranking"),
            ("section page", editor, $"/apply/{campaign.Keys["draft"]}/sections/energy"),
            ("register", nobody, "/register"),
            ("register, q=水泥", nobody, "/register?q=水泥"),
            ("register.csv", nobody, "/api/v1/register.csv"),
        })
        {
            var (times, ratios, size) = (new List<double>(), new List<double>(), 0L);
            var bares = new List<double>();
            for (var round = -20; round < rounds; round++)
            {
                var (bareTime, _) = await TimeAsync(bare.Client, "/");
                var (time, length) = await TimeAsync(client, address);
                if (round >= 0)
                {
                    times.Add(time);
                    bares.Add(bareTime);
                    ratios.Add(time / bareTime);
                    size = length;
                }
            }

            await statements.ResetAsync(cancellation);
            counter.Reset();
            await TimeAsync(client, address);
            var (planning, execution, sent) = await statements.ReadAsync(cancellation);
            output.WriteLine(Line($"| {name} | {Median(times):F1} | {Median(bares):F2} | {Median(ratios):F1} | {counter.Count} of the store, {sent} in all | {planning:F1} | {execution:F1} | {size / 1024} |"));
            if (args.Contains("statements"))
            {
                foreach (var statement in await statements.LongestAsync(6, cancellation))
                {
                    output.WriteLine(statement);
                }
            }
        }

        return 0;
    }

    private static async Task<(double Milliseconds, long Length)> TimeAsync(HttpClient client, string address)
    {
        var clock = Stopwatch.StartNew();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        var body = await answer.Content.ReadAsByteArrayAsync();
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{address}: {(int)answer.StatusCode}");
        }

        return (clock.Elapsed.TotalMilliseconds, body.Length);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
