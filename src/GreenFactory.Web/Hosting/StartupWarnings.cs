using GreenFactory.Application.Ports.Files;
using GreenFactory.Infrastructure.VirusScan;

namespace GreenFactory.Web.Hosting;

/// <summary>Settings that work but will hurt, said to the operator at start.</summary>
public static partial class StartupWarnings
{
    /// <summary>Logs what is found.</summary>
    public static void Warn(this WebApplication app)
    {
        var services = app.Services;
        if (services.GetService<ClamAvOptions>()?.Compare(services.GetRequiredService<FileLimits>()) is { } limits)
        {
            Found(app.Logger, limits);
        }

        if (!services.GetRequiredService<DeploymentOptions>().IsDemonstration && services.GetRequiredService<PublicAddress>().Root is null)
        {
            Found(app.Logger, "Portal:PublicAddress is not set: links in letters lead to the address on which this node listens, and cookies are not limited to https.");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Warning}")]
    private static partial void Found(ILogger logger, string warning);
}
