using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Data;
using GreenFactory.Application.Honours;
using GreenFactory.Application.Messages;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Assessments;

/// <summary>What the officer concludes from the compliance check.</summary>
public enum ComplianceOutcome
{
    /// <summary>保存，稍后决定.</summary>
    Keep,

    /// <summary>审查通过.</summary>
    Pass,

    /// <summary>审查不通过.</summary>
    Fail,

    /// <summary>退回区县.</summary>
    SendBack,
}

/// <summary>The officer's ruling on one item.</summary>
public sealed record ComplianceAnswer(ComplianceItem Item, ComplianceVerdict? Verdict, string? Remark);

/// <summary>The compliance check of one case.</summary>
public sealed record DecideCompliance(DeclarationId Declaration, IReadOnlyList<ComplianceAnswer> Items, ComplianceOutcome Outcome, string? Reason)
{
    /// <summary>What the officer had before them (<see cref="SeenStamps.OfCompliance"/>); null where nothing was shown.</summary>
    public string? Seen { get; init; }
}

/// <summary>Keeps the rulings of a compliance check and, if asked, decides.</summary>
public sealed class DecideComplianceHandler(
    PortalDbContext db, CurrentAccess access, ProcessRunner runner, CaseSteps steps, FrozenScoreReader scores, RegisterStandingReader register, FourEyesReader fourEyes)
{
    private const int LongestText = 1000;

    /// <summary>Rules and decides.</summary>
    public Task<Result> HandleAsync(DecideCompliance input, CancellationToken cancellation) =>
        runner.RunAsync(ProcessKind.DecideCompliance, input.Reason, process => DecideAsync(process, input, cancellation), cancellation);

    private async Task<Result> DecideAsync(RunningProcess process, DecideCompliance input, CancellationToken cancellation)
    {
        if (await steps.FindAsync(input.Declaration, cancellation) is not { } declaration)
        {
            return ProcessErrors.NotFound;
        }

        if (declaration.State is not CaseState.Reported)
        {
            return AssessmentErrors.NotReported;
        }

        // A verdict is half a decision: whoever may not take the step does not prepare it either.
        if ((await fourEyes.InvolvedAsync(access.Scope.RequiredUser, access.Scope.Desk, [declaration.Id], cancellation)).Count > 0)
        {
            return DeclarationErrors.GuardNotMet(CaseGuard.FourEyes);
        }

        if (await ChangedMeanwhileAsync(input, cancellation) is { } meanwhile)
        {
            return meanwhile;
        }

        var errors = Check(input);
        var claimsIntact = input.Items.Any(item => item is { Item: ComplianceItem.ScoresIntact, Verdict: ComplianceVerdict.Ok or ComplianceVerdict.OkWithRemark });
        if (claimsIntact && !await IsIntactAsync(declaration.Id, cancellation))
        {
            errors.Add(AssessmentErrors.ScoreNotIntact);
        }

        if (input.Outcome is ComplianceOutcome.Pass && !IsExcepted(input)
            && (await register.ReadAsync(declaration.OrganisationId, process.Now, cancellation)).Stops(declaration.Purpose) is { } bar)
        {
            errors.Add(AssessmentErrors.Barred(bar));
        }

        if (errors.Count > 0)
        {
            return Result.Failure(errors);
        }

        await KeepAsync(process, declaration, input, cancellation);
        return input.Outcome is ComplianceOutcome.Keep ? Result.Success : await TakeAsync(process, declaration, input, cancellation);
    }

    /// <summary>The refusal where the page was opened over something else; of two officers at the same moment the second waits here.</summary>
    private async Task<Error?> ChangedMeanwhileAsync(DecideCompliance input, CancellationToken cancellation)
    {
        var turn = $"compliance/{input.Declaration.Value}";
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({turn}, 0))", cancellation);
        if (input.Seen is not { } seen)
        {
            return null;
        }

        var rulings = await db.ComplianceRulings.AsNoTracking().Where(row => row.DeclarationId == input.Declaration).ToListAsync(cancellation);
        var opinions = await db.DepartmentOpinions.Where(row => row.DeclarationId == input.Declaration).Select(row => new { row.Id, row.Version }).ToListAsync(cancellation);
        var scores = await db.FrozenScores.Where(row => row.DeclarationId == input.Declaration && (row.Party == ScoreParty.Declared || row.Party == ScoreParty.Verified))
            .Select(row => new { row.Id, row.Party, row.Sequence }).ToListAsync(cancellation);
        var now = SeenStamps.OfCompliance(
            rulings, opinions.Select(row => (row.Id, row.Version)), scores.GroupBy(row => row.Party).Select(group => (FrozenScoreId?)group.MaxBy(row => row.Sequence)!.Id));
        return now == seen ? null : AssessmentErrors.ComplianceChangedMeanwhile(rulings.MaxBy(row => row.RuledAt) is { } last && last.RuledBy != access.Scope.RequiredUser ? last.RuledByName : null);
    }

    private static bool IsExcepted(DecideCompliance input) => input.Items.Any(item => item is { Item: ComplianceItem.Eligibility, Verdict: ComplianceVerdict.OkWithRemark });

    private static List<Error> Check(DecideCompliance input)
    {
        var errors = new List<Error>();
        if (input.Outcome is ComplianceOutcome.Pass or ComplianceOutcome.Fail)
        {
            errors.AddRange(Enum.GetValues<ComplianceItem>().Where(item => !input.Items.Any(row => row.Item == item && row.Verdict is not null)).Select(AssessmentErrors.ItemOpen));
        }

        errors.AddRange(input.Items
            .Where(item => item.Verdict is ComplianceVerdict.NotOk or ComplianceVerdict.OkWithRemark && WrittenText.SaysNothing(item.Remark))
            .Select(item => AssessmentErrors.RemarkMissing(item.Item)));
        if (input.Outcome is ComplianceOutcome.SendBack)
        {
            errors.AddRange(input.Items.Where(item => item.Verdict is null && !WrittenText.SaysNothing(item.Remark)).Select(item => AssessmentErrors.RemarkWithoutVerdict(item.Item)));
        }

        var failing = input.Items.Any(item => item.Verdict is ComplianceVerdict.NotOk);
        if (input.Outcome is ComplianceOutcome.Pass && failing)
        {
            errors.Add(AssessmentErrors.HasFailingItem);
        }

        if (input.Outcome is ComplianceOutcome.Fail && !failing)
        {
            errors.Add(AssessmentErrors.NoFailingItem);
        }

        if (input.Outcome is ComplianceOutcome.Fail or ComplianceOutcome.SendBack && WrittenText.Count(ComparableText.Visible(input.Reason)) < StepReason.Of(ActionOf(input.Outcome)).Shortest)
        {
            errors.Add(new Error("compliance.reason", "请写明理由，不少于 5 字，区县和申报单位将看到。", "Reason"));
        }

        if (input.Items.Select(item => item.Remark).Append(input.Reason).Any(text => WrittenText.Count(text) > LongestText))
        {
            errors.Add(new Error("compliance.too_long", $"说明和理由最多 {LongestText} 字。", "Reason"));
        }

        return errors;
    }

    private async Task<bool> IsIntactAsync(DeclarationId id, CancellationToken cancellation) =>
        await scores.ReadLatestAsync(id, ScoreParty.Declared, cancellation) is { Intact: true } && await scores.ReadLatestAsync(id, ScoreParty.Verified, cancellation) is { Intact: true };

    private async Task KeepAsync(RunningProcess process, Declaration declaration, DecideCompliance input, CancellationToken cancellation)
    {
        var kept = await db.ComplianceRulings.Where(row => row.DeclarationId == declaration.Id).ToDictionaryAsync(row => row.Item, cancellation);
        var changes = new List<object>();
        foreach (var item in input.Items.Where(item => item.Verdict is not null))
        {
            var remark = WrittenText.Said(item.Remark);
            if (kept.TryGetValue(item.Item, out var same) && same.Verdict == item.Verdict && same.Remark == remark && same.RuledAt >= declaration.StateSince)
            {
                continue;
            }

            changes.Add(new { item = item.Item.ToString(), verdict = item.Verdict.ToString(), remark, before = same is null ? null : new { verdict = same.Verdict.ToString(), same.Remark, same.RuledByName } });
            if (!kept.TryGetValue(item.Item, out var ruling))
            {
                ruling = ComplianceRuling.Create(declaration, item.Item);
                db.Add(ruling);
            }

            ruling.Rule(item.Verdict!.Value, remark, access.Scope.RequiredUser, access.Scope.PersonName, process.Now);
        }

        if (changes.Count > 0)
        {
            process.Record(EventKind.ComplianceRuled, declaration, $"符合性审查：登记或更改 {changes.Count} 项", changes);
        }
    }

    private async Task<Result> TakeAsync(RunningProcess process, Declaration declaration, DecideCompliance input, CancellationToken cancellation)
    {
        var step = await steps.TakeAsync(process, declaration, new CaseStep(ActionOf(input.Outcome)) { Reason = input.Reason }, cancellation);
        if (!step.Succeeded)
        {
            return step;
        }

        Tell(process, declaration, input);
        return Result.Success;
    }

    private static CaseAction ActionOf(ComplianceOutcome outcome) => outcome switch
    {
        ComplianceOutcome.Pass => CaseAction.PassCompliance,
        ComplianceOutcome.Fail => CaseAction.FailCompliance,
        _ => CaseAction.SendBack,
    };

    private static void Tell(RunningProcess process, Declaration declaration, DecideCompliance input)
    {
        var failing = string.Join("、", input.Items.Where(item => item.Verdict is ComplianceVerdict.NotOk).Select(item => AssessmentWords.Of(item.Item)));
        switch (input.Outcome)
        {
            case ComplianceOutcome.Pass:
                process.Record(EventKind.CompliancePassed, declaration, "市级符合性审查通过");
                process.Notify(declaration, Desk.Apply, "符合性审查通过", "市级符合性审查已通过。", Destination.Case(declaration.Id));
                break;
            case ComplianceOutcome.Fail:
                process.Record(EventKind.ComplianceFailed, declaration, $"市级符合性审查不通过：{failing}");
                process.Notify(declaration, Desk.Apply, "符合性审查不通过", $"不符合项目：{failing}。理由：{input.Reason}", Destination.Case(declaration.Id));
                process.Notify(declaration, Desk.District, "符合性审查不通过", $"{declaration.CaseNumber} 不符合项目：{failing}。理由：{input.Reason}", Destination.Workbench(declaration.Id));
                break;
            default:
                process.Record(EventKind.CaseSentBack, declaration, "市级退回区县");
                process.Notify(declaration, Desk.District, "市级退回案件", $"{declaration.CaseNumber} 被退回。理由：{input.Reason}", Destination.Workbench(declaration.Id));
                break;
        }
    }
}
