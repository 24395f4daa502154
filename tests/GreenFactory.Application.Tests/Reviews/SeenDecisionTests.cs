using GreenFactory.Application.Assessments;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Departments;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Testing.Cases;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace GreenFactory.Application.Tests.Reviews;

/// <summary>A decision holds for what its officer saw; a question that is taken back keeps its words; nothing is finished before it took place.</summary>
public sealed class SeenDecisionTests : IAsyncLifetime
{
    private const string Indicator = "green_design";
    private const string Words = "请补充应用案例的验收材料。";
    private PortalDatabase portal = null!;
    private DistrictReview review = null!;
    private DeclarationId id;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalDatabase.OpenAsync(Cancellation);
        id = await new CaseBuilder(portal.Services).SubmitAsync(Cancellation);
        review = new DistrictReview(portal.Services, id, Cancellation);
        await review.TakeAsync();
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task The_later_of_two_officers_is_told_and_decides_knowingly()
    {
        var opened = IndicatorStamp.Of((await review.ReadAsync())!, Indicator);
        Assert.True((await review.RuleAsync(opened, Indicator, VerdictKind.NotApplicable, "该厂不设计产品。")).Succeeded);

        var later = await review.RuleAsync(opened, Indicator, VerdictKind.Accept);

        Assert.Equal("verdict.ruled_meanwhile", later.Error.Code);
        Assert.Contains("不适用", later.Error.Message, StringComparison.Ordinal);
        Assert.True((await review.RuleAsync(Indicator, VerdictKind.Accept)).Succeeded);
        Assert.Equal([VerdictKind.NotApplicable, VerdictKind.Accept], (await review.ReadAsync())!.History[Indicator].Select(verdict => verdict.Kind));
    }

    [Fact]
    public async Task Of_two_officers_at_the_same_moment_one_is_told()
    {
        var opened = IndicatorStamp.Of((await review.ReadAsync())!, Indicator);
        var both = await Task.WhenAll(review.RuleAsync(opened, Indicator, VerdictKind.Accept), review.RuleAsync(opened, Indicator, VerdictKind.NotApplicable, "该厂不设计产品。"));
        Assert.Equal("verdict.ruled_meanwhile", Assert.Single(both, outcome => !outcome.Succeeded).Error.Code);
    }

    [Fact]
    public async Task A_withdrawn_question_keeps_its_words_and_the_acceptance_has_its_own()
    {
        await review.RuleAsync(Indicator, VerdictKind.Question, Words);

        Assert.Equal(DistrictErrors.WithdrawalReasonMissing, (await review.RuleAsync(Indicator, VerdictKind.Accept)).Error);
        Assert.Equal(DistrictErrors.WithdrawalReasonMissing, (await review.RuleAsync(Indicator, VerdictKind.Accept, Words)).Error);
        Assert.True((await review.RuleAsync(Indicator, VerdictKind.Accept, "现场已查看验收报告原件。")).Succeeded);

        var history = (await review.ReadAsync())!.History[Indicator].ToList();
        Assert.Equal([Words, "现场已查看验收报告原件。"], history.Select(verdict => verdict.Reason));
        await using var owner = NpgsqlDataSource.Create(portal.OwnerConnectionString);
        await using var command = owner.CreateCommand($"select count(*) from process_event where kind = 'IndicatorRuled' and summary like '%撤回%{Words}%'");
        Assert.Equal(1L, await command.ExecuteScalarAsync(Cancellation));
    }

    [Fact]
    public async Task A_conclusion_on_a_page_that_is_out_of_date_is_not_kept()
    {
        await review.RuleEverythingAsync();
        await review.VisitAsync();
        await review.AskAsync();
        await review.HearAsync();
        var opened = await review.StampAsync();
        var unsaid = await review.RuleAsync("energy_intensity", VerdictKind.Accept, "扣除委托加工。", new TypedValue("groups.energy_products[0].output", "1136756"));
        Assert.Equal(("verdict.corrected_without_saying", "groups.energy_products[0].output"), (unsaid.Error.Code, unsaid.Error.Field));
        await review.RuleAsync("energy_intensity", VerdictKind.Correct, "扣除委托加工。", new TypedValue("groups.energy_products[0].output", "1136756"));

        Assert.Equal(DistrictErrors.CaseChangedMeanwhile, (await review.ConcludeAsync(ConclusionKind.Recommend, "理由", opened)).Error);
        Assert.True((await review.ConcludeAsync(ConclusionKind.Recommend, "理由")).Succeeded);
        await using var owner = NpgsqlDataSource.Create(portal.OwnerConnectionString);
        await using var tamper = owner.CreateCommand("update district_conclusion set reason = '别的理由'");
        await Assert.ThrowsAsync<PostgresException>(() => tamper.ExecuteNonQueryAsync(Cancellation));
    }

    [Fact]
    public async Task A_visit_is_not_completed_before_it_took_place_and_two_recorders_do_not_overwrite_each_other()
    {
        Assert.Equal("visit.before_submission", (await PlanAsync(new DateOnly(2026, 7, 5), "上午", 0)).Error.Code);
        Assert.True((await PlanAsync(new DateOnly(2026, 7, 6), "下午", 0)).Succeeded);
        var early = await RecordAsync(complete: true, seen: 1);
        Assert.Equal("visit.not_yet_held", Assert.Single(early.Value.Lacking).Code);
        Assert.Equal("visit.changed_meanwhile", (await RecordAsync(complete: false, seen: 1)).Error.Code);

        await portal.MoveClockAsync(ChinaTime.At(2026, 7, 6, 16).ToUniversalTime(), Cancellation);
        Assert.True((await RecordAsync(complete: true, seen: 2)).Value.Completed);
        await using var owner = NpgsqlDataSource.Create(portal.OwnerConnectionString);
        await using var tamper = owner.CreateCommand("update site_visit_item set remark = '改写'");
        await Assert.ThrowsAsync<PostgresException>(() => tamper.ExecuteNonQueryAsync(Cancellation));
    }

    [Fact]
    public async Task Five_working_days_do_not_end_inside_the_National_Day_and_the_last_day_is_said_to_end_at_midnight()
    {
        await portal.MoveClockAsync(ChinaTime.At(2026, 9, 28, 10).ToUniversalTime(), Cancellation);
        Assert.Equal("opinion.too_late", (await review.AskAsync()).Error.Code);
        await GraceAsync("2026-10-31");
        Assert.True((await review.AskAsync()).Succeeded);
        var row = (await review.SeenByAsync("ecology")).Single();
        Assert.Equal("2026年10月10日 24:00", ChinaTime.Deadline(row.DueAt));
        var usual = await review.RunAsync<WorkingCalendarReader, CountedDay>(DistrictReview.Officer, Desk.District, reader => reader.AfterTodayAsync(90, Cancellation));
        Assert.Equal("2027年放假安排尚未载入，按周末推算", usual.Doubt);
    }

    [Fact]
    public async Task The_last_day_of_a_return_lies_before_the_district_reports()
    {
        ItemToCorrect[] items = [new(ChangeSubject.Indicator, Indicator, "绿色设计", "补充验收材料")];
        Task<Result> ReturnAsync(DateOnly last) => review.RunAsync<ReturnCaseHandler, Result>(
            DistrictReview.Officer, Desk.District, handler => handler.HandleAsync(new ReturnCase(id, last, items), Cancellation));
        var late = await ReturnAsync(new DateOnly(2026, 7, 24));
        Assert.Equal(("return.too_late", "LastDay"), (late.Error.Code, late.Error.Field));
        Assert.Contains("2026年7月24日 24:00", late.Error.Message, StringComparison.Ordinal);
        Assert.True((await ReturnAsync(new DateOnly(2026, 7, 23))).Succeeded);
    }

    [Fact]
    public async Task Departments_answer_and_visits_take_place_before_the_district_reports_grace_included()
    {
        Task<Result> AskAsync(DateOnly? last) => review.RunAsync<AskDepartmentsHandler, Result>(
            DistrictReview.Officer, Desk.District, handler => handler.HandleAsync(new AskDepartments(id, last), Cancellation));
        await portal.MoveClockAsync(ChinaTime.At(2026, 7, 22, 10).ToUniversalTime(), Cancellation);
        var (late, visit) = (await AskAsync(new DateOnly(2026, 7, 25)), await PlanAsync(new DateOnly(2026, 7, 25), "上午", 0));
        Assert.Equal(("opinion.too_late", "LastDay"), (late.Error.Code, late.Error.Field));
        Assert.Equal(("visit.too_late", "On"), (visit.Error.Code, visit.Error.Field));
        Assert.All([late.Error.Message, visit.Error.Message], message => Assert.Contains("2026年7月24日 24:00", message, StringComparison.Ordinal));
        Assert.Equal("visit.part_of_day", (await PlanAsync(new DateOnly(2026, 7, 24), "夜里", 0)).Error.Code);

        // Five working days would end after the deadline; they end with it.
        Assert.True((await AskAsync(null)).Succeeded);
        Assert.Equal("2026年7月24日 24:00", ChinaTime.Deadline((await review.SeenByAsync("ecology")).Single().DueAt));
        await GraceAsync("2026-07-31");
        Assert.True((await PlanAsync(new DateOnly(2026, 7, 31), "上午", 0)).Succeeded);
        Assert.Equal("visit.too_late", (await PlanAsync(new DateOnly(2026, 8, 1), "上午", 1)).Error.Code);
    }

    private async Task GraceAsync(string lastDay)
    {
        var granted = await new CityCases(portal.Services, Cancellation).AsAsync<GrantGraceHandler, Result>(
            CityCases.Lead, Desk.City, async handler => await handler.HandleAsync(new GrantGrace(await DistrictAsync(), DateOnly.Parse(lastDay, null), "区县停电两日"), Cancellation));
        Assert.True(granted.Succeeded);
    }

    private Task<DistrictId> DistrictAsync() => new CityCases(portal.Services, Cancellation).AsAsync<PortalDbContext, DistrictId>(
        CityCases.Lead, Desk.City, db => db.Declarations.Where(row => row.Id == id).Select(row => row.DistrictId).SingleAsync(Cancellation));

    private Task<Result> PlanAsync(DateOnly on, string part, int seen) => review.RunAsync<PlanVisitHandler, Result>(
        DistrictReview.Officer, Desk.District, handler => handler.HandleAsync(new PlanVisit(id, on, part, "陈雨桐、田静", seen), Cancellation));

    private Task<Result<VisitRecorded>> RecordAsync(bool complete, int seen) => review.RunAsync<RecordVisitHandler, Result<VisitRecorded>>(
        DistrictReview.Officer,
        Desk.District,
        handler => handler.HandleAsync(new RecordVisit(id, [.. Enumerable.Range(1, 40).Select(position => new FoundItem(position, VisitResult.Match, null))], "周琳", "一致。", complete, seen), Cancellation));
}
