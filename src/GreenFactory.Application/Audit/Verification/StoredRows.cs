using System.Globalization;
using System.Text.Json.Nodes;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring.Json;
using Npgsql;

namespace GreenFactory.Application.Audit.Verification;

/// <summary>A row by its table and what names it there.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Key">What names it, as events do.</param>
public readonly record struct RowKey(string Table, string Key)
{
    /// <summary>For the operator.</summary>
    public override string ToString() => $"Row {Key.Replace(StoredRows.Separator, ' ')} of {Table}";
}

/// <summary>The rows that <see cref="RecordedRows"/> knows from the log, as the tables hold them. Nothing is computed by the database.</summary>
internal sealed class StoredRows(NpgsqlConnection connection, Guid municipality)
{
    internal const string Case = "declaration";
    internal const string Evidence = "evidence_file";
    internal const string Submission = "submission";
    internal const string Verdict = "indicator_verdict";
    internal const string Visit = "site_visit";
    internal const string ReturnItem = "change_request_item";
    internal const string Conclusion = "district_conclusion";
    internal const string Compliance = "compliance_ruling";
    internal const string Pack = "district_pack";
    internal const string Selection = "selection_decision";
    internal const string Objection = "objection";

    internal const char Separator = '\u001F';
    private const string IsRemoved = "removed";
    private readonly Dictionary<RowKey, string> stored = [];

    /// <summary>Reads them.</summary>
    public async Task<IReadOnlyDictionary<RowKey, string>> ReadAsync(CancellationToken cancellation)
    {
        await ReadAsync(Case, "select id, state from public.declaration", row => (Key(row, 0), Word(row, 1)), cancellation);
        await ReadAsync(
            Evidence, "select id, subject_code, content_hash, file_name, removed_at from public.evidence_file",
            row => (Key(row, 0), OfEvidence(Word(row, 1), Word(row, 2), $"上传材料“{Word(row, 3)}”", !row.IsDBNull(4))), cancellation);
        await ReadAsync(
            Submission,
            "select s.receipt_number, s.declaration_id, s.content_hash, s.signed_by_name, s.snapshot, f.content_hash from public.submission s left join public.frozen_score f on f.id = s.frozen_score_id",
            row => (Word(row, 0), Join(Key(row, 1), Word(row, 2) == ContentHashing.Sha256Hex(Word(row, 5), Word(row, 4)) ? Word(row, 2) : "", Word(row, 3))), cancellation, "s.");
        await ReadAsync(
            Verdict, "select declaration_id, indicator_code, sequence, kind, reason, corrected_inputs from public.indicator_verdict",
            row => (Join(Key(row, 0), Word(row, 1), Number(row, 2)), Join(Word(row, 3), Word(row, 4), CanonicalJson.Canonicalise(Word(row, 5)))), cancellation);
        await ReadAsync(
            ReturnItem,
            "select i.declaration_id, r.round, i.position, i.subject, i.subject_code, i.text, i.answer from public.change_request_item i join public.change_request r on r.id = i.change_request_id",
            row => (Join(Numbered(Key(row, 0), row.GetInt32(1)), Number(row, 2)), Join(Word(row, 3), Word(row, 4), Word(row, 5), Word(row, 6))), cancellation, "i.");
        await ReadAsync(
            Conclusion, "select declaration_id, row_number() over (partition by declaration_id order by concluded_at, id)::int, kind, reason from public.district_conclusion",
            row => (Numbered(Key(row, 0), row.GetInt32(1)), Join(Word(row, 2), Word(row, 3))), cancellation);
        await ReadAsync(
            Compliance, "select declaration_id, item, verdict, remark from public.compliance_ruling",
            row => (Join(Key(row, 0), Word(row, 1)), Join(Word(row, 2), Word(row, 3))), cancellation);
        await ReadAsync(Pack, "select id, sealed_by_name from public.district_pack", row => (Key(row, 0), Word(row, 1)), cancellation);
        await ReadAsync(
            Selection, "select id, declaration_id, kind, rank, points, reason from public.selection_decision",
            row => (Key(row, 0), Join(Key(row, 1), Word(row, 2), Number(row, 3), Points(row.GetDecimal(4)), Word(row, 5))), cancellation);
        await ReadAsync(
            Objection, "select number, content, state, answer from public.objection",
            row => (Word(row, 0), Join(ContentHashing.Sha256Hex(Word(row, 1)), Word(row, 2), Word(row, 3).Length == 0 ? "" : ContentHashing.Sha256Hex(Word(row, 3)))), cancellation);
        await ReadVisitsAsync(cancellation);
        return stored;
    }

    /// <summary>What is said of a file.</summary>
    internal static string OfEvidence(string? subject, string? hash, string uploaded, bool removed) => Join(subject, hash, uploaded, removed ? IsRemoved : "");

    /// <summary>What is said of a file that was taken out.</summary>
    internal static string Removed(string evidence) => Join([.. Parts(evidence)[..^1], IsRemoved]);

    /// <summary>Points as the log writes them.</summary>
    internal static string Points(decimal points) => points.ToString("0.00##########", CultureInfo.InvariantCulture);

    /// <summary>The key of what happens to a case more than once.</summary>
    internal static string Numbered(string? id, int time) => Join(id, time.ToString(CultureInfo.InvariantCulture));

    /// <summary>Several values as one.</summary>
    internal static string Join(params ReadOnlySpan<string?> parts) => string.Join(Separator, parts!);

    /// <summary>The values of one.</summary>
    internal static string[] Parts(string joined) => joined.Split(Separator);

    /// <summary>Visits that were closed, each with its list as its event carries it.</summary>
    private async Task ReadVisitsAsync(CancellationToken cancellation)
    {
        var items = new Dictionary<string, JsonArray>();
        await foreach (var row in RowsAsync("select item.site_visit_id, item.position, item.code, item.result, item.remark from public.site_visit_item item", "item.", "item.site_visit_id, item.position", cancellation))
        {
            var visit = Key(row, 0);
            if (!items.TryGetValue(visit, out var list))
            {
                items[visit] = list = [];
            }

            list.Add(new JsonObject { ["position"] = row.GetInt32(1), ["code"] = Word(row, 2), ["result"] = Word(row, 3), ["remark"] = Word(row, 4) });
        }

        await foreach (var row in RowsAsync("select id, declaration_id, planned_on, present, conclusion from public.site_visit where completed_at is not null", "", "completed_at", cancellation))
        {
            stored[new RowKey(Visit, Key(row, 1))] = CanonicalJson.Canonicalise(new JsonObject
            {
                ["plannedOn"] = row.GetFieldValue<DateOnly>(2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["present"] = Word(row, 3),
                ["conclusion"] = Word(row, 4),
                ["items"] = items.GetValueOrDefault(Key(row, 0)) ?? [],
            }.ToJsonString());
        }
    }

    private async Task ReadAsync(string table, string text, Func<NpgsqlDataReader, (string Key, string Said)> read, CancellationToken cancellation, string prefix = "")
    {
        await foreach (var row in RowsAsync(text, prefix, null, cancellation))
        {
            var (key, said) = read(row);
            stored[new RowKey(table, key)] = said;
        }
    }

    private async IAsyncEnumerable<NpgsqlDataReader> RowsAsync(
        string text, string prefix, string? order, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var where = text.Contains(" where ", StringComparison.Ordinal) ? "and" : "where";
        await using var command = new NpgsqlCommand($"{text} {where} {prefix}municipality_id = $1{(order is null ? "" : $" order by {order}")}", connection)
        {
            Parameters = { new NpgsqlParameter { Value = municipality } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            yield return reader;
        }
    }

    private static string Key(NpgsqlDataReader row, int column) => row.GetGuid(column).ToString();

    private static string Number(NpgsqlDataReader row, int column) => row.GetInt32(column).ToString(CultureInfo.InvariantCulture);

    private static string Word(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? "" : row.GetString(column);
}
