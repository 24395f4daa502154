using System.Diagnostics;
using System.Globalization;
using AngleSharp.Html.Parser;
using GreenFactory.Testing;

namespace GreenFactory.Benchmarks.Pages;

/// <summary>
/// Sixteen people save one field of a section each, as fast as they are answered, beside as many updates of one row in the bare app: seconds of one and of the other in turn.
/// </summary>
internal static class SavesBenchmark
{
    private const int People = 16;
    private const int Rounds = 4;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(TextWriter output, PortalHost host, BareApp bare, Guid draft, CancellationToken cancellation)
    {
        await GrownCampaign.GrowAsync(host.Database, draft, People, "s", true, cancellation);
        var person = (await host.SignInAsync("signer@cement.example")).Client;
        var desks = await Task.WhenAll(GrownCampaign.CopiesOf(draft, People, "s").Select(id => DeskAsync(person, id)));
        var (saves, updates) = (new List<double>(), new List<double>());
        var (savesPerSecond, updatesPerSecond) = (new List<double>(), new List<double>());
        for (var round = -1; round < Rounds; round++)
        {
            var bareTimes = await InTurnAsync(number => UpdateAsync(bare.Client, number));
            var times = await InTurnAsync(number => SaveAsync(person, desks[number]));
            if (round >= 0)
            {
                saves.AddRange(times);
                updates.AddRange(bareTimes);
                savesPerSecond.Add(times.Count / Turn.TotalSeconds);
                updatesPerSecond.Add(bareTimes.Count / Turn.TotalSeconds);
            }
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"saves of one field, {People} at once: {savesPerSecond.Average():F0} a second, median {Of(saves, 0.5):F0} ms, p95 {Of(saves, 0.95):F0} ms; bare update: {updatesPerSecond.Average():F0} a second, median {Of(updates, 0.5):F0} ms; ratio 1 : {updatesPerSecond.Average() / savesPerSecond.Average():F1}"));
    }

    private static async Task<List<double>> InTurnAsync(Func<int, Task> action)
    {
        var end = Stopwatch.GetTimestamp() + (long)(Turn.TotalSeconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(Enumerable.Range(0, People).Select(number => Task.Run(async () =>
        {
            var times = new List<double>();
            while (Stopwatch.GetTimestamp() < end)
            {
                var clock = Stopwatch.StartNew();
                await action(number);
                times.Add(clock.Elapsed.TotalMilliseconds);
            }

            return times;
        })));
        return [.. all.SelectMany(times => times)];
    }

    private static async Task UpdateAsync(HttpClient client, int number)
    {
        using var answer = await client.PostAsync(new Uri($"/{number + 1}", UriKind.Relative), null);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<SavingDesk> DeskAsync(HttpClient client, Guid id)
    {
        var address = $"/apply/{id}/sections/profile";
        var page = await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync(new Uri(address, UriKind.Relative)));
        return new SavingDesk(address, page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!, page.QuerySelector("input[name=version]")?.GetAttribute("value") ?? "0.page");
    }

    private static async Task SaveAsync(HttpClient client, SavingDesk desk)
    {
        desk.Saved++;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(desk.Address, UriKind.Relative))
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["changed"] = "p.contact",
                ["p.contact"] = $"周琳{desk.Saved}",
                ["version"] = desk.Version,
                ["key"] = $"{desk.Form}.{desk.Saved}",
                ["__RequestVerificationToken"] = desk.Token,
            }),
        };
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await client.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    private static double Of(List<double> values, double share) => values.Order().ElementAt((int)(values.Count * share));

    /// <summary>One person's form.</summary>
    private sealed class SavingDesk(string address, string token, string version)
    {
        public string Address { get; } = address;

        public string Token { get; } = token;

        public string Version { get; } = version;

        public string Form { get; } = version.Split('.')[^1];

        public int Saved { get; set; }
    }
}
