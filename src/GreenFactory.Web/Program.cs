using System.Globalization;
using GreenFactory.Infrastructure;
using GreenFactory.Infrastructure.EmbeddedPostgres;
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
builder.Services.AddSerilog((_, logs) => logs.ReadFrom.Configuration(builder.Configuration).WriteTo.Console(formatProvider: CultureInfo.InvariantCulture));
builder.Services.AddSingleton(DeploymentOptions.Read(builder.Configuration, builder.Environment));
builder.Services.AddInfrastructure(builder.Configuration);
builder.AddPortal();
try
{
    await using var database = await DatabaseStartup.OpenAsync(builder.Configuration, dataFolder, CancellationToken.None);
    builder.Services.AddSingleton(database.Address);
    await using var app = builder.Build();
    app.UsePortal();
    await database.PrepareAsync(app.Services, app.Services.GetRequiredService<DeploymentOptions>().IsDemonstration, CancellationToken.None);
    await app.StartAsync();
    if (app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address)
    {
        Console.WriteLine($"ready {address}");
    }

    await app.WaitForShutdownAsync();
    return 0;
}
catch (EmbeddedPostgresException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}

/// <summary>The program; public so that tests can host it.</summary>
public partial class Program;
