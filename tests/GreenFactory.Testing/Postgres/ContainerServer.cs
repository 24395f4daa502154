using Testcontainers.PostgreSql;

namespace GreenFactory.Testing.Postgres;

/// <summary>A server in a container, where no PostgreSQL is installed and a container engine runs. The engine removes it afterwards.</summary>
internal static class ContainerServer
{
    private const string Image = "postgres:18";

    public static async Task<string> StartAsync()
    {
        var container = new PostgreSqlBuilder(Image).Build();
        await container.StartAsync();
        return container.GetConnectionString();
    }
}
