using System.Threading.RateLimiting;
using GreenFactory.Web.Access;
using Microsoft.AspNetCore.RateLimiting;

namespace GreenFactory.Web.Hosting;

/// <summary>
/// How often one network address may knock, by kind of page: a limit against floods, not against guessing (<see cref="KnownBrowser"/> and the counts of tries
/// do that). A browser from which somebody has signed in before is counted by itself, so that an office behind one address is held up by nobody.
/// </summary>
public static class RateLimits
{
    /// <summary>Signing in.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Registering an account.</summary>
    public const string Registration = "registration";

    /// <summary>Asking for a new password.</summary>
    public const string Reset = "reset";

    /// <summary>Uploading.</summary>
    public const string Upload = "upload";

    /// <summary>Searching the public register.</summary>
    public const string PublicSearch = "public-search";

    /// <summary>Reading a public page whose form slows its callers down by itself and refuses nobody.</summary>
    public const string PublicPage = "public-page";

    /// <summary>Registers the limits; figures may be changed under <c>RateLimits:</c> in the configuration (permits per minute).</summary>
    public static void AddPortalRateLimits(this IServiceCollection services) =>
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            Add(options, SignIn, 120, Counted.Forms);
            Add(options, Registration, 60, Counted.Forms);
            Add(options, Reset, 60, Counted.Forms);
            Add(options, Upload, 120, Counted.Forms);
            Add(options, PublicSearch, 120, Counted.Everything);
            Add(options, PublicPage, 120, Counted.Reading);
        });

    private enum Counted
    {
        Forms,
        Reading,
        Everything,
    }

    private static void Add(RateLimiterOptions options, string name, int permitsPerMinute, Counted counted) =>
        options.AddPolicy(name, context =>
        {
            if (counted == (HttpMethods.IsGet(context.Request.Method) ? Counted.Forms : Counted.Reading))
            {
                return RateLimitPartition.GetNoLimiter("");
            }

            var configured = context.RequestServices.GetRequiredService<IConfiguration>().GetValue($"RateLimits:{name}", permitsPerMinute);
            return RateLimitPartition.GetFixedWindowLimiter(
                context.RequestServices.GetRequiredService<KnownBrowser>().Key() ?? ClientAddress.Of(context),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = configured, Window = TimeSpan.FromMinutes(1) });
        });
}
