using System.Text.RegularExpressions;
using Npgsql;

namespace GreenFactory.Application.Tests.Samples;

/// <summary>The rows of cases without what two ways of making them cannot share: keys, moments, random words, and hashes over these.</summary>
internal static partial class PlantedRows
{
    /// <summary>Tables in which a step of a case may leave a row; not the letters that wait to be sent, and not what stood before a row was changed.</summary>
    public static readonly string[] Tables =
    [
        "declaration", "answer_section", "evidence_file", "frozen_score", "submission", "department_opinion", "opinion_version", "indicator_verdict", "site_visit", "site_visit_item",
        "site_visit_photo", "district_conclusion", "district_pack", "district_pack_row", "compliance_ruling", "assessment_criterion", "assessment_rule", "expert_assignment", "expert_mark", "panel_conclusion",
        "case_number_counter", "process", "process_event",
    ];

    /// <summary>The rows of one table in the order in which they were written, as text.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(string ownerConnectionString, string table, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(ownerConnectionString);
        await using var command = source.CreateCommand($"select (to_jsonb(t) - array[{Left(table)}])::text from public.{table} t {Where(table)}");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<string>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(Volatile().Replace(reader.GetString(0), "…"));
        }

        return [.. rows.Order(StringComparer.Ordinal)];
    }

    /// <summary>Of the events of one process the order is that of their random keys.</summary>
    private static string Left(string table) => table is "process_event" ? "'hash', 'previous_hash', 'sequence'" : "'content', 'content_hash'";

    private static string Where(string table) => table switch
    {
        "process" => "where exists (select from public.process_event e where e.process_id = t.id and e.declaration_id is not null) or t.kind in ('SaveSection', 'SaveAssessment', 'DeclareConflict')",
        "process_event" => "where t.kind <> 'SampleYearPlanted'",
        _ => "",
    };

    [GeneratedRegex("""[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT[0-9:.]+\+00:00|\\?"form\\?": ?\\?"[^"\\]*\\?"|\\?"(contentHash|seen)\\?": ?\\?"[^"\\]*\\?"|"sequence": \d+, "summary"|"reason": null""")]
    private static partial Regex Volatile();
}
