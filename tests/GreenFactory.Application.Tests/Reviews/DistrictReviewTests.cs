using GreenFactory.Application.Audit;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Users;
using GreenFactory.Testing.Cases;
using Npgsql;
using Xunit;

namespace GreenFactory.Application.Tests.Reviews;

/// <summary>What the district's review promises, on a real server under row security.</summary>
public sealed class DistrictReviewTests : IAsyncLifetime
{
    private PortalDatabase portal = null!;
    private DistrictReview review = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalDatabase.OpenAsync(Cancellation);
        review = new DistrictReview(portal.Services, await new CaseBuilder(portal.Services).SubmitAsync(Cancellation), Cancellation);
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task A_corrected_clinker_output_changes_the_verified_score_and_never_the_declared()
    {
        await review.TakeAsync();
        var before = (await review.ReadAsync())!;

        var ruled = await review.RuleAsync("energy_intensity", VerdictKind.Correct, "合格产量应扣除委托加工。", new TypedValue("groups.energy_products[0].output", "1,136,756"));

        Assert.True(ruled.Succeeded);
        var after = (await review.ReadAsync())!;
        Assert.Equal(before.Declared.Score.Total, after.Declared.Score.Total);
        Assert.True(after.Declared.Intact);
        Assert.Equal(104.2m, Math.Round(after.VerifiedSheet.Indicators[0].Rows[0].Value!.Value, 1));
        Assert.True(after.VerifiedSheet.Total < before.Declared.Score.Total);
        Assert.Contains("1150000 修改为 1136756", VerdictWords.Of(after.Verdicts["energy_intensity"].Verdict, after.Declared), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_for_a_number_is_refused_at_its_field()
    {
        await review.TakeAsync();
        var ruled = await review.RuleAsync("energy_intensity", VerdictKind.Correct, "理由", new TypedValue("groups.energy_products[0].output", "很多"));
        Assert.Equal("groups.energy_products[0].output", Assert.Single(ruled.Errors).Field);
    }

    [Fact]
    public async Task Nothing_is_recommended_before_indicators_visit_and_departments_are_done()
    {
        await review.TakeAsync();
        var refused = await review.ConcludeAsync(ConclusionKind.Recommend, "");
        Assert.Equal(
            ["case.guard.IndicatorsRuled", "case.guard.VisitRecorded", "case.guard.DepartmentsHeard", "case.guard.ReasonGiven"],
            refused.Errors.Select(error => error.Code));
    }

    [Fact]
    public async Task A_department_sees_only_what_it_was_asked()
    {
        await review.TakeAsync();
        Assert.Empty(await review.SeenByAsync("ecology"));
        await review.AskAsync();
        var seen = Assert.Single(await review.SeenByAsync("ecology"));
        Assert.Contains("生态环境", seen.Department, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_department_that_names_a_bar_stops_the_recommendation()
    {
        await review.TakeAsync();
        await review.RuleEverythingAsync();
        await review.VisitAsync();
        await review.AskAsync();
        await review.HearAsync(OpinionKind.Bars, "三年内发生环境污染事故。");
        Assert.Equal("conclusion.barred", (await review.ConcludeAsync(ConclusionKind.Recommend, "理由")).Error.Code);
    }

    [Fact]
    public async Task The_lead_seals_a_pack_that_nobody_can_change()
    {
        await review.RecommendAsync();
        Assert.Equal(DistrictErrors.OnlyTheLead, (await review.SealAsync(DistrictReview.Officer)).Error);

        var pack = await review.SealAsync();

        Assert.True(pack.Succeeded);
        var read = await review.RunAsync<DistrictPackReader, SealedPack?>(DistrictReview.Lead, Desk.District, reader => reader.ReadAsync(pack.Value, Cancellation));
        Assert.True(read!.Intact);
        Assert.Equal(1, Assert.Single(read.Content.Cases).Rank);
        await using var owner = NpgsqlDataSource.Create(portal.OwnerConnectionString);
        await using var tamper = owner.CreateCommand("update district_pack set content = '{}'");
        await Assert.ThrowsAsync<PostgresException>(() => tamper.ExecuteNonQueryAsync(Cancellation));
    }

    [Fact]
    public async Task After_the_deadline_the_database_itself_refuses_the_report()
    {
        await review.RecommendAsync();
        await portal.MoveClockAsync(ChinaTime.At(2026, 7, 25).ToUniversalTime(), Cancellation);
        // The program still believes that the window is open: only the database knows.
        ((PortalClock)portal.Services.GetService(typeof(PortalClock))!).Offset = PortalDatabase.Start - TimeProvider.System.GetUtcNow();

        var pack = await review.SealAsync();

        Assert.Equal(ProcessErrors.DeadlineOver, pack.Error);
    }
}
