using System.Globalization;
using System.Text.Json.Nodes;
using GreenFactory.Application.Access;
using GreenFactory.Application.Assessments;
using GreenFactory.Application.CaseFiles;
using GreenFactory.Application.Data;
using GreenFactory.Application.Experts;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Application.Seeding;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace GreenFactory.Application.Tests.Assessments;

/// <summary>The experts' marks decide by the rule that the campaign fixed before its first panel, and the frozen final score says so to the last digit.</summary>
public sealed class PanelRuleTests
{
    private const string Graded = "green_design";
    private const string Optional = "material_saving";
    private static readonly string[] Experts = ["expert1@city.example", "expert2@city.example", "expert3@city.example"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Marks_of_the_panel_become_the_final_score_by_the_rule_of_the_campaign()
    {
        await using var database = await PortalDatabase.OpenAsync(Cancellation);
        var city = new CityCases(database.Services, Cancellation);
        await AddGradedSetAsync(database);
        var id = await city.PassAsync(await city.ReportAsync(new CaseBuilder(database.Services).ForNewOrganisation("重庆评分一厂").ScoredBy("graded-set")));
        var campaign = await city.CampaignAsync();
        Task<Result> SetAsync(PanelMethod method, int reviews) => city.AsAsync<SetAssessmentRuleHandler, Result>(
            CityCases.Officer, Desk.City, handler => handler.HandleAsync(new SetAssessmentRule(campaign, method, reviews, 40m, true), Cancellation));
        var few = (await SetAsync(PanelMethod.TrimmedMean, 2)).Error;
        Assert.Equal(("assessment_rule.invalid", "RequiredReviews"), (few.Code, few.Field));
        Assert.True((await SetAsync(PanelMethod.Median, 2)).Succeeded);
        Assert.True((await SetAsync(PanelMethod.Mean, 3)).Succeeded);
        var later = (await city.AsAsync<SetAssessmentRuleHandler, Result>(CityCases.Officer, Desk.City, async handler => await handler.HandleAsync(
            new SetAssessmentRule(campaign, PanelMethod.Median, 2, 40m, true) { Seen = SeenStamps.OfRule(AssessmentRule.Usual(await CampaignAsync(city, campaign))) }, Cancellation))).Error;
        Assert.Equal("assessment_rule.changed_meanwhile", later.Code);
        Assert.Contains("3", later.Message, StringComparison.Ordinal);
        Assert.Equal(3, (await city.AsPublicAsync<AssessmentRuleReader, AssessmentRule>(reader => reader.ReadAsync(campaign, Cancellation))).RequiredReviews);

        var assignments = new List<ExpertAssignmentId>();
        foreach (var expert in Experts)
        {
            assignments.Add(await city.AssignAsync(id, expert));
            await city.AsAsync<DeclareConflictHandler, Result>(expert, Desk.Experts, handler => handler.HandleAsync(new DeclareConflict(assignments[^1], false, null), Cancellation));
        }

        // Once a panel is assigned the rule stays, whoever asks.
        Assert.Equal("assessment_rule.fixed", (await SetAsync(PanelMethod.Median, 1)).Error.Code);
        await using var source = NpgsqlDataSource.Create(database.OwnerConnectionString);
        await using var typed = source.CreateCommand("update assessment_rule set method = 'Median'");
        Assert.Contains("what their marks do stays", (await Assert.ThrowsAsync<PostgresException>(() => typed.ExecuteNonQueryAsync(Cancellation))).MessageText, StringComparison.Ordinal);

        Task<Result> MarkAsync(int expert, string points, string option) => city.AsAsync<SaveAssessmentHandler, Result>(Experts[expert], Desk.Experts, handler => handler.HandleAsync(
            CityCases.Assessment(assignments[expert]) with
            {
                Marks =
                [
                    .. CityCases.Assessment(assignments[expert]).Marks,
                    new MarkInput(MarkSubject.Indicator, Graded, points, "设计案例完整。"),
                    new MarkInput(MarkSubject.Indicator, Optional, option, "已采用再生料。"),
                    new MarkInput(MarkSubject.Indicator, "material_recycled", "0", "没有提供。"),
                ],
            },
            Cancellation));
        Task<Result> CompleteAsync(string? note) => city.AsAsync<CompleteAssessmentHandler, Result>(
            CityCases.Officer, Desk.City, handler => handler.HandleAsync(new CompleteAssessment(id, Note: note), Cancellation));
        Assert.Equal("assessment.option", (await MarkAsync(0, "1", "3.1")).Error.Code);
        Assert.True((await MarkAsync(0, "1", "4")).Succeeded);
        Assert.Equal(AssessmentErrors.ReviewsMissing(3, 1), (await CompleteAsync(null)).Error);
        var halves = await city.AsAsync<SaveAssessmentHandler, Result>(Experts[1], Desk.Experts, handler => handler.HandleAsync(
            new SaveAssessment(assignments[1], [new MarkInput(MarkSubject.Criterion, "credibility", "10.5", null)], "太短", Finish: true), Cancellation));
        Assert.Equal(
            ["assessment.comment", "assessment.points", "assessment.points_missing", "assessment.reason"],
            halves.Errors.Select(error => error.Code).Distinct().Order(StringComparer.Ordinal));
        Assert.True((await MarkAsync(1, "2", "4")).Succeeded);
        Assert.True((await MarkAsync(2, "5", "0")).Succeeded);

        var disputed = await CompleteAsync(null);
        Assert.Equal(("panel.dispute_unexplained", "Note"), (disputed.Error.Code, disputed.Error.Field));
        Assert.Contains("最高 5 分、最低 1 分", disputed.Error.Message, StringComparison.Ordinal);
        Assert.True((await CompleteAsync("三位专家复核后维持各自评分。")).Succeeded);

        // (1 + 2 + 5) / 3 = 2.67; (4 + 4 + 0) / 3 = 2.67, the highest option not above it is worth nothing.
        var read = (await city.AsAsync<CityCaseQuery, CityCase?>(CityCases.Officer, Desk.City, query => query.ReadAsync(id, Cancellation)))!;
        Assert.True(read.Final!.Intact);
        Assert.Equal(2.67m, read.Final.Sheet.Indicators.Single(row => row.Code == Graded).Score);
        Assert.Equal(0m, read.Final.Sheet.Indicators.Single(row => row.Code == Optional).Score);
        Assert.Equal("专家组评分：3 名专家评分 1、2、5 的平均值，取 2 位小数", read.Final.Facts.Grades[Graded].Reason);
        Assert.NotEqual(read.Verified!.Sheet.Total, read.Final.Sheet.Total);
        Assert.Equal((PanelMethod.Mean, 3, true, "三位专家复核后维持各自评分。"), (read.Marks!.Conclusion!.Method, read.Marks.Conclusion.Reviews, read.Marks.Conclusion.Disputed, read.Marks.Conclusion.Note));
        var ranked = (await city.AsAsync<RankingQuery, IReadOnlyList<RuleSetRanking>>(CityCases.Lead, Desk.City, query => query.ReadAsync(campaign, Cancellation))).Single();
        Assert.Equal(read.Final.Sheet.Total, Assert.Single(ranked.Cases).Place.Entry.Points);
        var file = await city.AsAsync<CaseFileQuery, IssuedCaseFile?>(CityCases.Officer, Desk.City, query => query.ReadAsync(id, [ScoreParty.Final], Cancellation));
        Assert.Contains("专家组评分：3 名专家评分 1、2、5 的平均值", file!.Text!, StringComparison.Ordinal);
        await SecondProgram.RecomputesAsync(file.Text!, read.Final.Sheet.Total, Cancellation);
    }

    /// <summary>A proposal leaves out who declared a conflict with the unit, is assigned as it was shown or not at all, and names in the log what it is made again from.</summary>
    [Fact]
    public async Task A_proposal_is_confirmed_as_it_was_shown()
    {
        await using var database = await PortalDatabase.OpenAsync(Cancellation);
        var city = new CityCases(database.Services, Cancellation);
        var recused = await city.PassAsync("重庆分配一厂");
        await city.PassAsync("重庆分配二厂");
        var campaign = await city.CampaignAsync();
        Assert.True((await city.AsAsync<SetAssessmentRuleHandler, Result>(
            CityCases.Officer, Desk.City, handler => handler.HandleAsync(new SetAssessmentRule(campaign, PanelMethod.Mean, 2, 30m, false), Cancellation))).Succeeded);
        var assignment = await city.AssignAsync(recused, Experts[0]);
        await city.AsAsync<DeclareConflictHandler, Result>(Experts[0], Desk.Experts, handler => handler.HandleAsync(new DeclareConflict(assignment, true, "曾任该单位顾问"), Cancellation));
        Task<PanelProposalPage> ProposeAsync(int cap) => city.AsAsync<PanelProposalQuery, PanelProposalPage>(CityCases.Officer, Desk.City, query => query.ReadAsync(campaign, cap, 7, Cancellation));
        Task<Result<int>> ConfirmAsync(string seen) => city.AsAsync<ConfirmPanelsHandler, Result<int>>(
            CityCases.Officer, Desk.City, handler => handler.HandleAsync(new ConfirmPanels(campaign, 9, 7, seen, new DateOnly(2026, 12, 31)), Cancellation));

        var shown = await ProposeAsync(9);
        Assert.Equal(["吴研究员", "曾高工"], shown.Panels.Single(row => row.Declaration == recused).Experts.Order(StringComparer.Ordinal));
        Assert.Equal([1, 1, 2], shown.Loads.Select(row => row.Proposed).Order());
        Assert.Contains("每人 1 件的上限", (await ProposeAsync(1)).Panels.Select(row => row.Shortage).OfType<string>().Single(), StringComparison.Ordinal);
        await city.PassAsync("重庆分配三厂");
        Assert.Equal("panel.proposal_changed", (await ConfirmAsync(shown.Stamp)).Error.Code);
        var again = await ProposeAsync(9);
        Assert.Equal(6, (await ConfirmAsync(again.Stamp)).Value);
        Assert.Equal("panel.nothing_proposed", (await ConfirmAsync((await ProposeAsync(9)).Stamp)).Error.Code);
        var logged = await city.AsAsync<PortalDbContext, string>(
            CityCases.Lead, Desk.City, db => db.ProcessEvents.Where(row => row.Kind == "PanelsProposed").Select(row => row.Payload).SingleAsync(Cancellation));
        Assert.Equal(7, JsonNode.Parse(logged)!["seed"]!.GetValue<int>());
        Assert.Contains(again.Stamp, logged, StringComparison.Ordinal);
    }

    /// <summary>The database counts too: a state that is typed in over too few reviews is refused.</summary>
    [Fact]
    public async Task A_panel_with_too_few_reviews_is_not_closed_whoever_writes()
    {
        await using var database = await PortalDatabase.OpenAsync(Cancellation);
        var city = new CityCases(database.Services, Cancellation);
        var id = await city.PassAsync("重庆评分二厂");
        await city.AssignAsync(id, Experts[0]);
        await using var source = NpgsqlDataSource.Create(database.OwnerConnectionString);
        await using var typed = source.CreateCommand("alter table declaration disable trigger check_step; update declaration set state = 'Assessed'");
        Assert.Contains("fewer completed reviews", (await Assert.ThrowsAsync<PostgresException>(() => typed.ExecuteNonQueryAsync(Cancellation))).MessageText, StringComparison.Ordinal);
    }

    /// <summary>The general set with green design graded by people, as a city could publish it.</summary>
    private static async Task AddGradedSetAsync(PortalDatabase database)
    {
        var document = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Root, "rules", "gbt36132-2025.json"), Cancellation))!;
        document["id"] = "graded-set";
        document["indicators"]!.AsArray().Single(row => row!["code"]!.GetValue<string>() == Graded)!["leaf"] = JsonNode.Parse("""{"kind":"graded","rubric":[{"from":"4","text":"有完整案例"},{"from":"0","text":"其他"}]}""");
        var set = RuleSetReader.Read(document.ToJsonString()).RuleSet!;
        var access = new CurrentAccess();
        access.Use(AccessScope.System(PortalSeeder.Chongqing.Id));
        await using var db = PortalMigrator.OpenAsOwner(database.OwnerConnectionString, access);
        var general = await db.RuleSetVersions.AsNoTracking().FirstAsync(row => row.RuleSetId == "gbt36132-2025", Cancellation);
        var version = RuleSetVersion.CreatePublished(
            new RuleSetVersionId(Guid.CreateVersion7()),
            general.MunicipalityId,
            RuleSetDocuments.ContentOf(set, "[]"),
            DateTimeOffset.UnixEpoch);
        db.Add(version);
        db.Add(CampaignRuleSet.Create(await db.Campaigns.FirstAsync(Cancellation), version.Id));
        await db.SaveChangesAsync(Cancellation);
    }

    private static Task<Campaign> CampaignAsync(CityCases city, CampaignId id) =>
        city.AsAsync<PortalDbContext, Campaign>(CityCases.Officer, Desk.City, db => db.Campaigns.AsNoTracking().SingleAsync(row => row.Id == id, Cancellation));
}
