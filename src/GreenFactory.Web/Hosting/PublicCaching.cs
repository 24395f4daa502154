using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Hosting;

/// <summary>How long public pages may be kept.</summary>
public static class PublicCaching
{
    /// <summary>Policy of pages built from documents that never change once published: kept by this node.</summary>
    public const string Documents = "documents";

    private const int PageSeconds = 60;
    private static readonly TimeSpan DocumentTime = TimeSpan.FromMinutes(5);

    /// <summary>Registers the policies. The key of an entry holds host and path prefix, so municipalities never share one.</summary>
    public static void AddPublicCaching(this IServiceCollection services) =>
        services.AddOutputCache(options => options.AddPolicy(Documents, policy => policy.Expire(DocumentTime).SetVaryByQuery([]).SetVaryByHeader("Cookie")));

    /// <summary>Tells browsers and proxies how long a public answer may be kept: only what is the same for everybody.</summary>
    public static void Mark(HttpContext context)
    {
        var headers = context.Response.Headers;
        var isForEverybody = HttpMethods.IsGet(context.Request.Method) && context.User.Identity?.IsAuthenticated != true;
        headers.CacheControl = isForEverybody ? $"public, max-age={PageSeconds}" : "no-store";
        headers.Append("Vary", "Cookie");
    }
}

/// <summary>Marks the answers of public pages for caches.</summary>
internal sealed class PublicPageCaching : IAlwaysRunResultFilter
{
    /// <inheritdoc/>
    public void OnResultExecuting(ResultExecutingContext context)
    {
        var http = context.HttpContext;
        if (context.Result is not PageResult || http.Response.StatusCode != StatusCodes.Status200OK)
        {
            return;
        }

        // Now, so that a copy kept by this node carries the header; a page with a form is taken back by its antiforgery token.
        PublicCaching.Mark(http);
        http.Response.OnStarting(() =>
        {
            if (http.Response.Headers.SetCookie.Count > 0)
            {
                http.Response.Headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
    }

    /// <inheritdoc/>
    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
