using System.Globalization;
using System.Runtime.InteropServices;
using GreenFactory.Application.Seeding;
using GreenFactory.Infrastructure;
using GreenFactory.Infrastructure.EmbeddedPostgres;
using GreenFactory.Samples;
using GreenFactory.Web.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Serilog;

// A flag without a value, as people type it, means true.
var arguments = args.Select(argument => argument is "--demo" ? "--demo=true" : argument).ToArray();
var builder = WebApplication.CreateBuilder(arguments);
builder.Configuration.AddEnvironmentVariables("GREENFACTORY_").AddCommandLine(arguments);
var dataFolder = Path.GetFullPath(builder.Configuration["data"] ?? builder.Configuration["Data:Folder"] ?? ".data");
builder.Configuration["Data:Folder"] = dataFolder;
builder.Services.AddSerilog((services, logs) => logs.ReadFrom.Configuration(builder.Configuration).ReadFrom.Services(services).Enrich.With<OneLineValues>().WriteTo.Console(
    outputTemplate: OneLineValues.Line, formatProvider: CultureInfo.InvariantCulture), preserveStaticLogger: true);
try
{
    builder.Services.AddSingleton(DeploymentOptions.Read(builder.Configuration, builder.Environment));
}
catch (SampleRefusedException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 2;
}

builder.Services.AddInfrastructure(builder.Configuration);
builder.AddPortal();
using var stop = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, StopStarting);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, StopStarting);
try
{
    await using var database = await DatabaseStartup.OpenAsync(builder.Configuration, dataFolder, stop.Token);
    builder.Services.AddSingleton(database.Address);
    await using var app = builder.Build();
    app.Warn();
    app.UsePortal();
    await database.PrepareAsync(app.Services, app.Services.GetRequiredService<DeploymentOptions>(), stop.Token);
    await app.StartAsync(stop.Token);
    if (app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address)
    {
        Console.WriteLine($"ready {address}");
    }

    await app.WaitForShutdownAsync();
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 0;
}
catch (Exception exception) when (exception is EmbeddedPostgresException or DemonstrationRefusedException or SampleRefusedException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}

// Until the host listens to signals itself, a signal must still stop the database that this program started.
void StopStarting(PosixSignalContext context)
{
    context.Cancel = true;
    stop.Cancel();
}

/// <summary>The program; public so that tests can host it.</summary>
public partial class Program;
