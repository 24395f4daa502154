using GreenFactory.Infrastructure.EmbeddedPostgres;

namespace GreenFactory.Testing.Postgres;

/// <summary>An embedded server in a temporary folder, gone when the test process ends.</summary>
internal static class EmbeddedTestServer
{
    private static readonly string Parent = Path.Combine(Path.GetTempPath(), $"greenfactory-tests-{Environment.UserName}");

    public static async Task<string> StartAsync()
    {
        await RemoveLeftoversAsync();
        var folder = Path.Combine(Parent, Guid.NewGuid().ToString("N"));
        var server = await EmbeddedPostgresServer.StartAsync(OptionsFor(folder), CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            server.DisposeAsync().AsTask().GetAwaiter().GetResult();
            Directory.Delete(folder, recursive: true);
        };
        return server.SuperuserConnectionString;
    }

    /// <summary>A killed test process leaves its server running: taking its folder over stops it, and then the folder can go.</summary>
    private static async Task RemoveLeftoversAsync()
    {
        Directory.CreateDirectory(Parent);
        foreach (var folder in Directory.GetDirectories(Parent))
        {
            if (!File.Exists(Path.Combine(folder, "postgres.json"))) continue;
            try
            {
                await using (await EmbeddedPostgresServer.StartAsync(OptionsFor(folder), CancellationToken.None))
                {
                }

                Directory.Delete(folder, recursive: true);
            }
            catch (Exception inUse) when (inUse is EmbeddedPostgresException or IOException)
            {
                Console.Error.WriteLine($"{folder} is left alone: {inUse.Message}");
            }
        }
    }

    private static EmbeddedPostgresOptions OptionsFor(string folder) => new() { DataFolder = folder, Database = "postgres", Durable = false, Preloaded = TestServer.Preloaded };
}
