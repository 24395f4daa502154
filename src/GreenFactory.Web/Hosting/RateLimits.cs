using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace GreenFactory.Web.Hosting;

/// <summary>How often one network address may knock, by kind of page.</summary>
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

    /// <summary>Registers the limits; figures may be changed under <c>RateLimits:</c> in the configuration (permits per minute).</summary>
    public static void AddPortalRateLimits(this IServiceCollection services) =>
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            Add(options, SignIn, 20, reading: false);
            Add(options, Registration, 10, reading: false);
            Add(options, Reset, 6, reading: false);
            Add(options, Upload, 120, reading: false);
            Add(options, PublicSearch, 120, reading: true);
        });

    private static void Add(RateLimiterOptions options, string name, int permitsPerMinute, bool reading) =>
        options.AddPolicy(name, context =>
        {
            if (!reading && HttpMethods.IsGet(context.Request.Method))
            {
                return RateLimitPartition.GetNoLimiter("");
            }

            var configured = context.RequestServices.GetRequiredService<IConfiguration>().GetValue($"RateLimits:{name}", permitsPerMinute);
            return RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = configured, Window = TimeSpan.FromMinutes(1) });
        });
}
