using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Hosting;

/// <summary>How long public pages may be kept.</summary>
public static class PublicCaching
{
    /// <summary>Policy of pages built from documents that never change once published: kept by this node, for a minute, since what was compared with its text changes.</summary>
    public const string Documents = "documents";

    private const int PageSeconds = 60;
    private static readonly string[] Checked = ["/Public/Register/", "/Public/Notices/", "/Public/Verify", "/Public/Announcement"];
    private static readonly TimeSpan DocumentTime = TimeSpan.FromSeconds(PageSeconds);

    /// <summary>Registers the policies. The key of an entry holds host and path prefix, so municipalities never share one.</summary>
    public static void AddPublicCaching(this IServiceCollection services) =>
        services.AddOutputCache(options => options.AddPolicy(Documents, policy => policy.Expire(DocumentTime).SetVaryByQuery([]).SetVaryByHeader("Cookie")));

    /// <summary>
    /// Whether a page says what stands in signed lists. Nobody shows such a page again without asking: of two pages that are open beside each other one would
    /// go on calling genuine what the other refuses.
    /// </summary>
    public static bool SpeaksFromSignedLists(string page) => Checked.Any(part => page.StartsWith(part, StringComparison.Ordinal));

    /// <summary>Tells browsers and proxies how long a public answer may be kept: only what is the same for everybody.</summary>
    /// <param name="context">The request.</param>
    /// <param name="isChecked">The page says what stands in signed lists.</param>
    /// <param name="hasForm">The page has a form, whose token is for one browser alone.</param>
    public static void Mark(HttpContext context, bool isChecked, bool hasForm)
    {
        var headers = context.Response.Headers;
        var isForEverybody = HttpMethods.IsGet(context.Request.Method) && context.User.Identity?.IsAuthenticated != true;
        headers.CacheControl = !isForEverybody ? "no-store" : hasForm ? "no-cache, no-store" : isChecked ? "public, no-cache" : $"public, max-age={PageSeconds}";
        headers.Append("Vary", "Cookie");
    }
}

/// <summary>Marks the answers of public pages for caches.</summary>
internal sealed class PublicPageCaching(bool isChecked) : IAlwaysRunResultFilter
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
        PublicCaching.Mark(http, isChecked, (context.ActionDescriptor as CompiledPageActionDescriptor)?.HandlerMethods.Any(method => HttpMethods.IsPost(method.HttpMethod)) == true);
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
