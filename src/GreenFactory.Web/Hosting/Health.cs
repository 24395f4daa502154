using System.Data.Common;
using GreenFactory.Application;
using GreenFactory.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Web.Hosting;

/// <summary>The two questions a load balancer asks, and which version answers.</summary>
public static class Health
{
    /// <summary>Maps <c>/health/live</c>, <c>/health/ready</c> and <c>/health/version</c>; none tells anything about the content.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous();
        app.MapGet("/health/version", () => Results.Text(ProductVersion.Text)).AllowAnonymous();
        app.MapGet("/health/ready", async (PortalDbContext db, CancellationToken cancellation) =>
            await IsReadyAsync(db, cancellation) ? Results.Text("ready") : Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable)).AllowAnonymous();
    }

    private static async Task<bool> IsReadyAsync(PortalDbContext db, CancellationToken cancellation)
    {
        try
        {
            return await db.Municipalities.AnyAsync(cancellation);
        }
        catch (DbException)
        {
            return false;
        }
    }
}
