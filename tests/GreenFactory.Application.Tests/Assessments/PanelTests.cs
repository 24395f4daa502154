using GreenFactory.Application.Assessments;
using GreenFactory.Application.Data;
using GreenFactory.Application.Experts;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Testing.Cases;
using Microsoft.EntityFrameworkCore;
using Npgsql;
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

        await ALaterWindowIsToldAsync(city, first);
        var finished = await city.AsAsync<SaveAssessmentHandler, Result>(First, Desk.Experts, handler => handler.HandleAsync(CityCases.Assessment(first), Cancellation));
        Assert.True(finished.Succeeded);
        Assert.Equal(3, await city.AsAsync<PortalDbContext, int>(First, Desk.Experts, db => db.ExpertMarks.CountAsync(Cancellation)));
        Assert.Equal(0, await city.AsAsync<PortalDbContext, int>(Second, Desk.Experts, db => db.ExpertMarks.CountAsync(Cancellation)));
        Assert.Null(await city.AsAsync<ExpertCaseQuery, ExpertCase?>(Second, Desk.Experts, query => query.ReadAsync(first, Cancellation)));

        Assert.Equal(AssessmentErrors.PanelOpen, (await city.AsAsync<CompleteAssessmentHandler, Result>(
            CityCases.Officer, Desk.City, handler => handler.HandleAsync(new CompleteAssessment(id), Cancellation))).Error);
        await AnExpertIsToldWhatIsMissingAsync(city, second);
        await city.AsAsync<DeclareConflictHandler, Result>(Second, Desk.Experts, handler => handler.HandleAsync(new DeclareConflict(second, true, "曾任该单位顾问"), Cancellation));
        Assert.Null((await city.AsAsync<ExpertCaseQuery, ExpertCase?>(Second, Desk.Experts, query => query.ReadAsync(second, Cancellation)))!.Work);
        Assert.Equal(0, await city.AsAsync<PortalDbContext, int>(Second, Desk.Experts, db => db.Declarations.CountAsync(row => row.Id == id || row.Id == unassigned, Cancellation)));
        var panel = await city.AsAsync<PortalDbContext, List<AssignmentState>>(
            CityCases.Officer, Desk.City, db => db.ExpertAssignments.OrderBy(row => row.ExpertName).Select(row => row.State).ToListAsync(Cancellation));
        Assert.Equal([AssignmentState.Conflicted, AssignmentState.Finished], panel.Order());
        await TheLaterOfTwoIsToldAsync(city, id, unassigned);
        await NothingIsDecidedByHalvesAsync(database, city, id);
        await NoPanelIsMadeOfNobodyAsync(city, id);
    }

    /// <summary>Whoever has declared nothing writes nothing, and a declaration says what it is about.</summary>
    private static async Task AnExpertIsToldWhatIsMissingAsync(CityCases city, ExpertAssignmentId assignment)
    {
        Task<Result> DeclareAsync(bool? conflict, string? reason) => city.AsAsync<DeclareConflictHandler, Result>(
            Second, Desk.Experts, handler => handler.HandleAsync(new DeclareConflict(assignment, conflict, reason), Cancellation));
        Task<Result> SaveAsync(SaveAssessment work) => city.AsAsync<SaveAssessmentHandler, Result>(Second, Desk.Experts, handler => handler.HandleAsync(work, Cancellation));
        Assert.Equal("conflict.not_chosen", (await DeclareAsync(null, null)).Error.Code);
        Assert.Equal("conflict.reason", (await DeclareAsync(true, "亲")).Error.Code);
        Assert.Equal(AssessmentErrors.ConflictDescribed, (await DeclareAsync(false, "曾任该单位顾问")).Error);
        Assert.Equal(AssessmentErrors.NotReviewing, (await SaveAsync(CityCases.Assessment(assignment))).Error);
    }

    /// <summary>A window that was opened before another one of the same expert saved does not write its older words over the newer ones.</summary>
    private static async Task ALaterWindowIsToldAsync(CityCases city, ExpertAssignmentId assignment)
    {
        Task<Result> SaveAsync(string comment, string? seen) => city.AsAsync<SaveAssessmentHandler, Result>(
            First, Desk.Experts, handler => handler.HandleAsync(new SaveAssessment(assignment, [new MarkInput(MarkSubject.Criterion, "credibility", "8", "可信。")], comment, Finish: false) { Seen = seen }, Cancellation));
        async Task<string> NowAsync() => (await city.AsAsync<ExpertCaseQuery, ExpertCase?>(First, Desk.Experts, query => query.ReadAsync(assignment, Cancellation)))! is { Work: { } work } shown
            ? SeenStamps.OfAssessment(shown.Assignment.Comment, work.Marks)
            : "";
        var opened = await NowAsync();
        Assert.True((await SaveAsync("在办公室写的意见。", opened)).Succeeded);
        Assert.Equal(AssessmentErrors.AssessmentChangedMeanwhile, (await SaveAsync("在家里的旧窗口。", opened)).Error);
        Assert.True((await SaveAsync("对照后保存。", await NowAsync())).Succeeded);
    }

    /// <summary>The compliance check says everything that stands in the way of a decision, and keeps nothing of it.</summary>
    private static async Task NothingIsDecidedByHalvesAsync(PortalDatabase database, CityCases city, DeclarationId passed)
    {
        var reported = await city.ReportAsync("重庆测试四厂");
        Task<Result> CheckAsync(DeclarationId of, ComplianceOutcome outcome, string? reason, ComplianceVerdict? materials, string? remark) => city.AsAsync<DecideComplianceHandler, Result>(
            CityCases.Officer,
            Desk.City,
            handler => handler.HandleAsync(
                new DecideCompliance(
                    of,
                    [.. Enum.GetValues<ComplianceItem>().Select(item => item is ComplianceItem.Materials ? new ComplianceAnswer(item, materials, remark) : new ComplianceAnswer(item, ComplianceVerdict.Ok, null))],
                    outcome,
                    reason),
                Cancellation));
        Assert.Equal([AssessmentErrors.NotReported], (await CheckAsync(passed, ComplianceOutcome.Pass, null, ComplianceVerdict.Ok, null)).Errors);
        Assert.Equal([AssessmentErrors.ItemOpen(ComplianceItem.Materials)], (await CheckAsync(reported, ComplianceOutcome.Pass, null, null, null)).Errors);
        Assert.Equal(
            [AssessmentErrors.RemarkMissing(ComplianceItem.Materials), AssessmentErrors.HasFailingItem],
            (await CheckAsync(reported, ComplianceOutcome.Pass, null, ComplianceVerdict.NotOk, " ")).Errors);
        Assert.Equal([AssessmentErrors.RemarkWithoutVerdict(ComplianceItem.Materials)], (await CheckAsync(reported, ComplianceOutcome.SendBack, "推荐材料不完整。", null, "缺公章")).Errors);
        Assert.Equal([AssessmentErrors.NoFailingItem], (await CheckAsync(reported, ComplianceOutcome.Fail, "推荐材料不完整。", ComplianceVerdict.Ok, null)).Errors);
        Assert.Equal("compliance.reason", Assert.Single((await CheckAsync(reported, ComplianceOutcome.Fail, "缺页", ComplianceVerdict.NotOk, "缺一页")).Errors).Code);
        Assert.Equal("compliance.too_long", Assert.Single((await CheckAsync(reported, ComplianceOutcome.Keep, null, ComplianceVerdict.NotOk, new string('长', 1001))).Errors).Code);
        await using var source = NpgsqlDataSource.Create(database.OwnerConnectionString);
        await using var tamper = source.CreateCommand(
            $"alter table frozen_score disable trigger user; update frozen_score set total = total + 1 where party = 'Verified' and declaration_id = '{reported.Value}'; alter table frozen_score enable trigger user");
        await tamper.ExecuteNonQueryAsync(Cancellation);
        Assert.Equal([AssessmentErrors.ScoreNotIntact], (await CheckAsync(reported, ComplianceOutcome.Pass, null, ComplianceVerdict.Ok, null)).Errors);
        Assert.Equal(0, await city.AsAsync<PortalDbContext, int>(CityCases.Officer, Desk.City, db => db.ComplianceRulings.CountAsync(row => row.DeclarationId == reported, Cancellation)));

        // A panel cannot be closed over a verified score that is gone.
        await using var gone = source.CreateCommand(
            $"alter table frozen_score disable trigger user; delete from frozen_score where party = 'Verified' and declaration_id = '{passed.Value}'; alter table frozen_score enable trigger user");
        await gone.ExecuteNonQueryAsync(Cancellation);
        Assert.Equal("assessment.no_verified_score", (await city.AsAsync<CompleteAssessmentHandler, Result>(
            CityCases.Officer, Desk.City, handler => handler.HandleAsync(new CompleteAssessment(passed), Cancellation))).Error.Code);
    }

    /// <summary>A panel needs cases, people who are experts, and a day that is to come; quotas and extensions are the lead's.</summary>
    private static async Task NoPanelIsMadeOfNobodyAsync(CityCases city, DeclarationId id)
    {
        var (campaign, day) = (await city.CampaignAsync(), new DateOnly(2026, 12, 31));
        Task<Result<AssignmentReport>> AssignAsync(DeclarationId[] cases, UserId[] experts, DateOnly? last) => city.AsAsync<AssignExpertsHandler, Result<AssignmentReport>>(
            CityCases.Officer, Desk.City, handler => handler.HandleAsync(new AssignExperts(cases, experts, last), Cancellation));
        var nobody = new UserId(Guid.NewGuid());
        Assert.Equal(AssessmentErrors.NothingChosen, (await AssignAsync([], [nobody], day)).Error);
        Assert.Equal(AssessmentErrors.NothingChosen, (await AssignAsync([id], [], day)).Error);
        Assert.Equal(AssessmentErrors.DueInPast, (await AssignAsync([id], [nobody], new DateOnly(2026, 7, 5))).Error);
        Assert.Equal(AssessmentErrors.DueInPast, (await AssignAsync([id], [nobody], null)).Error);
        Assert.Equal(AssessmentErrors.NotAnExpert, (await AssignAsync([id], [nobody], day)).Error);
        foreach (var cap in new[] { 0, ConfirmPanelsHandler.LargestCap + 1 })
        {
            Assert.Equal(AssessmentErrors.CapOutOfRange(ConfirmPanelsHandler.LargestCap), (await city.AsAsync<ConfirmPanelsHandler, Result<int>>(
                CityCases.Officer, Desk.City, handler => handler.HandleAsync(new ConfirmPanels(campaign, cap, 7, "", day), Cancellation))).Error);
        }

        var (version, district) = await city.AsAsync<PortalDbContext, (RuleSetVersionId, DistrictId)>(CityCases.Lead, Desk.City, async db =>
        {
            var row = await db.Declarations.SingleAsync(one => one.Id == id, Cancellation);
            return (row.RuleSetVersionId!.Value, row.DistrictId);
        });
        Task<Result> QuotaAsync(string person, int places) => city.AsAsync<SetQuotaHandler, Result>(
            person, Desk.City, handler => handler.HandleAsync(new SetQuota(version, places, "按上年列入数量"), Cancellation));
        Assert.Equal("quota.lead_only", (await QuotaAsync(CityCases.Officer, 3)).Error.Code);
        Assert.Equal("quota.invalid", (await QuotaAsync(CityCases.Lead, 1001)).Error.Code);
        Task<Result> GraceAsync(string person, DateOnly? last, string reason) => city.AsAsync<GrantGraceHandler, Result>(
            person, Desk.City, handler => handler.HandleAsync(new GrantGrace(district, last, reason), Cancellation));
        Assert.Equal("grace.lead_only", (await GraceAsync(CityCases.Officer, day, "区县机房故障。")).Error.Code);
        Assert.Equal("grace.invalid", (await GraceAsync(CityCases.Lead, null, "区县机房故障。")).Error.Code);
        Assert.Equal("grace.too_early", (await GraceAsync(CityCases.Lead, new DateOnly(2026, 7, 7), "区县机房故障。")).Error.Code);
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
