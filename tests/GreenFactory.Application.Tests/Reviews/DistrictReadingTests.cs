using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Users;
using GreenFactory.Testing.Cases;
using Xunit;

namespace GreenFactory.Application.Tests.Reviews;

/// <summary>What the district's pages read.</summary>
public sealed class DistrictReadingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Queue_workbench_visits_and_returns_show_the_case_as_it_stands()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        var id = await new CaseBuilder(portal.Services).SubmitAsync(Cancellation);
        var review = new DistrictReview(portal.Services, id, Cancellation);
        await review.TakeAsync();
        await review.RuleAsync("green_design", VerdictKind.Question, "请补充应用案例的验收材料。");
        await review.VisitAsync();

        var campaign = await new CityCases(portal.Services, Cancellation).CampaignAsync();
        var queue = await review.RunAsync<DistrictQueueQuery, QueuePage>(
            DistrictReview.Officer, Desk.District, query => query.ReadAsync(campaign, new QueueFilter(CaseState.DistrictReview, null, null, "水泥", "F"), Cancellation));
        var returned = await review.RunAsync<ReturnCaseHandler, Domain.Shared.Result>(
            DistrictReview.Officer,
            Desk.District,
            handler => handler.HandleAsync(new ReturnCase(id, new DateOnly(2026, 7, 10), [new ItemToCorrect(ChangeSubject.Indicator, "green_design", "绿色设计", "补充验收材料")]), Cancellation));
        var bench = await review.RunAsync<WorkbenchQuery, Workbench?>(DistrictReview.Officer, Desk.District, query => query.ReadAsync(id, Cancellation));
        var visits = await review.RunAsync<SiteVisitReader, IReadOnlyList<SiteVisitRow>>(DistrictReview.Officer, Desk.District, reader => reader.ListAsync(campaign, Cancellation));

        Assert.True(Assert.Single(queue.Rows).VisitDone);
        Assert.True(returned.Succeeded);
        Assert.Equal((1, CaseState.Returned), (bench!.Questions, bench.Declaration.State));
        Assert.Equal("补充验收材料", Assert.Single(Assert.Single(bench.Returns).Items).Text);
        Assert.NotNull(Assert.Single(visits).CompletedAt);
    }
}
