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
    }
}
