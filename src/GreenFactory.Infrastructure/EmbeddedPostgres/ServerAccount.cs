using System.Globalization;

namespace GreenFactory.Infrastructure.EmbeddedPostgres;

/// <summary>
/// The system account that runs PostgreSQL. PostgreSQL refuses to run as root, so root hands it to another account; everybody else
/// runs it as oneself.
/// </summary>
internal sealed record ServerAccount(uint UserId, uint GroupId)
{
    private const string SetPriv = "setpriv";

    /// <summary>The account for a cluster: its present owner, or <c>postgres</c>, or <c>nobody</c>. Null when this program is not root.</summary>
    public static async Task<ServerAccount?> ForAsync(string clusterFolder, CancellationToken cancellation)
    {
        if (!Environment.IsPrivilegedProcess) return null;
        return await OwnerOfAsync(clusterFolder, cancellation) ?? Named("postgres") ?? Named("nobody")
            ?? throw new EmbeddedPostgresException("PostgreSQL refuses to run as root and there is no account 'postgres' or 'nobody'. Run as another user.");
    }

    /// <summary>Runs a program as this account; see <see cref="Command.RunAsync"/>.</summary>
    public Task<string> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellation) =>
        Command.RunAsync(SetPriv, Wrap(program, arguments), cancellation);

    /// <summary>Hands a file or folder, with all below it, to this account.</summary>
    public Task TakeOverAsync(string path, CancellationToken cancellation) =>
        Command.RunAsync("chown", ["-R", string.Create(CultureInfo.InvariantCulture, $"{UserId}:{GroupId}"), path], cancellation);

    /// <summary>Whether this account can pass through every existing folder on the way to a path.</summary>
    public async Task<bool> CanReachAsync(string path, CancellationToken cancellation)
    {
        var folder = Path.GetDirectoryName(path);
        while (folder is not null && !Directory.Exists(folder)) folder = Path.GetDirectoryName(folder);
        return folder is null || await Command.SucceedsAsync(SetPriv, Wrap("test", ["-x", folder]), cancellation);
    }

    private static async Task<ServerAccount?> OwnerOfAsync(string clusterFolder, CancellationToken cancellation)
    {
        if (!Directory.Exists(clusterFolder)) return null;
        var ids = (await Command.RunAsync("stat", ["-c", "%u %g", clusterFolder], cancellation)).Split(' ');
        var owner = new ServerAccount(uint.Parse(ids[0], CultureInfo.InvariantCulture), uint.Parse(ids[1], CultureInfo.InvariantCulture));
        return owner.UserId == 0 ? null : owner;
    }

    private static ServerAccount? Named(string name)
    {
        var fields = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).FirstOrDefault(line => line[0] == name);
        return fields is null
            ? null
            : new ServerAccount(uint.Parse(fields[2], CultureInfo.InvariantCulture), uint.Parse(fields[3], CultureInfo.InvariantCulture));
    }

    private IReadOnlyList<string> Wrap(string program, IReadOnlyList<string> arguments) =>
        [$"--reuid={UserId}", $"--regid={GroupId}", "--clear-groups", program, .. arguments];
}
