using GreenFactory.Application.Assessments;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Cases.Guards;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Departments;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Testing.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GreenFactory.Application.Tests.Cases;

/// <summary>What a case can do on its ways back, and who is kept from deciding on it: by the use cases, as the pages call them.</summary>
public sealed class CaseStepsTests
{
    private const string Signer = "signer@cement.example";
    private const string Involved = "case.guard.FourEyes";

    private static readonly CaseAction[] OfDistrict = [CaseAction.Take, CaseAction.Return, CaseAction.Recommend, CaseAction.DeclineRecommendation, CaseAction.Reconsider];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_guard_of_the_table_has_one_prover() => Assert.Equal(
        Enum.GetNames<CaseGuard>().Select(name => $"{name}Guard").Order(),
        typeof(StepGuard).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(StepGuard))).Select(type => type.Name).Order());

    [Fact]
    public async Task Nobody_decides_on_a_case_they_prepared_or_on_a_unit_they_are_or_were_tied_to()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        var city = new CityCases(portal.Services, Cancellation);
        var id = await new CaseBuilder(portal.Services).SubmitAsync(Cancellation);
        var review = new DistrictReview(portal.Services, id, Cancellation);
        await GrantAsync(portal, Signer, Role.DistrictOfficer, id);
        await GrantAsync(portal, "expert1@city.example", Role.ApplicantEditor, id, ended: true);
        var tie = await GrantAsync(portal, DistrictReview.Officer, Role.ApplicantEditor, id);

        foreach (var tied in new[] { Signer, DistrictReview.Officer })
        {
            var shown = await StepsAsync(review, tied, id);
            Assert.True(shown.IsInvolved);
            Assert.False(shown.Offers(CaseAction.Take));
            Assert.Equal(Involved, (await TakeAsync(review, tied, id)).Error.Code);
            Assert.Equal(ProcessErrors.NotAllowed, (await ForceAsync(review, tied, Desk.District, id, CaseAction.Take)).Error);
        }

        await EndAsync(portal, tie);
        Assert.Equal(Involved, (await TakeAsync(review, DistrictReview.Officer, id)).Error.Code);
        Assert.True((await TakeAsync(review, DistrictReview.Lead, id)).Succeeded);
        var stamp = IndicatorStamp.Of((await review.ReadAsync())!, "green_design");
        Assert.Equal(Involved, (await review.RuleAsync(stamp, "green_design", VerdictKind.Accept)).Error.Code);
        Assert.Equal(Involved, (await review.ConcludeAsync(ConclusionKind.Decline, "理由充分。")).Errors[^1].Code);

        var other = await city.ReportAsync("重庆测试一厂");
        await GrantAsync(portal, DistrictReview.Lead, Role.CityOfficer, other);
        var decide = new DecideCompliance(other, [], ComplianceOutcome.SendBack, "请重新核定产量。");
        foreach (var attempt in new[]
                 {
                     await city.AsAsync<DecideComplianceHandler, Result>(DistrictReview.Lead, Desk.City, handler => handler.HandleAsync(decide, Cancellation)),
                     await ForceAsync(review, DistrictReview.Lead, Desk.City, other, CaseAction.SendBack),
                 })
        {
            Assert.Contains(attempt.Error.Code, new[] { Involved, ProcessErrors.NotAllowed.Code });
        }

        // Nor do they write down verdicts for somebody else to decide on.
        var keep = new DecideCompliance(other, [new ComplianceAnswer(ComplianceItem.Materials, ComplianceVerdict.Ok, null)], ComplianceOutcome.Keep, null);
        Assert.Equal(Involved, (await city.AsAsync<DecideComplianceHandler, Result>(DistrictReview.Lead, Desk.City, handler => handler.HandleAsync(keep, Cancellation))).Error.Code);

        var passed = await city.PassAsync(other);
        await GrantAsync(portal, "expert2@city.example", Role.ApplicantSigner, passed, ended: true);
        var report = await city.AsAsync<AssignExpertsHandler, Result<AssignmentReport>>(CityCases.Officer, Desk.City, async handler => await handler.HandleAsync(
            new AssignExperts([passed], [await IdAsync(portal, "expert2@city.example"), await IdAsync(portal, "expert3@city.example")], new DateOnly(2026, 7, 20)), Cancellation));
        Assert.Equal(1, report.Value.Assigned);
        Assert.Contains("有（过）关联", Assert.Single(report.Value.Skipped).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_is_reconsidered_or_sent_back_is_concluded_and_reported_again()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        var city = new CityCases(portal.Services, Cancellation);
        var id = await new CaseBuilder(portal.Services).SubmitAsync(Cancellation);
        var review = new DistrictReview(portal.Services, id, Cancellation);
        await review.RecommendAsync();

        Assert.Equal(DeclarationErrors.NotYourRole(CaseAction.Reconsider), (await ReconsiderAsync(review, DistrictReview.Officer, "重新核定。")).Error);
        Assert.Equal("case.guard.ReasonGiven", (await ReconsiderAsync(review, DistrictReview.Lead, " ")).Error.Code);
        Assert.True((await ReconsiderAsync(review, DistrictReview.Lead, "重新核定。")).Succeeded);
        Assert.Equal(DeclarationErrors.NoSuchStep(CaseState.DistrictReview, CaseAction.Reconsider), (await ReconsiderAsync(review, DistrictReview.Lead, "再来一次。")).Error);
        Assert.Empty((await StepsAsync(review, DistrictReview.Officer, id)).Missing);
        Assert.True((await review.ConcludeAsync(ConclusionKind.Recommend, "核定属实。")).Succeeded);
        Assert.True((await review.SealAsync()).Succeeded);

        var items = Enum.GetValues<ComplianceItem>().Select(item => new ComplianceAnswer(item, ComplianceVerdict.Ok, null)).ToList();
        Task<Result> Decide(ComplianceOutcome outcome, string? reason) => city.AsAsync<DecideComplianceHandler, Result>(
            CityCases.Officer, Desk.City, handler => handler.HandleAsync(new DecideCompliance(id, items, outcome, reason), Cancellation));
        Assert.Equal("compliance.reason", (await Decide(ComplianceOutcome.SendBack, "重来")).Error.Code);
        Assert.True((await Decide(ComplianceOutcome.SendBack, "请重新核定产量。")).Succeeded);

        Assert.Null((await review.RunAsync<WorkbenchQuery, Workbench?>(DistrictReview.Officer, Desk.District, query => query.ReadAsync(id, Cancellation)))!.Conclusion);
        Assert.True((await review.ConcludeAsync(ConclusionKind.Recommend, "产量已重新核定。")).Succeeded);
        Assert.True((await review.SealAsync()).Succeeded);
        Assert.True((await Decide(ComplianceOutcome.Pass, null)).Succeeded);
        var conclusions = await city.AsAsync<PortalDbContext, List<DistrictConclusion>>(CityCases.Officer, Desk.City, db => db.DistrictConclusions.OrderBy(row => row.ConcludedAt).ToListAsync(Cancellation));
        Assert.Equal([false, false, true], conclusions.Select(row => row.WithdrawnAt is null));
    }

    [Fact]
    public async Task A_case_that_is_withdrawn_and_revived_is_returned_again_without_what_was_asked_before()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        var id = await new CaseBuilder(portal.Services).SubmitAsync(Cancellation);
        var review = new DistrictReview(portal.Services, id, Cancellation);
        await review.TakeAsync();
        await review.AskAsync();
        var missing = (await StepsAsync(review, DistrictReview.Officer, id)).Missing;
        Assert.Equal([CaseGuard.IndicatorsRuled, CaseGuard.VisitRecorded, CaseGuard.DepartmentsHeard], missing);
        Assert.True((await ReturnAsync(review, id)).Succeeded);

        Assert.Equal(ApplicantErrors.ReasonMissing, (await WithdrawAsync(review, id, "不报")).Error);
        Assert.True((await WithdrawAsync(review, id, "今年不再申报。")).Succeeded);
        await portal.MoveClockAsync(ChinaTime.At(2026, 7, 25).ToUniversalTime(), Cancellation);
        Assert.False((await StepsAsync(review, Signer, id, Desk.Apply)).Offers(CaseAction.Revive));
        Assert.Equal(ProcessErrors.DeadlineOver, (await ReviveAsync(review, id)).Error);
        Assert.Equal(ProcessErrors.DeadlineOver, (await ForceAsync(review, Signer, Desk.Apply, id, CaseAction.Revive)).Error);
        var district = await review.RunAsync<PortalDbContext, DistrictId>(CityCases.Lead, Desk.City, db => db.Declarations.Where(row => row.Id == id).Select(row => row.DistrictId).SingleAsync(Cancellation));
        Assert.True((await review.RunAsync<GrantGraceHandler, Result>(
            CityCases.Lead, Desk.City, handler => handler.HandleAsync(new GrantGrace(district, new DateOnly(2026, 8, 20), "洪水，延期受理。"), Cancellation))).Succeeded);
        Assert.True((await StepsAsync(review, Signer, id, Desk.Apply)).Offers(CaseAction.Revive));
        Assert.True((await ReviveAsync(review, id)).Succeeded);

        Assert.True((await ForceAsync(review, Signer, Desk.Apply, id, CaseAction.Submit)).Succeeded);
        await review.TakeAsync();
        foreach (var row in await review.RunAsync<OpinionListQuery, IReadOnlyList<OpinionRow>>(DistrictReview.Officer, Desk.District, query => query.ReadAsync(id, Cancellation)))
        {
            Assert.True((await review.RunAsync<RecordOverdueHandler, Result>(DistrictReview.Officer, Desk.District, handler => handler.HandleAsync(row.Id, Cancellation))).Succeeded);
        }

        Assert.DoesNotContain(CaseGuard.DepartmentsHeard, (await StepsAsync(review, DistrictReview.Officer, id)).Missing);
        Assert.True((await ReturnAsync(review, id)).Succeeded);
        Assert.False(await AnsweredAsync(review, id));
        var item = await review.RunAsync<ChangeRequestReader, ChangeRequestItemId>(Signer, Desk.Apply, async reader => (await reader.ReadAsync(id, Cancellation))[0].Items[0].Id);
        Assert.True((await review.RunAsync<AnswerChangeRequestHandler, Result>(
            Signer, Desk.Apply, handler => handler.HandleAsync(new AnswerChangeRequest(id, [new AnswerToItem(item, "已按实际产量更正。")]), Cancellation))).Succeeded);
        Assert.True(await AnsweredAsync(review, id));
        Task<Result> AnswerAsync(string text, string seen) => review.RunAsync<AnswerChangeRequestHandler, Result>(
            Signer, Desk.Apply, handler => handler.HandleAsync(new AnswerChangeRequest(id, [new AnswerToItem(item, text) { Seen = seen }, new AnswerToItem(item, "同一项又一次")]), Cancellation));
        var overtaken = await AnswerAsync("另一位同事的答复。", "");
        Assert.Equal(("correction.answered_meanwhile", "Answers[0].Answer"), (overtaken.Error.Code, overtaken.Error.Field));
        Assert.Contains("“已按实际产量更正。”", overtaken.Error.Message, StringComparison.Ordinal);
        Assert.True((await AnswerAsync("另一位同事的答复。", "已按实际产量更正。")).Succeeded);
        var both = await Task.WhenAll(AnswerAsync("甲的答复。", "另一位同事的答复。"), AnswerAsync("乙的答复。", "另一位同事的答复。"));
        Assert.Equal("correction.answered_meanwhile", Assert.Single(both, outcome => !outcome.Succeeded).Error.Code);
    }

    private static Task<bool> AnsweredAsync(DistrictReview review, DeclarationId id) =>
        review.RunAsync<ChangeRequestReader, bool>(Signer, Desk.Apply, reader => reader.AllAnsweredAsync(id, Cancellation));

    private static Task<Result> TakeAsync(DistrictReview review, string person, DeclarationId id) =>
        review.RunAsync<TakeCaseHandler, Result>(person, Desk.District, handler => handler.HandleAsync(id, Cancellation));

    private static Task<Result> ReconsiderAsync(DistrictReview review, string person, string reason) =>
        review.RunAsync<ReconsiderHandler, Result>(person, Desk.District, handler => handler.HandleAsync(review.Id, reason, Cancellation));

    private static Task<Result> WithdrawAsync(DistrictReview review, DeclarationId id, string reason) =>
        review.RunAsync<WithdrawDeclarationHandler, Result>(Signer, Desk.Apply, handler => handler.HandleAsync(new WithdrawDeclaration(id, reason), Cancellation));

    private static Task<Result> ReviveAsync(DistrictReview review, DeclarationId id) =>
        review.RunAsync<ReviveDeclarationHandler, Result>(Signer, Desk.Apply, handler => handler.HandleAsync(id, Cancellation));

    private static Task<Result> ReturnAsync(DistrictReview review, DeclarationId id) =>
        review.RunAsync<IServiceProvider, Result>(DistrictReview.Officer, Desk.District, work => work.GetRequiredService<ReturnCaseHandler>().HandleAsync(
            new ReturnCase(
                id,
                ChinaTime.DayOf(work.GetRequiredService<TimeProvider>().GetUtcNow()).AddDays(5),
                [new ItemToCorrect(ChangeSubject.Indicator, "energy_intensity", "单位产品能耗", "请核对合格产量。")]),
            Cancellation));

    private static Task<OpenSteps> StepsAsync(DistrictReview review, string person, DeclarationId id, Desk desk = Desk.District) =>
        review.RunAsync<IServiceProvider, OpenSteps>(person, desk, async work =>
        {
            var declaration = await work.GetRequiredService<PortalDbContext>().Declarations.AsNoTracking().SingleAsync(row => row.Id == id, Cancellation);
            return await work.GetRequiredService<StepsQuery>().ReadAsync(declaration, [.. OfDistrict, CaseAction.Revive], StepKnown.Nothing, Cancellation);
        });

    /// <summary>The step as a program would take it that proves nothing: only the database is left to refuse.</summary>
    private static Task<Result> ForceAsync(DistrictReview review, string person, Desk desk, DeclarationId id, CaseAction action) =>
        review.RunAsync<IServiceProvider, Result>(person, desk, work => work.GetRequiredService<ProcessRunner>().RunAsync(
            ProcessKind.TakeCase,
            null,
            async process =>
            {
                var declaration = await work.GetRequiredService<PortalDbContext>().Declarations.SingleAsync(row => row.Id == id, Cancellation);
                return declaration.Take(action, new CaseActor(default, Enum.GetValues<Role>()), Enum.GetValues<CaseGuard>(), process.Now);
            },
            Cancellation));

    private static async Task<UserId> IdAsync(PortalDatabase portal, string email)
    {
        await using var scope = PersonScope.OpenSystem(portal.Services);
        return new UserId(await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Users.Where(row => row.Email == email).Select(row => row.Id).SingleAsync(Cancellation));
    }

    private static async Task<MembershipId> GrantAsync(PortalDatabase portal, string email, Role role, DeclarationId id, bool ended = false)
    {
        var user = await IdAsync(portal, email);
        await using var scope = PersonScope.OpenSystem(portal.Services);
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var declaration = await db.Declarations.SingleAsync(row => row.Id == id, Cancellation);
        var key = new MembershipId(Guid.CreateVersion7());
        var membership = DeskRoles.DeskOf(role) switch
        {
            Desk.Apply => Membership.ForOrganisation(key, await db.Organisations.SingleAsync(row => row.Id == declaration.OrganisationId, Cancellation), user, email, role, PortalDatabase.Start),
            Desk.District => Membership.ForDistrict(key, await db.Districts.SingleAsync(row => row.Id == declaration.DistrictId, Cancellation), user, email, role, PortalDatabase.Start),
            _ => Membership.ForCity(key, declaration.MunicipalityId, user, email, role, PortalDatabase.Start),
        };
        if (ended)
        {
            membership.End(PortalDatabase.Start);
        }

        db.Add(membership);
        await db.SaveChangesAsync(Cancellation);
        return key;
    }

    private static async Task EndAsync(PortalDatabase portal, MembershipId id)
    {
        await using var scope = PersonScope.OpenSystem(portal.Services);
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        (await db.Memberships.SingleAsync(row => row.Id == id, Cancellation)).End(PortalDatabase.Start);
        await db.SaveChangesAsync(Cancellation);
    }
}
