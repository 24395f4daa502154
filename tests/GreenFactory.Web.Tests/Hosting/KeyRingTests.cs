using System.Net;
using GreenFactory.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Npgsql;

namespace GreenFactory.Web.Tests.Hosting;

/// <summary>The portal's keys cannot be used by whoever has the database alone.</summary>
public sealed class KeyRingTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Keys_are_encrypted_by_a_file_outside_the_database_and_only_nodes_that_have_it_read_a_cookie()
    {
        var person = await host.SignInAsync("editor@cement.example");
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/apply")).StatusCode);
        var keys = await KeysAsync();
        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Contains("<EncryptedData", key, StringComparison.Ordinal));
        Assert.All(keys, key => Assert.DoesNotContain("<masterKey", key, StringComparison.Ordinal));

        var file = Path.Combine(host.DataFolder, "keys", "data-protection.pfx");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        var cookie = await CookieAsync();
        using var other = new Folder(Directory.CreateTempSubdirectory("greenfactory-node-").FullName);
        Assert.Equal(HttpStatusCode.OK, await OpenAsync(cookie, other.Path, new() { ["Keys:Certificate"] = file }));
        Assert.Equal(HttpStatusCode.Redirect, await OpenAsync(cookie, other.Path, []));
        Assert.Equal(HttpStatusCode.OK, await OpenAsync(cookie, other.Path, new() { ["Keys:OldCertificates"] = file }));
    }

    /// <summary>The session cookie that a sign-in sets.</summary>
    private async Task<string> CookieAsync()
    {
        var browser = host.OpenBrowser();
        await browser.GetAsync("/account/sign-in");
        var answer = await browser.SubmitAsync("main form", new() { ["Input.Email"] = "editor@cement.example", ["Input.Password"] = Application.Seeding.DemonstrationAccounts.Password });
        return answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("gf_session", StringComparison.Ordinal)).Split(';')[0];
    }

    /// <summary>What a second node over the same database says to the cookie.</summary>
    private async Task<HttpStatusCode> OpenAsync(string cookie, string data, Dictionary<string, string> settings)
    {
        await using var node = host.WithWebHostBuilder(builder =>
        {
            builder.UseSetting("data", data);
            foreach (var (key, value) in settings)
            {
                builder.UseSetting(key, value);
            }
        });
        using var client = node.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/apply") { Headers = { { "Cookie", cookie } } };
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private async Task<List<string>> KeysAsync()
    {
        await using var source = NpgsqlDataSource.Create(host.Database.OwnerConnectionString);
        await using var command = source.CreateCommand("select xml from data_protection_keys");
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var keys = new List<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
        {
            keys.Add(rows.GetString(0));
        }

        return keys;
    }

    private sealed record Folder(string Path) : IDisposable
    {
        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
