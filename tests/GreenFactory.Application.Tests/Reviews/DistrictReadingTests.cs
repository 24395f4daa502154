using GreenFactory.Application.Access;
using GreenFactory.Application.Data;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Testing.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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
            DistrictReview.Officer, Desk.District, query => query.ReadAsync(campaign, new QueueFilter { State = CaseState.DistrictReview, Text = "水泥", WithQuestions = true }, Cancellation));
        var returned = await review.RunAsync<ReturnCaseHandler, Result>(
            DistrictReview.Officer,
            Desk.District,
            handler => handler.HandleAsync(new ReturnCase(id, new DateOnly(2026, 7, 10), [new ItemToCorrect(ChangeSubject.Indicator, "green_design", "绿色设计", "补充验收材料")]), Cancellation));
        var bench = await review.RunAsync<WorkbenchQuery, Workbench?>(DistrictReview.Officer, Desk.District, query => query.ReadAsync(id, Cancellation));
        var visits = await review.RunAsync<SiteVisitListQuery, SiteVisitPage>(DistrictReview.Officer, Desk.District, query => query.ReadAsync(campaign, true, null, Cancellation));

        var row = Assert.Single(queue.Rows);
        Assert.True(row.VisitDone);
        Assert.Equal((1, "陈雨桐"), (row.Questions, row.OwnerName));
        Assert.True(returned.Succeeded);
        Assert.Equal((1, CaseState.Returned), (bench!.Questions, bench.Declaration.State));
        Assert.Equal("补充验收材料", Assert.Single(Assert.Single(bench.Returns).Items).Text);
        Assert.NotNull(Assert.Single(visits.Rows).CompletedAt);
        Assert.Equal((0, 1), (visits.Open, visits.Done));
    }

    [Fact]
    public async Task The_queue_pages_both_ways_in_every_order_and_gives_cases_to_colleagues_of_the_district_only()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        List<DeclarationId> ids =
        [
            await new CaseBuilder(portal.Services).ForNewOrganisation("重庆丙厂").SubmitAsync(Cancellation),
            await new CaseBuilder(portal.Services).ForNewOrganisation("重庆甲厂").Declaring(SampleFacts.CementWorksWithTwoProducts).SubmitAsync(Cancellation),
            await new CaseBuilder(portal.Services).ForNewPark("重庆乙园").SubmitAsync(Cancellation),
        ];
        var review = new DistrictReview(portal.Services, ids[0], Cancellation);
        var campaign = await new CityCases(portal.Services, Cancellation).CampaignAsync();
        Task<QueuePage> ReadAsync(QueueFilter filter) =>
            review.RunAsync<DistrictQueueQuery, QueuePage>(DistrictReview.Officer, Desk.District, query => query.ReadAsync(campaign, filter, Cancellation));

        foreach (var sort in Enum.GetValues<QueueSort>())
        {
            var all = (await ReadAsync(new QueueFilter { Sort = sort })).Rows;
            Assert.Equal(ids.Count, all.Select(row => row.Id).Distinct().Count());
            var after = await ReadAsync(new QueueFilter { Sort = sort, Place = new QueuePlace(all[0].SortKey, all[0].CaseNumber, Backwards: false) });
            var before = await ReadAsync(new QueueFilter { Sort = sort, Place = new QueuePlace(all[2].SortKey, all[2].CaseNumber, Backwards: true) });
            Assert.Equal(all.Skip(1).Select(row => row.Id), after.Rows.Select(row => row.Id));
            Assert.Equal(all.Take(2).Select(row => row.Id), before.Rows.Select(row => row.Id));
            Assert.Null(before.Previous);
            Assert.NotNull(before.Next);
        }

        var byScore = (await ReadAsync(new QueueFilter { Sort = QueueSort.Score })).Rows;
        Assert.Equal(byScore.Select(row => row.Declared).OrderDescending(), byScore.Select(row => row.Declared));

        var people = (await ReadAsync(new QueueFilter())).Content;
        Assert.Equal(("陈雨桐", 2, 3), (people.Officers[0].Name, people.Officers.Count, people.Unallocated));
        var colleague = people.Officers[1].Officer;
        Task<Result> GiveAsync(DeclarationId id, UserId? owner, UserId? seen, string by = DistrictReview.Officer) =>
            review.RunAsync<AllocateCaseHandler, Result>(by, Desk.District, handler => handler.HandleAsync(new AllocateCase(id, owner, seen), Cancellation));
        Assert.True((await GiveAsync(ids[0], colleague, null)).Succeeded);
        Assert.Equal("allocation.changed_meanwhile", (await GiveAsync(ids[0], people.Officers[0].Officer, null)).Error.Code);
        Assert.Equal("allocation.no_colleague", (await GiveAsync(ids[1], new UserId(Guid.NewGuid()), null)).Error.Code);
        Assert.True((await review.TakeAsync()).Succeeded);

        var mine = await ReadAsync(new QueueFilter { Owner = new QueueOwner(colleague) });
        Assert.Equal((ids[0], "冉建国"), (Assert.Single(mine.Rows).Id, mine.Rows[0].OwnerName));
        Assert.Equal((1, 2), (mine.Content.Officers[1].Open, mine.Content.Unallocated));
        Assert.Equal(2, (await ReadAsync(new QueueFilter { Owner = new QueueOwner(null) })).Rows.Count);
        Assert.Equal(2, (await ReadAsync(new QueueFilter { Industry = "30" })).Rows.Count);
        Assert.Equal(mine.Content.Total, mine.Content.States.Values.Sum());
        await RefusesAllocationByHandAsync(portal, review, ids[1], colleague);
    }

    /// <summary>Past every use case, the database itself takes no officer of nowhere and no allocation in another's name.</summary>
    private static async Task RefusesAllocationByHandAsync(PortalDatabase portal, DistrictReview review, DeclarationId id, UserId colleague)
    {
        foreach (var (owner, name, by) in new[] { (Guid.NewGuid(), "别人", (UserId?)null), (colleague.Value, "别人", null), (colleague.Value, "冉建国", colleague) })
        {
            await using var scope = await PersonScope.OpenAsync(portal.Services, DistrictReview.Officer, Desk.District, Cancellation);
            var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            var allocation = CaseAllocation.Of(await db.Declarations.SingleAsync(row => row.Id == id, Cancellation));
            allocation.Give(new UserId(owner), name, by ?? scope.ServiceProvider.GetRequiredService<CurrentAccess>().Scope.RequiredUser, "陈雨桐", PortalDatabase.Start);
            db.Add(allocation);
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Cancellation));
        }

        var queue = await review.RunAsync<PortalDbContext, bool>("ecology@fuling.example", Desk.Departments, db => db.CaseAllocations.AnyAsync(Cancellation));
        Assert.False(queue);
    }
}
