using Microsoft.Net.Http.Headers;

namespace GreenFactory.Web.Api;

/// <summary>Headers by which programs and proxies keep open data.</summary>
internal static class ApiCaching
{
    private const string Rule = "public, max-age=60";

    /// <summary>Lets the answer be kept for a minute.</summary>
    public static void Keep(HttpResponse response) => response.Headers.CacheControl = Rule;

    /// <summary>Sets the ETag of the answer and says whether the caller already has it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="response">Its response.</param>
    /// <param name="hash">Hash of the content, in hexadecimal.</param>
    public static bool IsUnchanged(HttpRequest request, HttpResponse response, string hash)
    {
        var tag = new EntityTagHeaderValue($"\"{hash}\"");
        Keep(response);
        response.GetTypedHeaders().ETag = tag;
        return request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false));
    }
}
