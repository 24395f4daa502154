using System.Globalization;
using GreenFactory.Testing.Postgres;
using Npgsql;

namespace GreenFactory.Benchmarks.Pages;

/// <summary>
/// Makes one case of a campaign into many, each with an applicant, answers, scores, verdicts, opinions and events of its own, by copying rows as the owner. What is
/// copied is for measuring only: the log's chain does not hold over it.
/// </summary>
internal static class GrownCampaign
{
    /// <summary>Copies a case.</summary>
    /// <param name="database">The database.</param>
    /// <param name="source">The case.</param>
    /// <param name="copies">How many copies.</param>
    /// <param name="series">A word that keeps the copies of several cases apart.</param>
    /// <param name="withPeople">Whether the applicant's people work for the copied applicants too.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task GrowAsync(TestDatabase database, Guid source, int copies, string series, bool withPeople, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsSuperuserAsync(cancellation);
        await RunAsync(connection, "set session_replication_role = replica; create or replace function pg_temp.other(id uuid, n text) returns uuid immutable language sql as $$ select md5(id::text || n)::uuid $$", cancellation);
        var owned = await ListAsync(connection, "select table_name::text from information_schema.columns where column_name = 'declaration_id' and table_schema = 'public' and table_name <> all (array['notice_row', 'publication_row', 'publication_difference', 'objection', 'honour', 'green_unit_event']) order by 1", cancellation);
        string[] tables = ["organisation", "declaration", .. owned, .. withPeople ? ["membership"] : Array.Empty<string>()];
        foreach (var table in tables)
        {
            var columns = await ListAsync(connection, $"select column_name::text from information_schema.columns where table_schema = 'public' and table_name = '{table}' and is_generated = 'NEVER' order by ordinal_position", cancellation);
            var referring = (await ListAsync(
                connection,
                $"""
                 select a.attname::text from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
                 where c.conrelid = 'public.{table}'::regclass and a.atttypid = 'uuid'::regtype and a.attname <> 'municipality_id'
                   and (c.contype = 'p' or c.contype = 'f' and c.confrelid::regclass::text = any (array['{string.Join("','", tables)}']))
                 """,
                cancellation)).ToHashSet();
            var values = columns.Select(column => (table, column) switch
            {
                _ when referring.Contains(column) => $"pg_temp.other(t.{column}, '{series}' || n)",
                ("organisation", "credit_code") => $"substr(upper(md5('{series}' || n)), 1, 18)",
                (_, "name") when table == "organisation" => $"t.name || '{series}' || n",
                ("declaration", "case_number") => $"left(t.case_number, 11) || '{series}' || lpad(n::text, 6, '0')",
                (_, "receipt_number") => $"t.receipt_number || '{series}' || n",
                ("process_event", "sequence") => "(select max(e.sequence) from process_event e where e.municipality_id = t.municipality_id) + row_number() over ()",
                _ => $"t.{column}",
            });
            var which = table switch
            {
                "organisation" => $"t.id = (select organisation_id from declaration where id = '{source}')",
                "membership" => $"t.organisation_id = (select organisation_id from declaration where id = '{source}')",
                "declaration" => $"t.id = '{source}'",
                _ => $"t.declaration_id = '{source}'",
            };
            await RunAsync(
                connection,
                string.Create(CultureInfo.InvariantCulture, $"insert into public.{table} ({string.Join(", ", columns)}) select {string.Join(", ", values)} from public.{table} t, generate_series(1, {copies}) n where {which}"),
                cancellation);
        }

        await RunAsync(connection, "update gf.audit_head h set sequence = (select max(e.sequence) from process_event e where e.municipality_id = h.municipality_id); analyze", cancellation);
    }

    /// <summary>The copies of a case, by its key.</summary>
    public static IReadOnlyList<Guid> CopiesOf(Guid source, int copies, string series) =>
        [.. Enumerable.Range(1, copies).Select(number => new Guid(Convert.FromHexString(Md5($"{source}{series}{number}")), bigEndian: true))];

#pragma warning disable CA5351 // Only to find again what PostgreSQL's md5 made above.
    private static string Md5(string text) => Convert.ToHexString(System.Security.Cryptography.MD5.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<List<string>> ListAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<string>();
        while (await reader.ReadAsync(cancellation))
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }
}
