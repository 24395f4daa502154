using FluentValidation;
using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Data;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Messages;
using GreenFactory.Application.Validation;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Reviews;

/// <summary>A value as the officer's form holds it.</summary>
/// <param name="Path">Its place in the facts.</param>
/// <param name="Parts">As typed or chosen: one text, several codes for a multi-choice, none for a question left open.</param>
public sealed record TypedValue(string Path, params IReadOnlyList<string> Parts);

/// <summary>An officer rules one indicator.</summary>
/// <param name="Declaration">The case.</param>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Kind">The verdict.</param>
/// <param name="Reason">Why, in words the applicant reads.</param>
/// <param name="Values">The values of the form; what differs from the declared ones is a correction.</param>
/// <param name="Seen">What the officer was shown; a decision on something else is refused with what stands now.</param>
public sealed record RuleIndicator(DeclarationId Declaration, string Indicator, VerdictKind? Kind, string? Reason, IReadOnlyList<TypedValue> Values, IndicatorStamp Seen);

/// <summary>What must be given with a verdict.</summary>
public sealed class RuleIndicatorValidator : AbstractValidator<RuleIndicator>
{
    /// <summary>Most characters of a reason.</summary>
    public const int LongestReason = 500;

    /// <summary>States the rules.</summary>
    public RuleIndicatorValidator()
    {
        RuleFor(command => command.Kind).NotNull().WithMessage("请选择核定意见：认可、修正、提问或不适用。");
        RuleFor(command => command.Reason).Written().When(command => command.Kind is VerdictKind.Correct).WithMessage("请写明修正的理由，企业可以看到。");
        RuleFor(command => command.Reason).Written().When(command => command.Kind is VerdictKind.Question).WithMessage("请写明要向企业提出的问题。");
        RuleFor(command => command.Reason).Written().When(command => command.Kind is VerdictKind.NotApplicable).WithMessage("请写明该指标不适用的理由。");
        RuleFor(command => command.Reason).AtMost("理由", LongestReason);
    }
}

/// <summary>Keeps a verdict; the verified score follows from it by the official engine.</summary>
public sealed class RuleIndicatorHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner, CaseReviewReader reviews, FourEyesReader fourEyes, IValidator<RuleIndicator> validator)
{
    /// <summary>Rules.</summary>
    public async Task<Result> HandleAsync(RuleIndicator command, CancellationToken cancellation)
    {
        var checks = await validator.ValidateAsync(command, cancellation);
        if (!checks.IsValid)
        {
            return Result.Failure([.. checks.Errors.Select(error => new Error($"verdict.{error.PropertyName}", error.ErrorMessage, error.PropertyName))]);
        }

        var outcome = await runner.RunAsync(ProcessKind.RuleIndicator, command.Reason, process => RuleAsync(command, process, cancellation), cancellation);
        return !outcome.Succeeded && outcome.Error == ProcessErrors.Duplicate && (await reviews.ReadAsync(command.Declaration, cancellation))?.Verdicts.GetValueOrDefault(command.Indicator) is { } theirs
            ? DistrictErrors.RuledMeanwhile(theirs.Verdict)
            : outcome;
    }

    private async Task<Result> RuleAsync(RuleIndicator command, RunningProcess process, CancellationToken cancellation)
    {
        var declaration = await db.Declarations.FirstOrDefaultAsync(row => row.Id == command.Declaration, cancellation);
        if (declaration is null || await reviews.ReadAsync(command.Declaration, cancellation) is not { } review)
        {
            return ProcessErrors.NotFound;
        }

        if (declaration.State is not CaseState.DistrictReview)
        {
            return DistrictErrors.NotInReview(declaration.State);
        }

        if ((await fourEyes.InvolvedAsync(access.Scope.RequiredUser, access.Scope.Desk, [declaration.Id], cancellation)).Count > 0)
        {
            return DeclarationErrors.GuardNotMet(CaseGuard.FourEyes);
        }

        if (review.VerifiedSheet.Indicators.FirstOrDefault(row => row.Code == command.Indicator) is not { } indicator)
        {
            return ProcessErrors.NotFound;
        }

        var standing = review.Verdicts.GetValueOrDefault(command.Indicator);
        if (RefuseUnseen(command, review, standing) is { } unseen)
        {
            return unseen;
        }

        var corrections = Corrections(command, review);
        if (command.Kind is not VerdictKind.Correct && Unused(command, review, corrections) is { Count: > 0 } unused)
        {
            return Result.Failure(unused);
        }

        corrections = command.Kind is VerdictKind.Correct ? corrections : [];
        if (command.Kind is VerdictKind.Correct && Refuse(review, corrections) is { Count: > 0 } refusals)
        {
            return Result.Failure(refusals);
        }

        var verdict = IndicatorVerdict.Give(
            new IndicatorVerdictId(process.NewId()),
            declaration,
            command.Indicator,
            command.Seen.Verdict + 1,
            command.Kind!.Value,
            Correction.Write(corrections),
            WrittenText.Said(command.Reason),
            DeclaredAnswers.HashOf(review.Declared.RuleSet, review.Declared.Facts, command.Indicator),
            access.Scope.RequiredUser,
            access.Scope.PersonName,
            process.Now);
        db.Add(verdict);
        process.Record(
            command.Kind is VerdictKind.Accept && standing is not { Verdict.Kind: VerdictKind.Question } ? EventKind.IndicatorAccepted : EventKind.IndicatorRuled,
            declaration,
            standing is { Verdict: { Kind: VerdictKind.Question } question } && command.Kind is not VerdictKind.Question
                ? $"核定指标“{indicator.Name}”：{ReviewWords.Of(command.Kind.Value)}，撤回 {question.RuledByName} 的提问“{question.Reason}”"
                : $"核定指标“{indicator.Name}”：{ReviewWords.Of(command.Kind.Value)}",
            new { command.Indicator, verdict.Sequence, kind = verdict.Kind.ToString(), verdict.Reason, corrections, supersedes = standing?.Verdict.Id.Value });
        if (command.Kind is VerdictKind.Question)
        {
            process.Notify(declaration, Desk.Apply, "区县对一项指标提出问题", $"指标“{indicator.Name}”：{WrittenText.Said(command.Reason)}", Destination.Case(declaration.Id));
        }

        return Result.Success;
    }

    /// <summary>A decision holds for what was on the officer's page; and a question that is taken back is answered in words of its own.</summary>
    private static Error? RefuseUnseen(RuleIndicator command, CaseReview review, StandingVerdict? standing)
    {
        var now = IndicatorStamp.Of(review, command.Indicator);
        if (command.Seen != now)
        {
            return command.Seen.Verdict != now.Verdict && standing is not null ? DistrictErrors.RuledMeanwhile(standing.Verdict) : DistrictErrors.AnswersChangedMeanwhile;
        }

        var reason = WrittenText.Said(command.Reason);
        return standing is { Verdict.Kind: VerdictKind.Question } && command.Kind is not VerdictKind.Question
            && (reason.Length == 0 && !standing.Outdated || ComparableText.Visible(reason) == ComparableText.Visible(standing.Verdict.Reason))
            ? DistrictErrors.WithdrawalReasonMissing
            : null;
    }

    private static List<Correction> Corrections(RuleIndicator command, CaseReview review) =>
    [
        .. from answer in DeclaredAnswers.Of(review.Declared.RuleSet, review.Declared.Facts, command.Indicator)
           let declared = Kept(answer.Definition, answer.Answer is { } given ? given.Parts : [])
           let typed = command.Values.FirstOrDefault(value => value.Path == answer.Path) is { } value ? Kept(answer.Definition, value.Parts) : declared
           where !typed.SequenceEqual(declared)
           select new Correction(answer.Path, answer.Label, declared, typed),
    ];

    /// <summary>The refusals of values that were typed beside a verdict which takes none: they are neither what was declared nor what a correction made of it.</summary>
    private static List<Error> Unused(RuleIndicator command, CaseReview review, List<Correction> corrections) =>
    [
        .. from answer in DeclaredAnswers.Of(review.Declared.RuleSet, review.Verified, command.Indicator)
           from correction in corrections.Where(one => one.Path == answer.Path)
           where !correction.Corrected.SequenceEqual(Kept(answer.Definition, answer.Answer is { } given ? given.Parts : []))
           select DistrictErrors.CorrectedWithoutSayingSo(answer.Label, answer.Path),
    ];

    /// <summary>An answer as it is kept: without blanks, the codes of a multi-choice in the order of the question, a number in its one written form.</summary>
    private static List<string> Kept(InputDefinition question, IReadOnlyList<string> typed)
    {
        var given = typed.Select(text => question.Type is InputType.Number ? TypedText.NumberOrAsTyped(text) : WrittenText.Said(text)).Where(text => text.Length > 0).Distinct();
        return question.Type is InputType.MultiChoice ? [.. given.OrderBy(code => question.Options.Select(option => option.Code).ToList().IndexOf(code))] : [.. given.Take(1)];
    }

    /// <summary>What is wrong with the corrected values, each at its place in the facts.</summary>
    private static List<Error> Refuse(CaseReview review, List<Correction> corrections)
    {
        if (corrections.Count == 0)
        {
            return [DistrictErrors.NothingCorrected];
        }

        var paths = corrections.Select(correction => correction.Path).ToList();
        return
        [
            .. from problem in review.Try(corrections).Problems
               where problem.Severity is Scoring.Severity.Error && paths.Contains(problem.Path)
               select new Error(problem.Code, problem.Message, problem.Path),
        ];
    }
}
