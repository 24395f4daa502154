using System.Data.Common;
using GreenFactory.Application.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace GreenFactory.Testing;

/// <summary>Counts the commands that requests send to the database, the entering of a scope among them; background work is not counted.</summary>
public sealed class QueryCounter(IHttpContextAccessor context) : DbCommandInterceptor, IDbConnectionInterceptor
{
    private int count;

    /// <summary>Starts again at zero.</summary>
    public void Reset() => count = 0;

    /// <summary>Commands since the last <see cref="Reset"/>.</summary>
    public int Count => count;

    /// <inheritdoc/>
    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        CountOne();
        return result;
    }

    void IDbConnectionInterceptor.ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => CountOne();

    Task IDbConnectionInterceptor.ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken)
    {
        CountOne();
        return Task.CompletedTask;
    }

    private void CountOne()
    {
        if (context.HttpContext is not null)
        {
            Interlocked.Increment(ref count);
        }
    }

    /// <summary>Registers the counter with the portal's store.</summary>
    internal static void Register(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<QueryCounter>();
        services.ConfigureDbContext<PortalDbContext>((provider, options) => options.AddInterceptors(provider.GetRequiredService<QueryCounter>()));
    }
}
