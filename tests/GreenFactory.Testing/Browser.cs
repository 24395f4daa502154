using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace GreenFactory.Testing;

/// <summary>A person's browser without scripts: keeps cookies, holds the last page, and submits its forms with every field they carry.</summary>
public sealed class Browser(HttpClient client)
{
    private IHtmlDocument? page;
    private string address = "/";

    /// <summary>The client, for requests that no form makes.</summary>
    public HttpClient Client => client;

    /// <summary>Where the page came from.</summary>
    public string Address => address;

    /// <summary>The page last received.</summary>
    public IHtmlDocument Page => page ?? throw new InvalidOperationException("No page was opened yet.");

    /// <summary>Text of the main part of the page.</summary>
    public string Text => Page.QuerySelector("main")?.TextContent ?? Page.Body?.TextContent ?? "";

    /// <summary>Opens a page; a redirect is answered as such and not followed.</summary>
    public async Task<HttpResponseMessage> GetAsync(string path)
    {
        address = path;
        return await KeepAsync(await client.GetAsync(new Uri(path, UriKind.Relative)));
    }

    /// <summary>Opens a page and follows redirects to where they end.</summary>
    public async Task<HttpResponseMessage> FollowAsync(string path) => await FollowAsync(await GetAsync(path));

    /// <summary>Follows the redirects of an answer to where they end.</summary>
    public async Task<HttpResponseMessage> FollowAsync(HttpResponseMessage answer)
    {
        for (var hops = 0; answer.Headers.Location is { } next && hops < 10; hops++)
        {
            answer = await GetAsync(next.IsAbsoluteUri ? next.PathAndQuery : next.ToString());
        }

        return answer;
    }

    /// <summary>Fills in and submits a form of the present page: hidden fields, the antiforgery token among them, go along as the page holds them.</summary>
    /// <param name="form">CSS selector of the form.</param>
    /// <param name="values">Values by field name; they replace what the page holds.</param>
    /// <param name="button">CSS selector, inside the form, of the button pressed; the first button without a name when null.</param>
    public async Task<HttpResponseMessage> SubmitAsync(string form, Dictionary<string, string>? values = null, string? button = null)
    {
        var element = Page.QuerySelector(form) as IHtmlFormElement
            ?? throw new InvalidOperationException($"No form {form} on {address}: {Page.Title}");
        var fields = FieldsOf(element).Where(field => values?.ContainsKey(field.Key) is not true).Concat(values ?? []).ToList();
        var target = TargetOf(element);
        if (button is not null)
        {
            var pressed = element.QuerySelector(button) ?? throw new InvalidOperationException($"No button {button} in {form} on {address}.");
            target = pressed.GetAttribute("formaction") ?? target;
            if (pressed.GetAttribute("name") is { } name)
            {
                fields.Add(new(name, pressed.GetAttribute("value") ?? ""));
            }
        }

        using var content = new FormUrlEncodedContent(fields);
        address = target;
        return await KeepAsync(await client.PostAsync(new Uri(target, UriKind.Relative), content));
    }

    /// <summary>Sends fields that no form of the present page holds, with the page's token.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> values)
    {
        const string Token = "__RequestVerificationToken";
        using var content = new FormUrlEncodedContent([.. values, new(Token, Page.QuerySelector($"input[name={Token}]")!.GetAttribute("value")!)]);
        address = path;
        return await KeepAsync(await client.PostAsync(new Uri(path, UriKind.Relative), content));
    }

    /// <summary>Sends a form with a file, with the page's other fields and its token.</summary>
    public Task<HttpResponseMessage> UploadAsync(string form, string field, string fileName, byte[] content) => UploadAsync(form, [], (field, fileName, content));

    /// <summary>Fills in and sends a form with files; the values replace what the page holds.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string form, Dictionary<string, string> values, params (string Field, string FileName, byte[] Content)[] files)
    {
        var element = Page.QuerySelector(form) as IHtmlFormElement ?? throw new InvalidOperationException($"No form {form} on {address}.");
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in FieldsOf(element).Where(field => !values.ContainsKey(field.Key)).Concat(values))
        {
            body.Add(new StringContent(value), name);
        }

        foreach (var (field, fileName, content) in files)
        {
            body.Add(new ByteArrayContent(content), field, fileName);
        }

        var target = TargetOf(element);
        return await KeepAsync(await client.PostAsync(new Uri(target, UriKind.Relative), body));
    }

    private string TargetOf(IHtmlFormElement form) => form.GetAttribute("action") is { Length: > 0 } action ? action : address;

    private static IEnumerable<KeyValuePair<string, string>> FieldsOf(IHtmlFormElement form)
    {
        foreach (var element in form.QuerySelectorAll("input, select, textarea").Where(element => element.HasAttribute("name") && !element.HasAttribute("disabled")))
        {
            var name = element.GetAttribute("name")!;
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "submit" or "file" or "button" }:
                    break;
                case IHtmlInputElement input:
                    yield return new(name, input.Value);
                    break;
                case IHtmlSelectElement select:
                    yield return new(name, select.Value ?? "");
                    break;
                case IHtmlTextAreaElement area:
                    yield return new(name, area.Value);
                    break;
            }
        }
    }

    private async Task<HttpResponseMessage> KeepAsync(HttpResponseMessage answer)
    {
        if (answer.Content.Headers.ContentType?.MediaType is "text/html")
        {
            page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStreamAsync());
        }

        return answer;
    }
}
