using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.RuleLibrary;

/// <summary>Runs checker and golden cases over a draft; when all is green the draft is checked.</summary>
public sealed class CheckRuleSetHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner)
{
    /// <summary>Checks.</summary>
    public Task<Result> HandleAsync(RuleSetVersionId id, CancellationToken cancellation) => runner.RunAsync(
        ProcessKind.CheckRuleSet,
        null,
        async process =>
        {
            if (await db.RuleSetVersions.FirstOrDefaultAsync(row => row.Id == id, cancellation) is not { } draft)
            {
                return ProcessErrors.NotFound;
            }

            var check = RuleSetDocuments.Check(RuleSetDocuments.SetOf(draft), draft.GoldenCases);
            if (!check.IsGreen)
            {
                return new Error("rule_set.not_green", $"检查没有通过：{check.Errors.Count()} 处错误，请按清单改正后再检查。");
            }

            process.Record(EventKind.RuleSetChecked, $"“{draft.Title}”{draft.Version} 通过检查，用例 {check.Runs.Count} 个全部通过", new { draft = draft.Id.Value, hash = draft.ContentHash });
            return draft.Pass(access.Scope.PersonName, process.Now);
        },
        cancellation);
}
