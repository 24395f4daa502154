using System.Net;
using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace GreenFactory.Web.Hosting;

/// <summary>
/// Traces and metrics. Spans carry routes, never addresses with queries; metrics are offered at <c>/metrics</c> to the machine itself,
/// or to the networks listed under <c>Metrics:AllowedNetworks</c> (CIDR, separated by commas), and never through a proxy.
/// </summary>
public static class Telemetry
{
    /// <summary>Registers traces and metrics.</summary>
    public static void AddTelemetry(this IServiceCollection services) =>
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("greenfactory-web"))
            .WithTracing(tracing => tracing
                .AddAspNetCoreInstrumentation(options => options.EnrichWithHttpRequest = (activity, _) => activity.SetTag("url.query", null))
                .AddNpgsql())
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddMeter("Npgsql", "Microsoft.AspNetCore.RateLimiting", "Microsoft.AspNetCore.Authentication")
                .AddPrometheusExporter());

    /// <summary>Offers <c>/metrics</c> to those who may read it; to everybody else the address does not exist.</summary>
    public static void UseMetrics(this WebApplication app)
    {
        var networks = (app.Configuration["Metrics:AllowedNetworks"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(IPNetwork.Parse).ToList();
        app.UseOpenTelemetryPrometheusScrapingEndpoint(context => context.Request.Path == "/metrics" && !context.Request.IsForwarded() && MayRead(context.Connection.RemoteIpAddress, networks));
    }

    private static bool MayRead(IPAddress? address, List<IPNetwork> networks) =>
        address is not null && (IPAddress.IsLoopback(address) || networks.Any(network => network.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)));
}
