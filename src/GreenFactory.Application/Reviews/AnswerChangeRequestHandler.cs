using FluentValidation;
using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Validation;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Reviews;

/// <summary>An answer to one item of a return.</summary>
/// <param name="Item">The item.</param>
/// <param name="Answer">The answer; left as it was when blank.</param>
public sealed record AnswerToItem(ChangeRequestItemId Item, string? Answer)
{
    /// <summary>The answer that the person had before them, empty for none; null where nothing was shown.</summary>
    public string? Seen { get; init; }
}

/// <summary>The applicant answers items of a return for correction.</summary>
/// <param name="Declaration">The case.</param>
/// <param name="Answers">The answers.</param>
public sealed record AnswerChangeRequest(DeclarationId Declaration, IReadOnlyList<AnswerToItem> Answers);

/// <summary>How long an answer may be.</summary>
public sealed class AnswerChangeRequestValidator : AbstractValidator<AnswerChangeRequest>
{
    /// <summary>Most characters of an answer.</summary>
    public const int LongestAnswer = 1000;

    /// <summary>States the rules.</summary>
    public AnswerChangeRequestValidator() =>
        RuleForEach(command => command.Answers).ChildRules(answer =>
            answer.RuleFor(row => row.Answer).AtMost(LongestAnswer).WithMessage($"每项答复不超过 {LongestAnswer} 字，较长的说明请作为材料上传。"));
}

/// <summary>Keeps answers; they can be changed until the case is submitted again.</summary>
public sealed class AnswerChangeRequestHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner, IValidator<AnswerChangeRequest> validator)
{
    /// <summary>Answers.</summary>
    public async Task<Result> HandleAsync(AnswerChangeRequest command, CancellationToken cancellation)
    {
        var checks = await validator.ValidateAsync(command, cancellation);
        return checks.IsValid
            ? await runner.RunAsync(ProcessKind.AnswerChangeRequest, null, process => AnswerAsync(command, process, cancellation), cancellation)
            : Result.Failure([.. checks.Errors.Select(error => new Error("correction.answer", error.ErrorMessage, error.PropertyName))]);
    }

    private async Task<Result> AnswerAsync(AnswerChangeRequest command, RunningProcess process, CancellationToken cancellation)
    {
        if (await db.Declarations.FirstOrDefaultAsync(row => row.Id == command.Declaration, cancellation) is not { } declaration)
        {
            return ProcessErrors.NotFound;
        }

        if (declaration.State is not CaseState.Returned)
        {
            return DeclarationErrors.NotEditable(declaration.State);
        }

        // Of two colleagues at the same moment the second waits here, reads what the first answered, and is told.
        var turn = $"corrections/{declaration.Id.Value}";
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({turn}, 0))", cancellation);
        var given = command.Answers.Where(answer => !WrittenText.SaysNothing(answer.Answer)).DistinctBy(answer => answer.Item).ToDictionary(answer => answer.Item, answer => answer.Answer!);
        var latest = await db.ChangeRequests.Where(row => row.DeclarationId == command.Declaration).OrderByDescending(row => row.Round).Select(row => row.Id).FirstAsync(cancellation);
        var items = await db.ChangeRequestItems.Where(row => row.ChangeRequestId == latest && given.Keys.Contains(row.Id)).ToListAsync(cancellation);
        var changed = items.Where(item => item.Answer != WrittenText.Said(given[item.Id])).ToList();
        var overtaken = changed.Where(item => Seen(command, item) is { } seen && WrittenText.Said(seen) != (item.Answer ?? "")).ToList();
        if (overtaken.Count > 0)
        {
            return Result.Failure([.. overtaken.Select(item => DistrictErrors.AnsweredMeanwhile(item, command.Answers.Index().First(row => row.Item.Item == item.Id).Index))]);
        }

        foreach (var item in changed)
        {
            item.AnswerWith(given[item.Id], access.Scope.PersonName, process.Now);
        }

        if (changed.Count > 0)
        {
            process.Record(EventKind.CorrectionsAnswered, declaration, $"答复补正事项 {changed.Count} 项", details: changed.Select(item => new { item.Position, item.Answer }).ToList());
        }

        return Result.Success;
    }

    private static string? Seen(AnswerChangeRequest command, ChangeRequestItem item) => command.Answers.First(answer => answer.Item == item.Id).Seen;
}
