using System.Text.Json;
using Npgsql;

namespace GreenFactory.Application.Tests.RowSecurity;

/// <summary>
/// Puts one row into every table of a municipality, whatever its columns, by a connection that no constraint binds: keys of the same
/// name are equal in all tables of the municipality, so that its case, organisation, district and person hang together.
/// </summary>
internal sealed class SyntheticRows(Guid municipality)
{
    private readonly Guid _seed = Guid.NewGuid();

    /// <summary>The one organisation.</summary>
    public Guid Organisation => Key("organisation_id");

    /// <summary>The one district.</summary>
    public Guid District => Key("district_id");

    /// <summary>The one department.</summary>
    public Guid Department => Key("department_id");

    /// <summary>The one person.</summary>
    public Guid Person => Key("user_id");

    public async Task InsertAsync(NpgsqlConnection superuser, IReadOnlyList<TableOfModel> tables, CancellationToken cancellation)
    {
        await ExecuteAsync(superuser, "set session_replication_role = replica", cancellation);
        foreach (var table in tables)
        {
            await ExecuteAsync(superuser, InsertStatement(table), cancellation);
        }

        await ExecuteAsync(superuser, "set session_replication_role = origin", cancellation);
    }

    /// <summary>The statement by which this very row is written; a session that may not write it is refused before any constraint is looked at.</summary>
    public string InsertStatement(TableOfModel table)
    {
        var values = table.Columns.ToDictionary(column => column.Name, column => Value(table, column));
        var json = JsonSerializer.Serialize(values).Replace("'", "''", StringComparison.Ordinal);
        var names = string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\""));
        return $"insert into \"{table.Name}\" ({names}) select {names} from jsonb_populate_record(null::\"{table.Name}\", '{json}'::jsonb)";
    }

    private object? Value(TableOfModel table, ColumnOfModel column) => column switch
    {
        { Name: "municipality_id" } => municipality,
        { Name: "published_by" } when table.Name == "rule_set_version" => null,
        { Name: "id", Type: "uuid" } => Key(table.Name switch { "portal_user" => "user_id", var name => $"{name}_id" }),
        { Type: "uuid" } => Key(column.Name switch { "actor_id" or "person_id" or "expert_id" or "officer_id" or "endorsed_by" => "user_id", "assignment_id" => "expert_assignment_id", var name => name.Replace("case_", "", StringComparison.Ordinal) }),
        { Name: "state", Word: not null } => column.Word,
        { Word: not null } => column.Word,
        { Name: "published_at" or "opens_at" or "opened_at" } => "2026-01-01T00:00:00Z",
        { Name: "ended_at" or "removed_at" } => null,
        { Type: "timestamp with time zone" } => "2026-06-15T00:00:00Z",
        { Type: "date" } => "2026-06-15",
        { Type: "boolean" } => true,
        { Type: "jsonb" } => new { },
        { Type: "integer" or "bigint" or "smallint" or "numeric" or "double precision" } => 1,
        { Type: "bytea" } => "\\x00",
        { Name: "author_ids" } => new[] { Person },
        { Type: "ARRAY" } => Array.Empty<string>(),
        _ => _seed.ToString("N")[..Math.Min(32, column.Length ?? 32)],
    };

    private Guid Key(string name) => new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{_seed}:{name}")).AsSpan(0, 16));

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
