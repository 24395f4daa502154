using GreenFactory.Application.Departments;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Testing.Cases;
using Microsoft.Extensions.DependencyInjection;

namespace GreenFactory.Application.Tests.Reviews;

/// <summary>The district's steps on one case, each in a unit of work of the person who takes it.</summary>
internal sealed class DistrictReview(PortalDatabase portal, DeclarationId id, CancellationToken cancellation)
{
    public const string Officer = "officer@fuling.example";
    public const string Lead = "lead@fuling.example";
    private static readonly string[] Departments = ["reform", "ecology", "emergency", "market", "tax"];

    public Task<Result> TakeAsync() => RunAsync<TakeCaseHandler, Result>(Officer, Desk.District, handler => handler.HandleAsync(id, cancellation));

    public Task<Result> RuleAsync(string indicator, VerdictKind kind, string? reason = null, params TypedValue[] values) =>
        RunAsync<RuleIndicatorHandler, Result>(Officer, Desk.District, handler => handler.HandleAsync(new RuleIndicator(id, indicator, kind, reason, values), cancellation));

    public Task<CaseReview?> ReadAsync() => RunAsync<CaseReviewReader, CaseReview?>(Officer, Desk.District, reader => reader.ReadAsync(id, cancellation));

    public async Task RuleEverythingAsync()
    {
        foreach (var row in (await ReadAsync())!.VerifiedSheet.Indicators)
        {
            await RuleAsync(row.Code, VerdictKind.Accept);
        }
    }

    public async Task VisitAsync()
    {
        await RunAsync<PlanVisitHandler, Result>(Officer, Desk.District, handler => handler.HandleAsync(new PlanVisit(id, new DateOnly(2026, 7, 8), "上午", "陈雨桐、田静"), cancellation));
        var found = Enumerable.Range(1, 40).Select(position => new FoundItem(position, VisitResult.Match, null)).ToList();
        await RunAsync<RecordVisitHandler, Result<VisitRecorded>>(
            Officer, Desk.District, handler => handler.HandleAsync(new RecordVisit(id, found, "周琳（环保部）", "生产正常，与申报一致。", Complete: true), cancellation));
    }

    public Task<Result> AskAsync() => RunAsync<AskDepartmentsHandler, Result>(Officer, Desk.District, handler => handler.HandleAsync(new AskDepartments(id, null), cancellation));

    public Task<IReadOnlyList<OpinionRow>> SeenByAsync(string department) =>
        RunAsync<OpinionListQuery, IReadOnlyList<OpinionRow>>($"{department}@fuling.example", Desk.Departments, query => query.ReadAsync(null, cancellation));

    public async Task HearAsync(OpinionKind kind = OpinionKind.NoComment, string text = "")
    {
        foreach (var department in Departments)
        {
            var row = (await SeenByAsync(department)).Single(row => row.Declaration == id);
            await RunAsync<GiveOpinionHandler, Result>(
                $"{department}@fuling.example", Desk.Departments, handler => handler.HandleAsync(new GiveOpinion(row.Id, kind, text), cancellation));
        }
    }

    public Task<Result> ConcludeAsync(ConclusionKind kind, string? reason) =>
        RunAsync<ConcludeReviewHandler, Result>(Officer, Desk.District, handler => handler.HandleAsync(new ConcludeReview(id, kind, reason), cancellation));

    public Task<Result<DistrictPackId>> SealAsync(string email = Lead) => RunAsync<SealPackHandler, Result<DistrictPackId>>(email, Desk.District, handler => handler.HandleAsync(cancellation));

    public async Task RecommendAsync()
    {
        await TakeAsync();
        await RuleEverythingAsync();
        await VisitAsync();
        await AskAsync();
        await HearAsync();
        await ConcludeAsync(ConclusionKind.Recommend, "指标核定属实，现场核实一致。");
    }

    public async Task<TResult> RunAsync<THandler, TResult>(string email, Desk desk, Func<THandler, Task<TResult>> work)
        where THandler : notnull
    {
        await using var scope = await portal.AsAsync(email, desk, cancellation);
        return await work(scope.ServiceProvider.GetRequiredService<THandler>());
    }
}
