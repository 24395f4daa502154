using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;

namespace GreenFactory.Infrastructure.EmbeddedPostgres;

/// <summary>What a data folder remembers of its cluster between runs; kept in <c>postgres.json</c>, readable by its owner only.</summary>
internal sealed record ClusterSettings
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true };

    public required string ClusterFolder { get; init; }

    public required int Port { get; init; }

    public required string SuperuserPassword { get; init; }

    public required string OwnerPassword { get; init; }

    public required string AppPassword { get; init; }

    /// <summary>Made when a folder from before this role has none.</summary>
    public string SystemPassword { get; init; } = NewPassword();

    public static ClusterSettings New(string clusterFolder) => new()
    {
        ClusterFolder = clusterFolder,
        Port = FreePort(),
        SuperuserPassword = NewPassword(),
        OwnerPassword = NewPassword(),
        AppPassword = NewPassword(),
    };

    /// <summary>The settings a data folder holds, or null when it holds none.</summary>
    /// <exception cref="EmbeddedPostgresException">The file is not what <see cref="Save"/> wrote.</exception>
    public static ClusterSettings? Load(string dataFolder)
    {
        var path = PathIn(dataFolder);
        if (!File.Exists(path)) return null;
        try
        {
            return JsonSerializer.Deserialize<ClusterSettings>(File.ReadAllText(path));
        }
        catch (JsonException damaged)
        {
            throw new EmbeddedPostgresException($"{path} is damaged: {damaged.Message} Restore it from a backup, or use another data folder.", damaged);
        }
        catch (UnauthorizedAccessException foreign)
        {
            throw new EmbeddedPostgresException($"{path} belongs to another user. Run as that user, or use another data folder.", foreign);
        }
    }

    /// <summary>Writes the settings whole or not at all.</summary>
    public void Save(string dataFolder)
    {
        var path = PathIn(dataFolder);
        using (var file = PrivateFile.Create(path + ".new")) JsonSerializer.Serialize(file, this, Format);
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>The same cluster on another port of this machine that nobody uses now.</summary>
    public ClusterSettings OnAnotherPort() => this with { Port = FreePort() };

    /// <summary>Whether the remembered port can be listened on now.</summary>
    public bool PortIsFree()
    {
        using var listener = new TcpListener(IPAddress.Loopback, Port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>How a role reaches a database of this cluster.</summary>
    public string ConnectionString(string database, string role, string password) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Database = database,
        Username = role,
        Password = password,
    }.ConnectionString;

    private static string PathIn(string dataFolder) => Path.Combine(dataFolder, "postgres.json");

    private static string NewPassword() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
