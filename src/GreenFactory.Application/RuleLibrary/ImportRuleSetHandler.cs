using System.Text;
using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Application.Ports.Spreadsheets;
using GreenFactory.Application.RuleLibrary.Workbook;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Checking;
using GreenFactory.Scoring.RuleSets;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.RuleLibrary;

/// <summary>What an import would do.</summary>
/// <param name="Set">The set as read; null when the document is unreadable.</param>
/// <param name="ContentHash">Hash of its canonical form; empty when unreadable.</param>
/// <param name="Problems">What is wrong, with line and path; in a workbook the path is a cell, such as <c>指标!F12</c>.</param>
/// <param name="Base">The version it is compared with: the latest of the same set; null when the set is new.</param>
/// <param name="Changes">Differences from that version.</param>
/// <param name="GoldenCases">The cases it would bring along: those of the workbook, or of the version it is compared with.</param>
public sealed record RuleSetImportReport(
    RuleSet? Set, string ContentHash, IReadOnlyList<Problem> Problems, RuleSetVersion? Base, IReadOnlyList<RuleSetChange> Changes, string GoldenCases)
{
    /// <summary>The document that was read, full or overlay; empty when there is none.</summary>
    public string Document { get; init; } = "";

    /// <summary>How the cases differ from those of the version it is compared with, one Chinese sentence each.</summary>
    public IReadOnlyList<string> CaseChanges { get; init; } = [];

    /// <summary>The uploaded workbook with its problems marked; null for another file, or when nothing was found.</summary>
    public byte[]? MarkedCopy { get; init; }

    /// <summary>Whether it can be kept as a draft: it reads, and the checker refuses nothing. Golden cases may still differ; a draft is there to be worked on.</summary>
    public bool CanBeKept => Set is not null && Problems.All(problem => problem.Severity is Severity.Warning || (problem.Code.StartsWith("golden.", StringComparison.Ordinal) && problem.Code != "golden.form"));
}

/// <summary>Reads a rule-set document, full or overlay, from JSON or from a workbook: always a dry run first, whose report is what gets kept as a draft.</summary>
public sealed class ImportRuleSetHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner, RuleSetWorkbookReader workbooks)
{
    /// <summary>Most characters of a document.</summary>
    public const int LargestDocument = 4_000_000;

    /// <summary>Largest file, a workbook or JSON, in bytes.</summary>
    public const long LargestFile = 10L * FileSize.Megabyte;

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file and checks it without storing anything; a workbook comes back with its problems marked.</summary>
    public Task<RuleSetImportReport> DryRunAsync(byte[] content, string fileName, CancellationToken cancellation) => Path.GetExtension(fileName).ToUpperInvariant() switch
    {
        ".XLSX" => DryRunOfWorkbookAsync(content, fileName, cancellation),
        ".JSON" => DryRunOfTextAsync(content, cancellation),
        ".XLSM" or ".XLSB" or ".XLTM" => Task.FromResult(Unreadable("document.macros", "含宏的工作簿不能导入。请在 Excel 中另存为「Excel 工作簿（.xlsx）」后重新上传。")),
        ".XLS" or ".ET" or ".ODS" or ".CSV" => Task.FromResult(Unreadable("document.kind", "这里只能导入 .xlsx 工作簿或 .json 文件。请在 Excel 或 WPS 中另存为「Excel 工作簿（.xlsx）」后重新上传。")),
        _ => Task.FromResult(Unreadable("document.kind", "这里只能导入 .xlsx 工作簿或 .json 文件。请确认选对了文件。")),
    };

    /// <summary>Reads and checks a document without storing anything, with the golden cases of the version it is compared with.</summary>
    public Task<RuleSetImportReport> DryRunAsync(string json, CancellationToken cancellation) => DryRunAsync(json, null, cancellation);

    /// <summary>Reads and checks without storing anything. At most three queries, and one for a parent.</summary>
    /// <param name="json">The document.</param>
    /// <param name="goldenCases">The golden cases it comes with; null for those of the version it is compared with.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<RuleSetImportReport> DryRunAsync(string json, string? goldenCases, CancellationToken cancellation)
    {
        if (json.Length > LargestDocument)
        {
            return Unreadable("document.tooLarge", "文件过大：规则集文件不超过 4 MB。请确认选对了文件。");
        }

        var parents = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var id in ParentsNamedIn(json))
        {
            parents[id] = (await LatestAsync(id, cancellation))?.Document;
        }

        var reading = new RuleSetShelf(id => parents.GetValueOrDefault(id)).Read(json);
        if (reading.RuleSet is not { } set || !reading.IsValid)
        {
            return new RuleSetImportReport(null, "", reading.Problems, null, [], goldenCases ?? "[]") { Document = json };
        }

        var latest = await LatestAsync(set.Id, cancellation);
        var golden = goldenCases ?? latest?.GoldenCases ?? "[]";
        var check = RuleSetDocuments.Check(set, golden);
        var changes = latest is null ? [] : RuleSetDiff.Compare(RuleSetDocuments.SetOf(latest), set);
        var problems = check.Problems.Select(reading.Locate).ToList();
        if (await db.RuleSetVersions.AnyAsync(row => row.RuleSetId == set.Id && row.Version == set.Version, cancellation))
        {
            problems.Insert(0, reading.Locate(new Problem("version.taken", "$.version", $"规则集“{set.Id}”已经有版本 {set.Version}，请把“version”改成新的版本号。")));
        }

        return new RuleSetImportReport(set, RuleSetWriter.ContentHash(set), problems, latest, changes, golden)
        {
            Document = json,
            CaseChanges = latest is null || problems.Any(problem => problem.Code == "golden.form") ? [] : GoldenCaseChanges.Between(latest.GoldenCases, golden),
        };
    }

    /// <summary>Keeps a document as a draft, with the golden cases of the version it is compared with; it is read and checked again.</summary>
    public Task<Result<RuleSetVersionId>> KeepAsync(string json, CancellationToken cancellation) => KeepAsync(json, null, cancellation);

    /// <summary>Keeps a document and its golden cases as a draft; both are read and checked again.</summary>
    public async Task<Result<RuleSetVersionId>> KeepAsync(string json, string? goldenCases, CancellationToken cancellation)
    {
        var report = await DryRunAsync(json, goldenCases, cancellation);
        return report.CanBeKept
            ? await runner.RunAsync<RuleSetVersionId>(ProcessKind.ImportRuleSet, null, process => Task.FromResult(Keep(report, process)), cancellation)
            : new Error("rule_set.import", "文件还有错误，不能存为草稿。请按下面的清单改正后重新导入。");
    }

    private async Task<RuleSetImportReport> DryRunOfTextAsync(byte[] content, CancellationToken cancellation)
    {
        try
        {
            var text = Utf8.GetString(content);
            return await DryRunAsync(text.TrimStart('\uFEFF'), cancellation);
        }
        catch (DecoderFallbackException)
        {
            return Unreadable("document.encoding", "文件不是 UTF-8 编码的文本。请用文本编辑器另存为 UTF-8 后重新上传。");
        }
    }

    private async Task<RuleSetImportReport> DryRunOfWorkbookAsync(byte[] content, string fileName, CancellationToken cancellation)
    {
        var reading = workbooks.Read(content, fileName);
        if (reading.Document is null)
        {
            return new RuleSetImportReport(null, "", [.. reading.Problems.Select(AtCell)], null, [], "[]")
            {
                MarkedCopy = reading.IsWorkbook ? workbooks.Mark(content, reading.Problems) : null,
            };
        }

        var report = await DryRunAsync(reading.Document, reading.GoldenCases, cancellation);
        var located = report.Problems.Select(problem => (problem.Code, Cell: reading.Locate(problem))).ToList();
        List<CellProblem> all = [.. located.Select(found => found.Cell), .. reading.Problems];
        return report with
        {
            Problems = [.. located.Select(found => AtCell(found.Cell) with { Code = found.Code }), .. reading.Problems.Select(AtCell)],
            MarkedCopy = all.Count > 0 ? workbooks.Mark(content, all) : null,
        };
    }

    private static RuleSetImportReport Unreadable(string code, string message) => new(null, "", [new Problem(code, "$", message)], null, [], "[]");

    private static Problem AtCell(CellProblem problem) =>
        new("workbook.cell", problem.Place.Length > 0 ? problem.Place : "$", problem.Message, 0, problem.IsNotice ? Severity.Warning : Severity.Error);

    private Result<RuleSetVersionId> Keep(RuleSetImportReport report, RunningProcess process)
    {
        var draft = RuleSetVersion.Draft(
            new RuleSetVersionId(process.NewId()),
            access.Scope.Municipality,
            RuleSetDocuments.ContentOf(report.Set!, report.GoldenCases),
            access.Scope.RequiredUser,
            access.Scope.PersonName,
            process.Now);
        db.Add(draft);
        process.Record(EventKind.RuleSetImported, $"导入“{draft.Title}”{draft.Version} 为草稿", new { draft = draft.Id.Value, hash = draft.ContentHash });
        return draft.Id;
    }

    private Task<RuleSetVersion?> LatestAsync(string id, CancellationToken cancellation) =>
        db.RuleSetVersions.AsNoTracking().Where(row => row.RuleSetId == id && row.State == RuleSetState.Published)
            .OrderByDescending(row => row.PublishedAt).FirstOrDefaultAsync(cancellation);

    /// <summary>The set an overlay extends, read beforehand: the shelf asks without waiting.</summary>
    private static IReadOnlyList<string> ParentsNamedIn(string json)
    {
        var asked = new List<string>();
        new RuleSetShelf(id =>
        {
            asked.Add(id);
            return null;
        }).Read(json);
        return asked;
    }
}
