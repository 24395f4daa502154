using Npgsql;

namespace GreenFactory.Testing.Postgres;

/// <summary>
/// Puts a made-up scope on a connection with a seal that only the owner of the database can make, to try what the policies say at a desk without a person, a session and
/// memberships behind it.
/// </summary>
public static class SealedScope
{
    /// <summary>Enters it.</summary>
    /// <param name="owner">An open connection of the owner or a superuser.</param>
    /// <param name="connection">The connection that works in the scope.</param>
    /// <param name="municipality">The tenant.</param>
    /// <param name="desk">The desk.</param>
    /// <param name="person">The person, or null.</param>
    /// <param name="units">Organisations, districts or departments.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task EnterAsync(
        NpgsqlConnection owner, NpgsqlConnection connection, Guid municipality, string desk, Guid? person, IEnumerable<Guid> units, CancellationToken cancellation)
    {
        var scope = $"{municipality}|{desk}|{person}||{{{string.Join(',', units)}}}";
        await using var sealing = new NpgsqlCommand("select gf.seal($1, $2)", owner) { Parameters = { new() { Value = connection.ProcessID }, new() { Value = scope } } };
        var seal = (string)(await sealing.ExecuteScalarAsync(cancellation))!;
        await using var enter = new NpgsqlCommand("select set_config('gf.scope', $1, false), set_config('gf.seal', $2, false)", connection)
        {
            Parameters = { new() { Value = scope }, new() { Value = seal } },
        };
        await enter.ExecuteNonQueryAsync(cancellation);
    }
}
