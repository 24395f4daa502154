using GreenFactory.Application.Data;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring.Expressions;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.RuleLibrary.Values;

/// <summary>Reads the values of a version by standard, and what was compared of them. At most five queries.</summary>
public sealed class ComparedValuesQuery(PortalDbContext db, RuleSetOfCaseReader ruleSets, CheckedFiles files)
{
    private const int MostVersions = 200;
    private const int MostComparisons = 50;

    /// <summary>The standards of a version, or of the newest general one.</summary>
    public async Task<StandardsPage> StandardsAsync(RuleSetVersionId? version, CancellationToken cancellation)
    {
        var versions = await db.RuleSetVersions.Where(row => row.State == RuleSetState.Published).OrderBy(row => row.IndustryCodes.Length).ThenBy(row => row.Kind).ThenByDescending(row => row.PublishedAt)
            .ThenByDescending(row => row.RuleSetId).ThenByDescending(row => row.Version).Take(MostVersions)
            .Select(row => new ComparableVersion(row.Id, row.Title, row.Version)).ToListAsync(cancellation);
        var chosen = versions.Find(row => row.Id == version) ?? versions.FirstOrDefault();
        return chosen is null ? new StandardsPage([], null, []) : new StandardsPage(versions, chosen,
        [
            .. (await LinesAsync(chosen.Id, null, cancellation)).GroupBy(line => line.Standard, line => line.Line, StringComparer.Ordinal)
                .Select(lines => new StandardLine(
                    lines.Key, lines.Count(line => line.IsOpen), lines.Count(line => line.Confirmation is { ConfirmedAt: null }), lines.Count(line => line.Confirmation is { ConfirmedAt: not null })))
                .OrderByDescending(line => line.Waiting > 0).ThenByDescending(line => line.Open > 0).ThenBy(line => line.Name, StringComparer.Ordinal),
        ]);
    }

    /// <summary>The rows of one standard; null when the version does not have it.</summary>
    public async Task<StandardPage?> StandardAsync(RuleSetVersionId version, string standard, CancellationToken cancellation)
    {
        var found = await db.RuleSetVersions.Where(row => row.Id == version && row.State == RuleSetState.Published).Select(row => new ComparableVersion(row.Id, row.Title, row.Version))
            .FirstOrDefaultAsync(cancellation);
        if (found is null || await LinesAsync(version, standard, cancellation) is not { Count: > 0 } lines)
        {
            return null;
        }

        var comparisons = await db.ValueConfirmations.AsNoTracking().Where(row => row.Standard == standard).OrderByDescending(row => row.ComparedAt).Take(MostComparisons).ToListAsync(cancellation);
        return new StandardPage(found, standard, [.. lines.Select(line => line.Line)], comparisons);
    }

    /// <summary>The scan of a comparison; null when there is none.</summary>
    public async Task<OpenedFile?> ScanAsync(ValueConfirmationId id, CancellationToken cancellation) =>
        await db.ValueConfirmations.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation) is { } comparison
            ? await files.OpenAsync(comparison.ScanHash, comparison.ScanName, comparison.ScanMediaType, cancellation)
            : null;

    /// <summary>Rows that can be compared, with the comparison that stands or waits.</summary>
    internal async Task<IReadOnlyList<(string Standard, ValueLine Line)>> LinesAsync(RuleSetVersionId version, string? standard, CancellationToken cancellation)
    {
        var sets = await ruleSets.ReadAsync([version], cancellation);
        if (!sets.TryGetValue(version, out var set))
        {
            return [];
        }

        var compared = await (
            from row in db.ConfirmedRows
            join confirmation in db.ValueConfirmations on row.ValueConfirmationId equals confirmation.Id
            where confirmation.WithdrawnAt == null && (standard == null || confirmation.Standard == standard)
            orderby confirmation.ConfirmedAt == null, confirmation.ComparedAt
            select new { row.Fingerprint, Confirmation = confirmation }).AsNoTracking().ToListAsync(cancellation);
        var byFingerprint = compared.DistinctBy(row => row.Fingerprint).ToDictionary(row => row.Fingerprint, row => row.Confirmation, StringComparer.Ordinal);
        var formulas = new FormulaWords(set.RuleSet);
        return
        [
            .. from table in set.RuleSet.Parameters
               from row in table.Rows
               where ValueLine.Can(row) && (standard is null || row.Source == standard)
               select (row.Source, ValueLine.Of(table, row, formulas, byFingerprint)),
        ];
    }
}
