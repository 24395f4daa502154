using GreenFactory.Application;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
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
    /// <param name="machine">The machine's time; the real one when null.</param>
    public static ServiceProvider Build(DatabaseRoles roles, string folder, TimeProvider? machine = null)
    {
        var services = new ServiceCollection();
        services.AddPortalData(_ => roles);
        services.AddApplication();
        services.AddInfrastructure(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Data:Folder"] = folder }).Build());
        services.AddSingleton(new MachineTime(machine ?? TimeProvider.System));
        services.AddSingleton<IPortalLinks, NamedPlaces>();
        services.AddLogging();
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        return services.BuildServiceProvider();
    }
}
