using FluentValidation;
using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Messages;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Reviews;

/// <summary>One thing to be corrected.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Code">Code of the indicator, gate or field.</param>
/// <param name="Label">In words.</param>
/// <param name="Text">What is to be corrected or explained.</param>
public sealed record ItemToCorrect(ChangeSubject Subject, string Code, string Label, string Text);

/// <summary>The district returns a case for correction (退回补正).</summary>
/// <param name="Declaration">The case.</param>
/// <param name="LastDay">Last day for the answer, in Beijing time.</param>
/// <param name="Items">What is to be corrected.</param>
public sealed record ReturnCase(DeclarationId Declaration, DateOnly? LastDay, IReadOnlyList<ItemToCorrect> Items);

/// <summary>What a return must say.</summary>
public sealed class ReturnCaseValidator : AbstractValidator<ReturnCase>
{
    private const int LongestText = 500;

    /// <summary>States the rules.</summary>
    public ReturnCaseValidator(TimeProvider clock)
    {
        RuleFor(command => command.LastDay).NotNull().WithMessage("请填写补正期限。");
        RuleFor(command => command.LastDay)
            .Must(day => day > ChinaTime.DayOf(clock.GetUtcNow())).When(command => command.LastDay is not null)
            .WithMessage("补正期限应在今天之后。");
        RuleFor(command => command.Items).Must(items => items.Count > 0).WithMessage("请至少写明一项需要补正的内容。");
        RuleForEach(command => command.Items).Must(item => WrittenText.Count(item.Text) <= LongestText).WithMessage($"每项补正内容最多 {LongestText} 字。").OverridePropertyName("Items");
    }
}

/// <summary>Returns a case with its items; the district's clock stops until the applicant submits again.</summary>
public sealed class ReturnCaseHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner, CaseSteps steps, FilingWindowReader windows, IValidator<ReturnCase> validator)
{
    /// <summary>Returns.</summary>
    public async Task<Result> HandleAsync(ReturnCase command, CancellationToken cancellation)
    {
        var items = command.Items.Where(item => !WrittenText.SaysNothing(item.Text)).ToList();
        var checks = await validator.ValidateAsync(command with { Items = items }, cancellation);
        return checks.IsValid
            ? await runner.RunAsync(ProcessKind.ReturnCase, null, process => ReturnAsync(command, items, process, cancellation), cancellation)
            : Result.Failure([.. checks.Errors.Select(error => new Error($"return.{error.PropertyName}", error.ErrorMessage, error.PropertyName))]);
    }

    private async Task<Result> ReturnAsync(ReturnCase command, List<ItemToCorrect> items, RunningProcess process, CancellationToken cancellation)
    {
        if (await steps.FindAsync(command.Declaration, cancellation) is not { } declaration)
        {
            return ProcessErrors.NotFound;
        }

        var taken = await steps.TakeAsync(process, declaration, new CaseStep(CaseAction.Return) { Items = [.. items.Select(item => item.Text)] }, cancellation);
        if (!taken.Succeeded)
        {
            return taken;
        }

        var deadline = TypedMoment.EndOf(command.LastDay!.Value);
        var reportBy = await windows.EndAsync(declaration, cancellation);
        if (deadline >= reportBy)
        {
            return DistrictErrors.ReturnTooLate(reportBy);
        }

        var round = await db.ChangeRequests.CountAsync(row => row.DeclarationId == declaration.Id, cancellation) + 1;
        var request = ChangeRequest.Create(
            new ChangeRequestId(process.NewId()), declaration, round, deadline, access.Scope.RequiredUser, access.Scope.PersonName, process.Now);
        db.Add(request);
        List<ChangeRequestItem> rows = [.. items.Select((item, index) => ChangeRequestItem.Create(new ChangeRequestItemId(process.NewId()), request, index + 1, item.Subject, item.Code, item.Label, item.Text))];
        db.AddRange(rows);

        var until = ChinaTime.Deadline(deadline);
        process.Record(EventKind.CaseReturned, declaration, $"退回补正 {items.Count} 项，{until} 前答复；区县审查时间暂停计算", ReturnDetails.Of(rows));
        process.Notify(declaration, Desk.Apply, $"申报被退回补正：{items.Count} 项", $"请在 {until} 前逐项答复并重新提交。", Destination.Corrections(declaration.Id));
        return Result.Success;
    }
}
