using GreenFactory.Application.Departments;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.Extensions.DependencyInjection;

namespace GreenFactory.Testing.Cases;

/// <summary>The district's steps on one case, each in a unit of work of the person who takes it.</summary>
public sealed class DistrictReview(IServiceProvider services, DeclarationId id, CancellationToken cancellation)
{
    /// <summary>The officer who reviews.</summary>
    public const string Officer = "officer@fuling.example";

    /// <summary>The lead who seals.</summary>
    public const string Lead = "lead@fuling.example";

    private static readonly string[] Departments = ["reform", "ecology", "emergency", "market", "tax"];

    /// <summary>The case.</summary>
    public DeclarationId Id => id;

    /// <summary>Takes the case into review.</summary>
    public Task<Result> TakeAsync() => RunAsync<TakeCaseHandler, Result>(Officer, Desk.District, handler => handler.HandleAsync(id, cancellation));

    /// <summary>Rules one indicator on what stands.</summary>
    public async Task<Result> RuleAsync(string indicator, VerdictKind kind, string? reason = null, params TypedValue[] values) =>
        await RuleAsync(IndicatorStamp.Of((await ReadAsync())!, indicator), indicator, kind, reason, values);

    /// <summary>Rules one indicator on what an earlier page showed.</summary>
    public Task<Result> RuleAsync(IndicatorStamp seen, string indicator, VerdictKind kind, string? reason = null, params TypedValue[] values) =>
        RunAsync<RuleIndicatorHandler, Result>(Officer, Desk.District, handler => handler.HandleAsync(new RuleIndicator(id, indicator, kind, reason, values, seen), cancellation));

    /// <summary>The review as it stands.</summary>
    public Task<CaseReview?> ReadAsync() => RunAsync<CaseReviewReader, CaseReview?>(Officer, Desk.District, reader => reader.ReadAsync(id, cancellation));

    /// <summary>Accepts every indicator as declared.</summary>
    public async Task RuleEverythingAsync()
    {
        foreach (var row in (await ReadAsync())!.VerifiedSheet.Indicators)
        {
            await RuleAsync(row.Code, VerdictKind.Accept);
        }
    }

    /// <summary>Plans and completes the visit.</summary>
    public async Task VisitAsync()
    {
        await RunAsync<PlanVisitHandler, Result>(Officer, Desk.District, handler => handler.HandleAsync(new PlanVisit(id, new DateOnly(2026, 7, 6), "上午", "陈雨桐、田静"), cancellation));
        var found = Enumerable.Range(1, 40).Select(position => new FoundItem(position, VisitResult.Match, null)).ToList();
        await RunAsync<RecordVisitHandler, Result<VisitRecorded>>(
            Officer, Desk.District, handler => handler.HandleAsync(new RecordVisit(id, found, "周琳（环保部）", "生产正常，与申报一致。", Complete: true, Seen: 1), cancellation));
    }

    /// <summary>Asks the five departments.</summary>
    public Task<Result> AskAsync() => RunAsync<AskDepartmentsHandler, Result>(Officer, Desk.District, handler => handler.HandleAsync(new AskDepartments(id, null), cancellation));

    /// <summary>What a department was asked.</summary>
    public Task<IReadOnlyList<OpinionRow>> SeenByAsync(string department) =>
        RunAsync<OpinionListQuery, IReadOnlyList<OpinionRow>>($"{department}@fuling.example", Desk.Departments, query => query.ReadAsync(null, cancellation));

    /// <summary>Every department answers.</summary>
    public async Task HearAsync(OpinionKind kind = OpinionKind.NoComment, string text = "")
    {
        foreach (var department in Departments)
        {
            var row = (await SeenByAsync(department)).Single(row => row.Declaration == id);
            await RunAsync<GiveOpinionHandler, Result>(
                $"{department}@fuling.example", Desk.Departments, handler => handler.HandleAsync(new GiveOpinion(row.Id, kind, text), cancellation));
        }
    }

    /// <summary>Concludes.</summary>
    public async Task<Result> ConcludeAsync(ConclusionKind kind, string? reason) => await ConcludeAsync(kind, reason, await StampAsync());

    /// <summary>Concludes on what an earlier page showed.</summary>
    public Task<Result> ConcludeAsync(ConclusionKind kind, string? reason, string seen) =>
        RunAsync<ConcludeReviewHandler, Result>(Officer, Desk.District, handler => handler.HandleAsync(new ConcludeReview(id, kind, reason, seen), cancellation));

    /// <summary>What a conclusion drawn now would rest on.</summary>
    public Task<string> StampAsync() => RunAsync<WorkbenchQuery, string>(Officer, Desk.District, async query => (await query.ReadAsync(id, cancellation))!.Stamp);

    /// <summary>Seals and reports what was recommended.</summary>
    public Task<Result<DistrictPackId>> SealAsync(string email = Lead) => RunAsync<SealPackHandler, Result<DistrictPackId>>(email, Desk.District, handler => handler.HandleAsync(null, cancellation));

    /// <summary>From the submitted case to the recommendation.</summary>
    public async Task RecommendAsync()
    {
        await TakeAsync();
        await RuleEverythingAsync();
        await VisitAsync();
        await AskAsync();
        await HearAsync();
        await ConcludeAsync(ConclusionKind.Recommend, "指标核定属实，现场核实一致。");
    }

    /// <summary>Runs one use case as a person at a desk.</summary>
    public async Task<TResult> RunAsync<THandler, TResult>(string email, Desk desk, Func<THandler, Task<TResult>> work)
        where THandler : notnull
    {
        await using var scope = await PersonScope.OpenAsync(services, email, desk, cancellation);
        return await work(scope.ServiceProvider.GetRequiredService<THandler>());
    }
}
