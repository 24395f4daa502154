using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Clock;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace GreenFactory.Application.Data;

/// <summary>Registers the store, the scope, the clock and the process runner.</summary>
public static class PortalDataServices
{
    /// <summary>Registers the store against the two roles of the program, asked for when first used.</summary>
    public static IServiceCollection AddPortalData(this IServiceCollection services, Func<IServiceProvider, DatabaseRoles> roles)
    {
        services.AddSingleton(roles);
        services.AddScoped<CurrentAccess>();
        services.AddScoped<ScopeConnectionInterceptor>();
        services.AddScoped<HeldConnection>();
        services.AddSingleton<StatementKeeper>();
        services.TryAddSingleton<PortalClock>();
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(provider => provider.GetRequiredService<PortalClock>()));
        services.AddScoped<ProcessRunner>();
        services.AddDbContext<PortalDbContext>((provider, options) => Configure(options, provider.GetRequiredService<DatabaseRoles>().App)
            .AddInterceptors(provider.GetRequiredService<ScopeConnectionInterceptor>(), provider.GetRequiredService<HeldConnection>(), provider.GetRequiredService<StatementKeeper>()));
        services.AddDbContext<KeyRingContext>((provider, options) => Configure(options, provider.GetRequiredService<DatabaseRoles>().System));
        return services;
    }

    /// <summary>The provider and naming used by the app, the migrator and the tests alike.</summary>
    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(connectionString, npgsql => npgsql.MigrationsHistoryTable("migration_history"))
        .UseSnakeCaseNamingConvention()
        .ConfigureWarnings(warnings => warnings
            .Throw(RelationalEventId.MultipleCollectionIncludeWarning)
            // A failure is logged by whoever catches it; the store would tell the same one twice more, each with its whole stack.
            .Log((RelationalEventId.ConnectionError, LogLevel.Debug), (RelationalEventId.CommandError, LogLevel.Debug), (CoreEventId.QueryIterationFailed, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug)));
}
