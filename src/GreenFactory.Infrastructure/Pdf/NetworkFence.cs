using System.Net;
using Microsoft.Playwright;

namespace GreenFactory.Infrastructure.Pdf;

/// <summary>Decides what a document being printed may load: itself, embedded data, and its origin when that is this machine.</summary>
internal sealed class NetworkFence(string documentUrl, string html, Uri? origin)
{
    internal const string StandaloneDocument = "http://document.invalid/";

    private bool _documentServed;

    /// <summary>Answers one request of the browser.</summary>
    internal Task AnswerAsync(IRoute route)
    {
        var url = route.Request.Url;
        if (!_documentServed && url == documentUrl && route.Request.IsNavigationRequest)
        {
            _documentServed = true;
            return route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html; charset=utf-8", Body = html });
        }

        return IsAllowed(url) ? route.ContinueAsync() : route.AbortAsync("blockedbyclient");
    }

    /// <summary>Whether an origin is this machine: only then may documents load from it.</summary>
    internal static bool IsLoopback(Uri origin) =>
        (origin.Scheme == Uri.UriSchemeHttp || origin.Scheme == Uri.UriSchemeHttps)
        && (origin.Host == "localhost" || (IPAddress.TryParse(origin.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));

    private bool IsAllowed(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var target))
            return false;
        if (target.Scheme == "data")
            return true;
        return origin is not null && target.Scheme == origin.Scheme && target.Host == origin.Host && target.Port == origin.Port;
    }
}
