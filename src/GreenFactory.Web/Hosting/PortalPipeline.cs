using GreenFactory.Web.Access;
using GreenFactory.Web.Api;
using Microsoft.AspNetCore.StaticFiles;
using Serilog;

namespace GreenFactory.Web.Hosting;

/// <summary>The order in which a request is handled.</summary>
public static class PortalPipeline
{
    /// <summary>Sets the order up.</summary>
    public static void UsePortal(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseCookiePolicy();
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/error", "?status={0}");
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = Revalidate });
        app.UseMetrics();
        // The path only: a query may hold a name or a number that somebody searched for.
        app.UseSerilogRequestLogging(options => (options.IncludeQueryInRequestPath, options.Logger) = (false, app.Services.GetRequiredService<Serilog.ILogger>()));
        app.UseDatabaseAway();
        app.UseCleanAddresses();
        app.UseBackgroundRedirects();
        app.UseMiddleware<TenantMiddleware>();
        app.UseApiHead();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseUnstoredPersonalAnswers();
        app.UseMiddleware<AccessMiddleware>();
        app.UseAuthorization();
        app.UseOutputCache();
        app.MapRazorPages();
        app.MapHealth();
        app.MapRobots();
        app.MapSitemap();
        app.MapSecurityText();
        app.MapPublicApi();
        // Without an endpoint of its own, an unknown address would send people to sign in.
        app.MapFallback("{**path}", () => Results.NotFound()).AllowAnonymous();
    }

    /// <summary>A file asked for without its version, as one script imports another, is asked for again before it is used: no page runs half of an old release.</summary>
    private static void Revalidate(StaticFileResponseContext file)
    {
        if (!file.Context.Request.Query.ContainsKey("v"))
        {
            file.Context.Response.Headers.CacheControl = "no-cache";
        }
    }
}
