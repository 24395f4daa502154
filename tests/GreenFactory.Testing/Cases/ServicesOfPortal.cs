using GreenFactory.Application;
using GreenFactory.Application.Data;
using GreenFactory.Infrastructure;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GreenFactory.Testing.Cases;

/// <summary>The application's services without the web.</summary>
public static class ServicesOfPortal
{
    /// <summary>Builds them over a database; keys for secrets live as long as they do.</summary>
    /// <param name="roles">The roles of the program.</param>
    /// <param name="folder">Where they keep files, pinned keys and heads of the log.</param>
    public static ServiceProvider Build(DatabaseRoles roles, string folder)
    {
        var services = new ServiceCollection();
        services.AddPortalData(_ => roles);
        services.AddApplication();
        services.AddInfrastructure(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Data:Folder"] = folder }).Build());
        services.AddLogging();
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        return services.BuildServiceProvider();
    }
}
