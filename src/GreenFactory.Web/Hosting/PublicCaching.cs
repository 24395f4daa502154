using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.OutputCaching;

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
        var isForEverybody = HttpMethods.IsGet(context.Request.Method) && context.User.Identity?.IsAuthenticated != true && headers.SetCookie.Count == 0;
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = isForEverybody ? $"public, max-age={PageSeconds}" : "no-store";
            headers.Append("Vary", "Cookie");
        }
    }
}

/// <summary>Marks the answers of public pages for caches.</summary>
internal sealed class PublicPageCaching : IAlwaysRunResultFilter
{
    /// <inheritdoc/>
    public void OnResultExecuting(ResultExecutingContext context)
    {
        context.HttpContext.Response.OnStarting(() =>
        {
            if (context.HttpContext.Response.StatusCode == StatusCodes.Status200OK)
            {
                PublicCaching.Mark(context.HttpContext);
            }

            return Task.CompletedTask;
        });
    }

    /// <inheritdoc/>
    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
