using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GreenFactory.Application.Seeding;
using GreenFactory.EndToEnd.Tests.Journey;
using GreenFactory.Testing;

namespace GreenFactory.EndToEnd.Tests.Reliability;

/// <summary>
/// Types and uploads as the portal's own page does: every save has a key and is sent again until it is acknowledged. Remembers what was acknowledged.
/// </summary>
internal sealed class ScriptedPerson : IDisposable
{
    private static readonly string[] Fields = ["p.address", "p.department", "p.contact", "p.process", "p.green"];
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
    private readonly HttpClient _client;
    private readonly Browser _browser;
    private readonly string _form = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
    private string _home = "";
    private string _token = "";

    public ScriptedPerson(Uri address)
    {
        _client = new HttpClient(_handler) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
        _browser = new Browser(_client);
    }

    /// <summary>The case, by its number in addresses.</summary>
    public Guid Case => Guid.Parse(_home.Split('/')[^1]);

    /// <summary>Saves that were acknowledged.</summary>
    public int Saved { get; private set; }

    /// <summary>What each field should hold: the last acknowledged text.</summary>
    public Dictionary<string, string> Expected { get; } = [];

    /// <summary>SHA-256 of every file whose upload was acknowledged.</summary>
    public List<string> Uploaded { get; } = [];

    /// <summary>How often something was sent in vain.</summary>
    public int Failures { get; private set; }

    /// <summary>Signs in, begins a declaration, and opens the form.</summary>
    public async Task BeginAsync(string email)
    {
        await _browser.GetAsync("/account/sign-in");
        await _browser.SubmitAsync("main form", new() { ["Input.Email"] = email, ["Input.Password"] = DemonstrationAccounts.Password });
        await _browser.GetAsync("/apply");
        var begun = await _browser.SubmitAsync("main form", new() { ["purpose"] = "NewEntry" });
        _home = begun.Headers.Location!.ToString();
        await _browser.GetAsync($"{_home}/rules?industry=3011");
        await _browser.SubmitAsync("main form.gf-sec");
        await _browser.GetAsync($"{_home}/sections/profile");
        _token = _browser.Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }

    /// <summary>Types and uploads until told to stop; what is under way is finished.</summary>
    public async Task WorkAsync(Random random, Func<bool> over, CancellationToken cancellation)
    {
        while (!over())
        {
            if (random.Next(6) == 0)
            {
                await UploadAsync(cancellation);
            }
            else
            {
                await SaveAsync(Fields[random.Next(Fields.Length)], cancellation);
            }
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    private async Task SaveAsync(string field, CancellationToken cancellation)
    {
        var number = Saved + 1;
        var text = string.Create(CultureInfo.InvariantCulture, $"第{number}次填写");
        await UntilAcknowledgedAsync(
            $"{_home}/sections/profile",
            () => new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = _token,
                ["key"] = string.Create(CultureInfo.InvariantCulture, $"{_form}.{number}"),
                ["version"] = $"0.{_form}",
                ["changed"] = field,
                [field] = text,
            }),
            cancellation);
        Saved = number;
        Expected[field] = text;
    }

    private async Task UploadAsync(CancellationToken cancellation)
    {
        var content = SmallPdf.Saying(string.Create(CultureInfo.InvariantCulture, $"file {Uploaded.Count + 1} of {_form}"));
        await UntilAcknowledgedAsync(
            $"{_home}/evidence/neg1",
            () => new MultipartFormDataContent
            {
                { new StringContent(_token), "__RequestVerificationToken" },
                { new ByteArrayContent(content), "Upload", string.Create(CultureInfo.InvariantCulture, $"材料{Uploaded.Count + 1}.pdf") },
            },
            cancellation);
        Uploaded.Add(Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    private static bool IsThereAlready(JsonElement answer) =>
        answer.TryGetProperty("message", out var message) && message.GetString()!.Contains("相同", StringComparison.Ordinal);

    /// <summary>Sends the same again, with growing pauses, until the portal says that it is stored, or that it has it already.</summary>
    private async Task UntilAcknowledgedAsync(string path, Func<HttpContent> content, CancellationToken cancellation)
    {
        for (var pause = 50; ; pause = Math.Min(pause * 2, 1000))
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content() };
                request.Headers.TryAddWithoutValidation("Accept", "application/json");
                using var answer = await _client.SendAsync(request, cancellation);
                var said = await answer.Content.ReadAsStringAsync(cancellation);
                using var json = JsonDocument.Parse(said);
                if (answer.StatusCode is HttpStatusCode.OK || (answer.StatusCode is HttpStatusCode.UnprocessableEntity && IsThereAlready(json.RootElement)))
                {
                    return;
                }

                if (answer.StatusCode < HttpStatusCode.InternalServerError)
                {
                    throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {said}");
                }
            }
            catch (Exception e) when (e is HttpRequestException or IOException or JsonException || (e is TaskCanceledException && !cancellation.IsCancellationRequested))
            {
                // Nothing was acknowledged.
            }

            Failures++;
            await Task.Delay(pause, cancellation);
        }
    }
}
