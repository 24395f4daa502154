using System.Data.Common;
using Npgsql;

namespace GreenFactory.Application.Data;

/// <summary>How the program reaches its database; what each role may is decided there (docs/adr/0017).</summary>
public sealed record DatabaseRoles
{
    /// <summary>Seconds to wait for a connection, where the address does not say.</summary>
    public const int SecondsToConnect = 4;

    /// <summary>Takes the addresses of both roles.</summary>
    /// <param name="app">Connection string of the role of requests.</param>
    /// <param name="system">Connection string of the role of background work.</param>
    public DatabaseRoles(string app, string system) => (App, System) = (Sound(app), Sound(system));

    /// <summary>Connection string of the role of requests, <c>greenfactory_app</c>: believed no more than what a session proves.</summary>
    public string App { get; }

    /// <summary>
    /// Connection string of the role of background work, <c>greenfactory_system</c>: believed who is at work. Also begins sessions, and sets passwords and addresses that a
    /// letter proved.
    /// </summary>
    public string System { get; }

    /// <summary>
    /// The same address, with sessions reset between their users and statements prepared by <see cref="StatementKeeper"/> alone, whatever the address says: Npgsql's own
    /// automatic preparation loses track of a statement whose first prepared run fails (npgsql 6391).
    /// </summary>
    /// <remarks>
    /// Where the address does not say how long to wait for a connection, it is <see cref="SecondsToConnect"/>: a server that accepts and does not answer also holds whoever
    /// gives up a command for twice that long, because Npgsql asks it over a connection of its own to end the command.
    /// </remarks>
    private static string Sound(string address)
    {
        var sound = new NpgsqlConnectionStringBuilder(address) { MaxAutoPrepare = 0, NoResetOnClose = false };
        if (!new DbConnectionStringBuilder { ConnectionString = address }.ContainsKey(nameof(sound.Timeout)))
        {
            sound.Timeout = SecondsToConnect;
        }

        return sound.ConnectionString;
    }
}
