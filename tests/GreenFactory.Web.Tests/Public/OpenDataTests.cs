using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Xml.Linq;
using GreenFactory.Application.Ports.Spreadsheets;
using GreenFactory.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GreenFactory.Web.Tests.Public;

/// <summary>The shapes that <c>docs/api.md</c> promises within version 1.</summary>
public sealed class OpenDataTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string RegisterFields = "id,name,formerNames,creditCode,district,kind,level,state,admittedYear,certificateNumber,site,proof";

    [Theory]
    [InlineData("/api/v1/register.json", RegisterFields)]
    [InlineData("/api/v1/rules", "id,version,title,kind,provenance,sha256,state,publishedAt,campaigns")]
    public async Task A_list_has_the_documented_fields(string path, string fields)
    {
        var list = await ReadAsync(path);
        Assert.Equal(["count", "items", "next"], list.EnumerateObject().Select(field => field.Name));
        Assert.Equal(fields.Split(','), list.GetProperty("items")[0].EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public async Task The_csv_holds_the_same_units_as_the_json()
    {
        var text = await host.OpenBrowser().Client.GetStringAsync(new Uri("/api/v1/register.csv", UriKind.Relative), TestContext.Current.CancellationToken);
        var lines = text.TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var list = await ReadAsync("/api/v1/register.json");
        Assert.Equal(RegisterFields, lines[0]);
        Assert.Equal(list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()), lines.Skip(1).Select(line => line.Split(',')[0]));
    }

    [Fact]
    public async Task The_workbook_holds_the_same_units_with_every_digit_of_their_codes_as_text()
    {
        var bytes = await host.OpenBrowser().Client.GetByteArrayAsync(new Uri("/api/v1/register.xlsx", UriKind.Relative), TestContext.Current.CancellationToken);
        var read = Assert.IsType<SpreadsheetResult.Opened>(
            host.Services.GetRequiredService<ISpreadsheetReader>().Read(new MemoryStream(bytes), "register.xlsx", SpreadsheetLimits.Default));
        var codes = read.Sheets[0].Rows.Skip(1).Select(row => row.At(3)!).ToList();
        var list = await ReadAsync("/api/v1/register.json");
        Assert.Equal(list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("creditCode").GetString()), codes.Select(cell => cell.Text));
        Assert.All(codes, cell => Assert.Equal(CellKind.Text, cell.Kind));
    }

    [Fact]
    public async Task A_filter_narrows_the_open_data_as_it_narrows_the_page()
    {
        var parks = await ReadAsync("/api/v1/register.json?kind=park");
        Assert.NotEqual(0, parks.GetProperty("count").GetInt32());
        Assert.All(parks.GetProperty("items").EnumerateArray(), item => Assert.Equal("park", item.GetProperty("kind").GetString()));
    }

    [Theory]
    [InlineData("/api/v1/register.json")]
    [InlineData("/api/v1/rules")]
    [InlineData("/api/v1/rules/none/1")]
    [InlineData("/.well-known/greenfactory-keys.json")]
    public async Task HEAD_answers_like_GET_without_the_content_and_a_verb_that_changes_is_refused(string path)
    {
        var client = host.OpenBrowser().Client;
        var cancellation = TestContext.Current.CancellationToken;
        using var get = await client.GetAsync(new Uri(path, UriKind.Relative), cancellation);
        using var question = new HttpRequestMessage(HttpMethod.Head, new Uri(path, UriKind.Relative));
        using var head = await client.SendAsync(question, cancellation);
        Assert.Equal((get.StatusCode, get.Content.Headers.ContentType, get.Headers.ETag), (head.StatusCode, head.Content.Headers.ContentType, head.Headers.ETag));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(cancellation));
        if (path.StartsWith("/api/", StringComparison.Ordinal))
        {
            using var change = new HttpRequestMessage(HttpMethod.Delete, new Uri(path, UriKind.Relative));
            using var refused = await client.SendAsync(change, cancellation);
            Assert.Equal((HttpStatusCode.MethodNotAllowed, "application/problem+json"), (refused.StatusCode, refused.Content.Headers.ContentType!.MediaType));
            Assert.Equal(["GET", "HEAD"], refused.Content.Headers.Allow.Order());
        }
    }

    [Fact]
    public async Task Feed_and_sitemap_are_well_formed_and_everything_they_name_opens()
    {
        var browser = host.OpenBrowser();
        var cancellation = TestContext.Current.CancellationToken;
        var map = XDocument.Parse(await browser.Client.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative), cancellation));
        var addresses = map.Descendants().Where(element => element.Name.LocalName == "loc").Select(element => new Uri(element.Value)).ToList();
        Assert.Contains(addresses, address => address.AbsolutePath.StartsWith("/rules/gbt36132-2025/", StringComparison.Ordinal));
        Assert.Contains("Sitemap: http", await browser.Client.GetStringAsync(new Uri("/robots.txt", UriKind.Relative), cancellation), StringComparison.Ordinal);
        var feed = XDocument.Parse(await browser.Client.GetStringAsync(new Uri("/notices.atom", UriKind.Relative), cancellation));
        XNamespace atom = "http://www.w3.org/2005/Atom";
        Assert.Equal(["author", "id", "link", "link", "title", "updated"], feed.Root!.Elements().Where(element => element.Name != atom + "entry").Select(element => element.Name.LocalName).Order());
        addresses.AddRange(feed.Descendants(atom + "link").Where(link => link.Attribute("rel")!.Value == "alternate").Select(link => new Uri(link.Attribute("href")!.Value)));
        foreach (var address in addresses.Take(40))
        {
            using var answer = await browser.GetAsync(address.PathAndQuery);
            Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{address}: {(int)answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("/api/v1/register.json?kind=x")]
    [InlineData("/api/v1/register.json?level=9")]
    [InlineData("/api/v1/register.csv?state=1")]
    public async Task A_word_that_a_filter_does_not_have_is_refused(string path)
    {
        var answer = await host.OpenBrowser().Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("可以是", (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        var page = await host.OpenBrowser().Client.GetAsync(new Uri($"/register{path[path.IndexOf('?', StringComparison.Ordinal)..]}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Contains("不存在的筛选条件", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/rules/none/1")]
    [InlineData("/api/v1/notices/00000000-0000-0000-0000-000000000001")]
    [InlineData("/api/v1/nothing")]
    public async Task An_error_is_problem_json(string path)
    {
        var answer = await host.OpenBrowser().Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(404, problem.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task A_document_that_the_caller_has_is_not_sent_again()
    {
        var client = host.OpenBrowser().Client;
        var set = (await ReadAsync("/api/v1/rules")).GetProperty("items")[0];
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/rules/{set.GetProperty("id").GetString()}/{set.GetProperty("version").GetString()}");
        request.Headers.TryAddWithoutValidation("If-None-Match", $"\"{set.GetProperty("sha256").GetString()}\"");
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_description_names_every_address()
    {
        var paths = (await ReadAsync("/openapi/v1.json")).GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal);
        Assert.Equal(
            ["/api/v1/notices", "/api/v1/notices/{id}", "/api/v1/publications/{id}", "/api/v1/register.csv", "/api/v1/register.json", "/api/v1/register.xlsx", "/api/v1/rules", "/api/v1/rules/{id}/{version}"],
            paths);
    }

    private async Task<JsonElement> ReadAsync(string path) =>
        await host.OpenBrowser().Client.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
}
