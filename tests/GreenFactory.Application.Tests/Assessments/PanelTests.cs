using GreenFactory.Application.Assessments;
using GreenFactory.Application.Data;
using GreenFactory.Application.Experts;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Testing.Cases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace GreenFactory.Application.Tests.Assessments;

/// <summary>An expert sees what is assigned, only after declaring no conflict, and never anybody else's points.</summary>
public sealed class PanelTests
{
    private const string First = "expert1@city.example";
    private const string Second = "expert2@city.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Experts_are_kept_from_unassigned_cases_from_each_other_and_from_a_case_in_conflict()
    {
        await using var database = await PortalDatabase.OpenAsync(Cancellation);
        var city = new CityCases(database.Services, Cancellation);
        var id = await city.PassAsync("重庆测试一厂");
        var unassigned = await city.PassAsync("重庆测试二厂");
        var first = await city.AssignAsync(id, First);
        var second = await city.AssignAsync(id, Second);

        Assert.Equal(0, await city.AsAsync<PortalDbContext, int>(First, Desk.Experts, db => db.Declarations.CountAsync(Cancellation)));
        await city.AsAsync<DeclareConflictHandler, Result>(First, Desk.Experts, handler => handler.HandleAsync(new DeclareConflict(first, false, null), Cancellation));
        Assert.Equal([id], await city.AsAsync<PortalDbContext, List<DeclarationId>>(First, Desk.Experts, db => db.Declarations.Select(row => row.Id).ToListAsync(Cancellation)));

        var finished = await city.AsAsync<SaveAssessmentHandler, Result>(First, Desk.Experts, handler => handler.HandleAsync(CityCases.Assessment(first), Cancellation));
        Assert.True(finished.Succeeded);
        Assert.Equal(3, await city.AsAsync<PortalDbContext, int>(First, Desk.Experts, db => db.ExpertMarks.CountAsync(Cancellation)));
        Assert.Equal(0, await city.AsAsync<PortalDbContext, int>(Second, Desk.Experts, db => db.ExpertMarks.CountAsync(Cancellation)));
        Assert.Null(await city.AsAsync<ExpertCaseQuery, ExpertCase?>(Second, Desk.Experts, query => query.ReadAsync(first, Cancellation)));

        await city.AsAsync<DeclareConflictHandler, Result>(Second, Desk.Experts, handler => handler.HandleAsync(new DeclareConflict(second, true, "曾任该单位顾问"), Cancellation));
        Assert.Null((await city.AsAsync<ExpertCaseQuery, ExpertCase?>(Second, Desk.Experts, query => query.ReadAsync(second, Cancellation)))!.Work);
        Assert.Equal(0, await city.AsAsync<PortalDbContext, int>(Second, Desk.Experts, db => db.Declarations.CountAsync(row => row.Id == id || row.Id == unassigned, Cancellation)));
        var panel = await city.AsAsync<PortalDbContext, List<AssignmentState>>(
            CityCases.Officer, Desk.City, db => db.ExpertAssignments.OrderBy(row => row.ExpertName).Select(row => row.State).ToListAsync(Cancellation));
        Assert.Equal([AssignmentState.Conflicted, AssignmentState.Finished], panel.Order());
        await TheLaterOfTwoIsToldAsync(city, id, unassigned);
    }

    /// <summary>Compliance, quota and panel are decided over what the page showed; where another decided meanwhile, the later one is told and nothing is kept.</summary>
    private static async Task TheLaterOfTwoIsToldAsync(CityCases city, DeclarationId panelled, DeclarationId unassigned)
    {
        var experts = await city.AsAsync<PortalDbContext, UserId>(CityCases.Officer, Desk.City, db => db.ExpertAssignments.Where(row => row.ExpertName != "").Select(row => row.ExpertId).FirstAsync(Cancellation));
        Task<Result<AssignmentReport>> AssignAsync(DeclarationId id, string seen) => city.AsAsync<AssignExpertsHandler, Result<AssignmentReport>>(
            CityCases.Officer,
            Desk.City,
            handler => handler.HandleAsync(new AssignExperts([id], [experts], new DateOnly(2026, 12, 31)) { Seen = new Dictionary<DeclarationId, string> { [id] = seen } }, Cancellation));
        Assert.Equal("panel.changed_meanwhile", (await AssignAsync(panelled, SeenStamps.OfPanel([]))).Error.Code);
        Assert.Equal(1, (await AssignAsync(unassigned, SeenStamps.OfPanel([]))).Value.Assigned);
        Assert.Equal("panel.changed_meanwhile", (await city.AsAsync<CompleteAssessmentHandler, Result>(
            CityCases.Officer, Desk.City, handler => handler.HandleAsync(new CompleteAssessment(panelled, SeenStamps.OfPanel([])), Cancellation))).Error.Code);

        var version = await city.AsAsync<PortalDbContext, RuleSetVersionId>(
            CityCases.Lead, Desk.City, db => db.Declarations.Where(row => row.Id == panelled).Select(row => row.RuleSetVersionId!.Value).SingleAsync(Cancellation));
        Task<Result> SetAsync(int places, string seen) => city.AsAsync<SetQuotaHandler, Result>(
            CityCases.Lead, Desk.City, handler => handler.HandleAsync(new SetQuota(version, places, "按上年列入数量") { Seen = seen }, Cancellation));
        Assert.True((await SetAsync(5, SeenStamps.OfQuota(null, 0, ""))).Succeeded);
        var late = await SetAsync(3, SeenStamps.OfQuota(null, 0, ""));
        Assert.Equal(("quota.changed_meanwhile", "Places"), (late.Error.Code, late.Error.Field));
        Assert.Contains("5 家", late.Error.Message, StringComparison.Ordinal);
        Assert.True((await SetAsync(3, SeenStamps.OfQuota(5, 0, "按上年列入数量"))).Succeeded);

        var reported = await city.ReportAsync("重庆测试三厂");
        Task<Result> RuleAsync(string person, ComplianceVerdict verdict, string seen) => city.AsAsync<DecideComplianceHandler, Result>(person, Desk.City, handler => handler.HandleAsync(
            new DecideCompliance(reported, [new ComplianceAnswer(ComplianceItem.Materials, verdict, "缺一页")], ComplianceOutcome.Keep, null) { Seen = seen }, Cancellation));
        var opened = await StampAsync(city, reported);
        Assert.True((await RuleAsync(CityCases.Officer, ComplianceVerdict.NotOk, opened)).Succeeded);
        var overtaken = await RuleAsync(CityCases.Lead, ComplianceVerdict.Ok, opened);
        Assert.Equal("compliance.changed_meanwhile", overtaken.Error.Code);
        Assert.True((await RuleAsync(CityCases.Lead, ComplianceVerdict.OkWithRemark, await StampAsync(city, reported))).Succeeded);
    }

    private static Task<string> StampAsync(CityCases city, DeclarationId id) => city.AsAsync<CityCaseQuery, string>(CityCases.Officer, Desk.City, async query =>
    {
        var read = (await query.ReadAsync(id, Cancellation))!;
        return SeenStamps.OfCompliance(read.Rulings, [], [read.Declared?.Score.Id, read.Verified?.Score.Id]);
    });
}
