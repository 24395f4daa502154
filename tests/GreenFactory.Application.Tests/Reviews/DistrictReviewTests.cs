using GreenFactory.Application.Audit;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Departments;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Testing;
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
        var stamp = IndicatorStamp.Of((await review.ReadAsync())!, "energy_intensity");
        Assert.Equal(DistrictErrors.AnswersChangedMeanwhile, (await review.RuleAsync(stamp with { Answers = "0123456789abcdef" }, "energy_intensity", VerdictKind.Accept)).Error);
    }

    [Fact]
    public async Task Nothing_is_recommended_before_indicators_visit_and_departments_are_done()
    {
        Task<Result> PlanAsync(DateOnly? on) => review.RunAsync<PlanVisitHandler, Result>(
            DistrictReview.Officer, Desk.District, handler => handler.HandleAsync(new PlanVisit(review.Id, on, "上午", "陈雨桐、田静"), Cancellation));
        Task<Result> PhotoAsync(Stream content) => review.RunAsync<AddVisitPhotoHandler, Result>(
            DistrictReview.Officer, Desk.District, handler => handler.HandleAsync(review.Id, content, "照片.pdf", Cancellation));
        Task<Result> AskAsync(DateOnly last) => review.RunAsync<AskDepartmentsHandler, Result>(
            DistrictReview.Officer, Desk.District, handler => handler.HandleAsync(new AskDepartments(review.Id, last), Cancellation));
        Assert.Equal(DistrictErrors.NotInReview(CaseState.Submitted), (await PlanAsync(new DateOnly(2026, 7, 8))).Error);
        await review.TakeAsync();
        using var pdf = new MemoryStream(SmallPdf.Saying("photo"));
        Assert.Equal(DistrictErrors.NoVisit, (await PhotoAsync(pdf)).Error);
        Assert.Equal(DistrictErrors.NoVisit, (await review.RunAsync<RecordVisitHandler, Result<VisitRecorded>>(
            DistrictReview.Officer, Desk.District, handler => handler.HandleAsync(new RecordVisit(review.Id, [], null, null, false, 0), Cancellation))).Error);
        Assert.Equal("visit.day", (await PlanAsync(null)).Error.Code);
        Assert.True((await PlanAsync(new DateOnly(2026, 7, 6))).Succeeded);
        Assert.Equal("file.kind", (await PhotoAsync(pdf)).Error.Code);
        Assert.Equal("text.too_long", (await review.RunAsync<RecordVisitHandler, Result<VisitRecorded>>(
            DistrictReview.Officer, Desk.District, handler => handler.HandleAsync(new RecordVisit(review.Id, [], null, new string('长', 501), false, 1), Cancellation))).Error.Code);
        Assert.Equal([DistrictErrors.PackIncomplete("没有可以报送的结论")], (await review.SealAsync()).Errors);
        Assert.Equal("opinion.due", (await AskAsync(new DateOnly(2026, 7, 5))).Error.Code);
        Assert.StartsWith("return.", (await review.RunAsync<ReturnCaseHandler, Result>(
            DistrictReview.Officer, Desk.District, handler => handler.HandleAsync(new ReturnCase(review.Id, new DateOnly(2026, 7, 12), []), Cancellation))).Error.Code, StringComparison.Ordinal);
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
        Assert.Equal(DistrictErrors.AlreadyAsked, (await review.AskAsync()).Error);
        var seen = Assert.Single(await review.SeenByAsync("ecology"));
        Assert.Contains("生态环境", seen.Department, StringComparison.Ordinal);
        Assert.Equal("opinion.kind", (await review.RunAsync<GiveOpinionHandler, Result>(
            "ecology@fuling.example", Desk.Departments, handler => handler.HandleAsync(new GiveOpinion(seen.Id, null, ""), Cancellation))).Error.Code);
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
    public async Task What_nobody_can_see_is_no_name_no_question_and_no_reason_at_any_step()
    {
        const string Unseen = "\u200B\u3000\u2800";
        await review.TakeAsync();
        Assert.Equal("Reason", Assert.Single((await review.RuleAsync("energy_intensity", VerdictKind.Question, Unseen)).Errors).Field);
        Assert.Equal("Reason", Assert.Single((await review.RuleAsync("energy_intensity", VerdictKind.NotApplicable, Unseen)).Errors).Field);

        var day = new DateOnly(2026, 7, 6);
        Assert.Equal(ReviewErrors.TooFewOfficers, (await PlanAsync($"陈雨桐、{Unseen}")).Error);
        Assert.Equal(ReviewErrors.TooFewOfficers, (await PlanAsync("陈雨桐、陈雨\u200B桐")).Error);
        Assert.True((await PlanAsync($"陈雨桐、{Unseen}、田静\u200B")).Succeeded);
        var found = Enumerable.Range(1, 40).Select(position => new FoundItem(position, position == 1 ? VisitResult.Mismatch : VisitResult.Match, Unseen)).ToList();
        var visit = await review.RunAsync<RecordVisitHandler, Result<VisitRecorded>>(
            DistrictReview.Officer, Desk.District, handler => handler.HandleAsync(new RecordVisit(review.Id, found, Unseen, Unseen, Complete: true, Seen: 1), Cancellation));
        Assert.Equal(["visit.remark", ReviewErrors.NobodyPresent.Code, ReviewErrors.ConclusionMissing.Code], visit.Value.Lacking.Select(error => error.Code));
        Assert.False(visit.Value.Completed);

        await review.AskAsync();
        var question = (await review.SeenByAsync("ecology")).Single().Id;
        Assert.Equal(ReviewErrors.OpinionTextMissing, (await GiveAsync(new GiveOpinion(question, OpinionKind.Comment, Unseen))).Error);
        Assert.True((await GiveAsync(new GiveOpinion(question, OpinionKind.Comment, "排污许可证将于年内到期。"))).Succeeded);
        Assert.Equal(ReviewErrors.CorrectionReasonMissing, (await GiveAsync(new GiveOpinion(question, OpinionKind.NoComment, "", Seen: 1, CorrectionReason: Unseen))).Error);

        Task<Result> PlanAsync(string officers) => review.RunAsync<PlanVisitHandler, Result>(
            DistrictReview.Officer, Desk.District, handler => handler.HandleAsync(new PlanVisit(review.Id, day, "上午", officers), Cancellation));

        Task<Result> GiveAsync(GiveOpinion command) => review.RunAsync<GiveOpinionHandler, Result>(
            "ecology@fuling.example", Desk.Departments, handler => handler.HandleAsync(command, Cancellation));
    }

    [Fact]
    public async Task The_lead_seals_a_pack_that_nobody_can_change()
    {
        await review.RecommendAsync();
        Assert.Equal(DistrictErrors.OnlyTheLead, (await review.SealAsync(DistrictReview.Officer)).Error);
        using var pdf = new MemoryStream(SmallPdf.Saying("photo"));
        Assert.Equal(ReviewErrors.VisitLocked, (await review.RunAsync<AddVisitPhotoHandler, Result>(
            DistrictReview.Officer, Desk.District, handler => handler.HandleAsync(review.Id, pdf, "照片.pdf", Cancellation))).Error);

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
    public async Task The_pack_reports_the_order_with_its_reasons_every_part_and_what_is_still_in_review()
    {
        await review.RecommendAsync();
        var better = new DistrictReview(portal.Services, await new CaseBuilder(portal.Services).ForNewOrganisation("重庆高分厂").SubmitAsync(Cancellation), Cancellation);
        await better.RecommendAsync();
        await new CaseBuilder(portal.Services).ForNewOrganisation("重庆未办结厂").SubmitAsync(Cancellation);
        var seen = await StampAsync(review.Id);
        var last = (await PreviewAsync()).Factories[^1].Case.Declaration.Id;

        Assert.Equal("recommendation.unchanged", (await MoveAsync(last, 2, "产品碳足迹领先。", seen)).Error.Code);
        Assert.Equal("recommendation.reason", (await MoveAsync(last, 1, " ", seen)).Error.Code);
        Assert.True((await MoveAsync(last, 1, "达到标杆水平，优先推荐。", seen)).Succeeded);
        Assert.Equal("recommendation.order_changed", (await MoveAsync(last, 2, null, seen)).Error.Code);
        var moved = await StampAsync(last);
        var both = await Task.WhenAll(MoveAsync(last, 2, null, moved), MoveAsync(last, 2, null, moved));
        Assert.Equal("recommendation.order_changed", Assert.Single(both, outcome => !outcome.Succeeded).Error.Code);
        Assert.True((await MoveAsync(last, 1, "达到标杆水平，优先推荐。", await StampAsync(last))).Succeeded);

        var pack = await review.SealAsync();
        var read = (await review.RunAsync<DistrictPackReader, SealedPack?>(DistrictReview.Lead, Desk.District, reader => reader.ReadAsync(pack.Value, Cancellation)))!;
        Assert.Equal([(1, 2, "达到标杆水平，优先推荐。"), (2, 1, "")], read.Content.Cases.Select(row => (row.Rank!.Value, row.RankByScore!.Value, row.RankReason)));
        Assert.Equal("重庆未办结厂", Assert.Single(read.Content.Unfinished).Organisation);
        Assert.All(read.Content.Cases, row => Assert.Equal((5, "2026-07-06"), (row.Opinions.Count, row.Visit!.On)));
        var sheets = PackSheet.Of(read.Content);
        Assert.Equal(["推荐工厂", "推荐园区", "对标情况", "部门意见", "现场核实", "封存时仍在审查"], sheets.Select(sheet => sheet.Name));
        Assert.Equal([2, 0, 0, 10, 2, 1], sheets.Select(sheet => sheet.Rows.Count));
        Assert.All(sheets, sheet => Assert.All(sheet.Rows, row => Assert.Equal(sheet.Columns.Count, row.Count)));
    }

    [Fact]
    public async Task What_carries_no_signal_is_accepted_in_one_step_once_this_officer_opened_its_evidence_and_nothing_else_is()
    {
        var pdf = SmallPdf.Saying("proof");
        var builder = new CaseBuilder(portal.Services).ForNewOrganisation("重庆有材料厂");
        foreach (var indicator in (await review.ReadAsync())!.VerifiedSheet.Indicators)
        {
            var wanted = (await review.ReadAsync())!.Declared.RuleSet.RuleSet.Indicators.First(row => row.Code == indicator.Code).Evidence.Count;
            for (var file = 0; file < wanted; file++)
            {
                builder.WithEvidence(indicator.Code, $"{indicator.Code}-{file}.pdf", "application/pdf", pdf);
            }
        }

        var whole = new DistrictReview(portal.Services, await builder.SubmitAsync(Cancellation), Cancellation);
        await whole.TakeAsync();
        var open = UnsignalledIndicator.Of(await BenchAsync(whole));
        var (first, second) = (open.First(row => row.Files.Count > 0), open.Last(row => row.Files.Count > 0));
        Assert.Equal("verdict.nothing_to_accept", (await AcceptAsync(whole, [first])).Error.Code);

        await OpenAsync(whole, DistrictReview.Lead, second);
        await OpenAsync(whole, DistrictReview.Officer, first);
        var accepted = await AcceptAsync(whole, [first, second]);

        Assert.Equal(1, accepted.Value.Accepted);
        Assert.Contains(second.Files[0].FileName, Assert.Single(accepted.Value.LeftOut).Reason, StringComparison.Ordinal);
        Assert.Equal(VerdictKind.Accept, Assert.Single((await whole.ReadAsync())!.Verdicts).Value.Verdict.Kind);
        Assert.Equal("verdict.nothing_to_accept", (await AcceptAsync(whole, [first])).Error.Code);
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

    private Task<PackPreview> PreviewAsync() => review.RunAsync<DistrictPackQuery, PackPreview>(DistrictReview.Officer, Desk.District, async query =>
        await query.ReadAsync((await review.RunAsync<CampaignChoiceReader, Campaign?>(DistrictReview.Officer, Desk.District, campaigns => campaigns.FindAsync(null, Cancellation)))!, Cancellation));

    private async Task<string> StampAsync(DeclarationId id) => RecommendationOrder.Stamp((await PreviewAsync()).OrderOf(id)!);

    private Task<Result> MoveAsync(DeclarationId id, int place, string? reason, string seen) => review.RunAsync<MoveRecommendationHandler, Result>(
        DistrictReview.Officer, Desk.District, handler => handler.HandleAsync(new MoveRecommendation(id, place, reason, seen), Cancellation));

    private static async Task<Workbench> BenchAsync(DistrictReview of) =>
        (await of.RunAsync<WorkbenchQuery, Workbench?>(DistrictReview.Officer, Desk.District, query => query.ReadAsync(of.Id, Cancellation)))!;

    private static Task<Result<AcceptedIndicators>> AcceptAsync(DistrictReview of, IReadOnlyList<UnsignalledIndicator> rows) => of.RunAsync<AcceptUnsignalledHandler, Result<AcceptedIndicators>>(
        DistrictReview.Officer, Desk.District, handler => handler.HandleAsync(new AcceptUnsignalled(of.Id, [.. rows.Select(row => new SeenIndicator(row.Indicator.Code, row.Seen))]), Cancellation));

    private static async Task OpenAsync(DistrictReview of, string email, UnsignalledIndicator row)
    {
        foreach (var file in row.Files)
        {
            var opened = await of.RunAsync<OpenEvidenceHandler, OpenedFile?>(email, Desk.District, handler => handler.HandleAsync(of.Id, file.Id, Cancellation));
            await opened!.Content.DisposeAsync();
        }
    }
}
