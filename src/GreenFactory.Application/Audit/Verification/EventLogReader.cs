using System.Runtime.CompilerServices;
using Npgsql;

namespace GreenFactory.Application.Audit.Verification;

/// <summary>
/// Reads the log of a municipality as it stands in the tables, column by column. Nothing is computed by the database, whose owner could
/// have replaced its functions.
/// </summary>
public static class EventLogReader
{
    private const string Text =
        """
        select e.sequence, e.id, e.municipality_id, e.kind, e.declaration_id, e.summary, e.payload::text, e.audience, e.actor_name, e.occurred_at, e.process_id,
               e.previous_hash, e.hash, p.municipality_id, p.kind, p.actor_id, p.actor_name, p.desk, p.reason, p.started_at
        from public.process_event e left join public.process p on p.id = e.process_id
        where e.municipality_id = $1 order by e.sequence, e.id
        """;

    /// <summary>All events in the order of their places.</summary>
    public static async IAsyncEnumerable<EventLogEntry> ReadAsync(NpgsqlConnection connection, Guid municipality, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Text, connection) { Parameters = { new NpgsqlParameter { Value = municipality } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            yield return new EventLogEntry
            {
                Sequence = reader.GetInt64(0),
                Id = reader.GetGuid(1),
                MunicipalityId = reader.GetGuid(2),
                Kind = reader.GetString(3),
                CaseId = Value(reader, 4),
                Summary = reader.GetString(5),
                Payload = reader.GetString(6),
                Audience = reader.GetString(7),
                EventActorName = reader.GetString(8),
                OccurredAt = reader.GetDateTime(9),
                ProcessId = reader.GetGuid(10),
                PreviousHash = reader.GetString(11),
                Hash = reader.GetString(12),
                ProcessMunicipalityId = Value(reader, 13),
                ProcessKind = Word(reader, 14),
                ActorId = Value(reader, 15),
                ActorName = Word(reader, 16),
                Desk = Word(reader, 17),
                Reason = Word(reader, 18),
                StartedAt = reader.IsDBNull(19) ? null : reader.GetDateTime(19),
            };
        }
    }

    private static Guid? Value(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetGuid(column);

    private static string? Word(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
