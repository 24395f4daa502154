using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
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
/// <param name="Problems">What is wrong, with line and path.</param>
/// <param name="Base">The version it is compared with: the latest of the same set; null when the set is new.</param>
/// <param name="Changes">Differences from that version.</param>
/// <param name="GoldenCases">The cases it would bring along: those of the version it is compared with.</param>
public sealed record RuleSetImportReport(
    RuleSet? Set, string ContentHash, IReadOnlyList<Problem> Problems, RuleSetVersion? Base, IReadOnlyList<RuleSetChange> Changes, string GoldenCases)
{
    /// <summary>Whether it can be kept as a draft: it reads, and the checker refuses nothing. Golden cases may still differ; a draft is there to be worked on.</summary>
    public bool CanBeKept => Set is not null && Problems.All(problem => problem.Severity is Severity.Warning || problem.Code.StartsWith("golden.", StringComparison.Ordinal));
}

/// <summary>Reads a rule-set document, full or overlay: always a dry run first, whose report is what gets kept as a draft.</summary>
public sealed class ImportRuleSetHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner)
{
    /// <summary>Most characters of a document.</summary>
    public const int LargestDocument = 4_000_000;

    /// <summary>Reads and checks without storing anything. At most three queries, and one for a parent.</summary>
    public async Task<RuleSetImportReport> DryRunAsync(string json, CancellationToken cancellation)
    {
        if (json.Length > LargestDocument)
        {
            return new RuleSetImportReport(null, "", [new Problem("document.tooLarge", "$", "文件过大：规则集文件不超过 4 MB。请确认选对了文件。")], null, [], "[]");
        }

        var parents = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var id in ParentsNamedIn(json))
        {
            parents[id] = (await LatestAsync(id, cancellation))?.Document;
        }

        var reading = new RuleSetShelf(id => parents.GetValueOrDefault(id)).Read(json);
        if (reading.RuleSet is not { } set || !reading.IsValid)
        {
            return new RuleSetImportReport(null, "", reading.Problems, null, [], "[]");
        }

        var latest = await LatestAsync(set.Id, cancellation);
        var golden = latest?.GoldenCases ?? "[]";
        var check = RuleSetDocuments.Check(set, golden);
        var changes = latest is null ? [] : RuleSetDiff.Compare(RuleSetDocuments.SetOf(latest), set);
        var problems = check.Problems.Select(reading.Locate).ToList();
        if (await db.RuleSetVersions.AnyAsync(row => row.RuleSetId == set.Id && row.Version == set.Version, cancellation))
        {
            problems.Insert(0, reading.Locate(new Problem("version.taken", "$.version", $"规则集“{set.Id}”已经有版本 {set.Version}，请把“version”改成新的版本号。")));
        }

        return new RuleSetImportReport(set, RuleSetWriter.ContentHash(set), problems, latest, changes, golden);
    }

    /// <summary>Keeps a document as a draft; it is read and checked again.</summary>
    public async Task<Result<RuleSetVersionId>> KeepAsync(string json, CancellationToken cancellation)
    {
        var report = await DryRunAsync(json, cancellation);
        return report.CanBeKept
            ? await runner.RunAsync<RuleSetVersionId>("ImportRuleSet", null, process => Task.FromResult(Keep(report, process)), cancellation)
            : new Error("rule_set.import", "文件还有错误，不能存为草稿。请按下面的清单改正后重新导入。");
    }

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
        process.Record("RuleSetImported", $"导入“{draft.Title}”{draft.Version} 为草稿", new { draft = draft.Id.Value, hash = draft.ContentHash });
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
