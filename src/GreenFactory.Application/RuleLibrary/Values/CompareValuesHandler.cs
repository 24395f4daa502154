using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Honours;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Application.Reviews;
using GreenFactory.Application.Validation;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.RuleLibrary.Values;

/// <summary>One person compared rows with a page of their standard.</summary>
/// <param name="Version">The version whose rows were compared.</param>
/// <param name="Standard">The standard.</param>
/// <param name="Rows">Fingerprints of the rows.</param>
/// <param name="Clause">Clause or table in the text.</param>
/// <param name="Page">Page in the text.</param>
/// <param name="Scan">A picture or scan of that page; the stream must seek. Null where none was given.</param>
/// <param name="ScanName">Its name.</param>
public sealed record CompareValues(RuleSetVersionId Version, string Standard, IReadOnlyList<string> Rows, string? Clause, string? Page, Stream? Scan, string? ScanName);

/// <summary>Records the comparison; its rows decide nothing before a second person confirms it.</summary>
public sealed class CompareValuesHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner, CheckedFiles files, ComparedValuesQuery values)
{
    private const int LongestClause = 100;
    private const int LongestPage = 50;

    /// <summary>Records.</summary>
    public async Task<Result> HandleAsync(CompareValues command, CancellationToken cancellation)
    {
        var (clause, page) = (WrittenText.Said(command.Clause), WrittenText.Said(command.Page));
        List<Error> refused =
        [
            .. command.Rows.Count == 0 ? [ValueConfirmationErrors.NoRows] : Array.Empty<Error>(),
            .. WrittenText.IsBetween(clause, 1, LongestClause) ? Array.Empty<Error>() : [ValueConfirmationErrors.Clause],
            .. WrittenText.IsBetween(page, 1, LongestPage) ? Array.Empty<Error>() : [ValueConfirmationErrors.Page],
            .. command.Scan is null ? [ValueConfirmationErrors.Scan] : Array.Empty<Error>(),
        ];
        if (refused.Count > 0)
        {
            return Result.Failure(refused);
        }

        var kept = await files.KeepAsync(command.Scan!, command.ScanName ?? "", AddRemovalPaperHandler.Kinds, cancellation);
        return kept.Succeeded
            ? await runner.RunAsync(ProcessKind.CompareValues, null, process => RecordAsync(process, command, clause, page, kept.Value, cancellation), cancellation)
            : Result.Failure([kept.Error.At(nameof(command.Scan))]);
    }

    private async Task<Result> RecordAsync(RunningProcess process, CompareValues command, string clause, string page, KeptFile file, CancellationToken cancellation)
    {
        var open = (await values.LinesAsync(command.Version, command.Standard, cancellation)).Select(line => line.Line).Where(line => line.IsOpen).DistinctBy(line => line.Fingerprint)
            .ToDictionary(line => line.Fingerprint, StringComparer.Ordinal);
        var wanted = command.Rows.Distinct(StringComparer.Ordinal).ToList();
        if (!wanted.TrueForAll(open.ContainsKey))
        {
            return ValueConfirmationErrors.OtherRows;
        }

        var comparison = ValueConfirmation.Compare(
            new ValueConfirmationId(process.NewId()),
            access.Scope.Municipality,
            command.Standard,
            clause,
            page,
            new PageScan(file.Name, FileKinds.MediaType(file.Kind), file.Hash.Hex),
            access.Scope.RequiredUser,
            access.Scope.PersonName,
            process.Now);
        db.Add(comparison);
        db.AddRange(wanted.Select(row => ConfirmedRow.Of(new ConfirmedRowId(process.NewId()), comparison, row, open[row].Label, open[row].Numbers)));
        process.Record(
            EventKind.ValuesCompared,
            $"核对“{command.Standard}”{clause}（{page}）的 {wanted.Count} 行数值",
            new { comparison = comparison.Id.Value, standard = command.Standard, clause, page, scan = file.Hash.Hex, rows = wanted });
        return Result.Success;
    }
}
