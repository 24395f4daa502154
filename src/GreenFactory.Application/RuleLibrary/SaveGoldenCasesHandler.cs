using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring.Evaluation;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.RuleLibrary;

/// <summary>Takes the outcome of a golden case as what is expected from now on.</summary>
/// <param name="Id">The draft.</param>
/// <param name="Position">Which case, from 0.</param>
/// <param name="Seal">Seal over document and cases that the page showed: another one means that somebody saved meanwhile.</param>
/// <param name="Reason">Why the result is right, 5 to 500 characters: kept in the log.</param>
public sealed record AcceptGoldenCase(RuleSetVersionId Id, int Position, string? Seal, string? Reason);

/// <summary>Replaces all golden cases of a draft.</summary>
/// <param name="Id">The draft.</param>
/// <param name="Cases">A JSON array of cases.</param>
public sealed record ReplaceGoldenCases(RuleSetVersionId Id, string? Cases);

/// <summary>Changes the golden cases of a draft. Whoever does it counts as its author: another person publishes.</summary>
public sealed class SaveGoldenCasesHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner)
{
    /// <summary>Accepts the outcome of one case.</summary>
    public Task<Result> HandleAsync(AcceptGoldenCase command, CancellationToken cancellation) =>
        RunAsync(ProcessKind.AcceptGoldenCase, command.Id, command.Reason, "采用算出的结果作为用例预期", current =>
        {
            if (!RuleSetErrors.IsReason(command.Reason))
            {
                return RuleSetErrors.ReasonMissing;
            }

            if (RuleSetDocuments.SealOf(current) != command.Seal)
            {
                return ProcessErrors.ChangedMeanwhile;
            }

            var set = RuleSetDocuments.SetOf(current);
            var known = GoldenCaseFile.Read(current.GoldenCases);
            return known.Problems.Count > 0 || command.Position < 0 || command.Position >= known.Cases.Count || !CompiledRuleSet.TryCompile(set, out var rules, out _)
                ? new Error("golden.unknown", "这个用例不能采用：规则集或用例有错误，请先改正。")
                : GoldenCaseFile.Accept(current.GoldenCases, command.Position, rules);
        }, cancellation);

    /// <summary>Replaces the cases.</summary>
    public Task<Result> HandleAsync(ReplaceGoldenCases command, CancellationToken cancellation) =>
        RunAsync(ProcessKind.ReplaceGoldenCases, command.Id, null, "替换用例", _ =>
        {
            var (_, problems) = GoldenCaseFile.Read(command.Cases ?? "");
            return problems.Count > 0
                ? Result<string>.Failure([.. problems.Select(problem => new Error("golden.invalid", $"{problem.Path}：{problem.Message}", "Cases"))])
                : command.Cases!;
        }, cancellation);

    private Task<Result> RunAsync(ProcessKind kind, RuleSetVersionId id, string? reason, string what, Func<RuleSetVersion, Result<string>> change, CancellationToken cancellation) => runner.RunAsync(
        kind,
        reason,
        async process =>
        {
            if (await db.RuleSetVersions.FirstOrDefaultAsync(row => row.Id == id, cancellation) is not { } draft)
            {
                return ProcessErrors.NotFound;
            }

            var cases = change(draft);
            if (!cases.Succeeded)
            {
                return Result.Failure(cases.Errors);
            }

            process.Record(EventKind.GoldenCasesSaved, $"“{draft.Title}”{draft.Version}：{what}", new { draft = draft.Id.Value });
            return draft.Rewrite(RuleSetDocuments.ContentOf(RuleSetDocuments.SetOf(draft), cases.Value), access.Scope.RequiredUser, access.Scope.PersonName, process.Now);
        },
        cancellation);
}
