using System.Text.RegularExpressions;
using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.RuleLibrary;

/// <summary>Begins a new version on the ground of an existing one.</summary>
/// <param name="From">The version it begins with.</param>
/// <param name="Version">Its own number, such as <c>1.1.0</c>.</param>
public sealed record DraftRuleSet(RuleSetVersionId From, string? Version);

/// <summary>Copies a version, with its golden cases, into a draft under a new number.</summary>
public sealed partial class DraftRuleSetHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner)
{
    /// <summary>Begins the draft and returns its key.</summary>
    public Task<Result<RuleSetVersionId>> HandleAsync(DraftRuleSet command, CancellationToken cancellation) => runner.RunAsync<RuleSetVersionId>(
        ProcessKind.DraftRuleSet,
        null,
        async process =>
        {
            var number = WrittenText.Said(command.Version);
            if (!Number().IsMatch(number))
            {
                return new Error("rule_set.version", "版本号写成 1.1.0 这样的形式：三段数字，中间用点。", nameof(DraftRuleSet.Version));
            }

            if (await db.RuleSetVersions.AsNoTracking().FirstOrDefaultAsync(row => row.Id == command.From, cancellation) is not { } from)
            {
                return ProcessErrors.NotFound;
            }

            if (await db.RuleSetVersions.AnyAsync(row => row.RuleSetId == from.RuleSetId && row.Version == number, cancellation))
            {
                return new Error("rule_set.version_taken", $"“{from.Title}”已经有版本 {number}，请换一个版本号。", nameof(DraftRuleSet.Version));
            }

            var set = RuleSetDocuments.SetOf(from) with { Version = number };
            var draft = RuleSetVersion.Draft(
                new RuleSetVersionId(process.NewId()), access.Scope.Municipality, RuleSetDocuments.ContentOf(set, from.GoldenCases), access.Scope.RequiredUser, access.Scope.PersonName, process.Now);
            db.Add(draft);
            process.Record(EventKind.RuleSetDrafted, $"以 {from.Version} 为基础新建“{from.Title}”{number} 草稿", new { from = from.Id.Value, draft = draft.Id.Value });
            return draft.Id;
        },
        cancellation);

    [GeneratedRegex(@"\A\d{1,4}\.\d{1,4}\.\d{1,4}\z")]
    private static partial Regex Number();
}
