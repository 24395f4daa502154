using System.Text.Json.Nodes;
using GreenFactory.Application.CaseFiles;
using GreenFactory.Application.Data;
using GreenFactory.Application.Departments;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Scoring.CaseFiles;
using GreenFactory.Testing.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace GreenFactory.Application.Tests.Reviews;

/// <summary>What a department said stays said: a correction stands beside it, in the case file, in the pack and in the event chain.</summary>
public sealed class OpinionVersionTests : IAsyncLifetime
{
    private const string Ecology = "ecology@fuling.example";
    private const string Penalty = "存在不得推荐情形：涪环罚〔2025〕99号";
    private const string Reason = "经核对，该处罚对象为同名的另一家企业。";
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
    public async Task A_penalty_that_was_named_and_then_corrected_stands_with_both_words_everywhere()
    {
        await review.RuleEverythingAsync();
        await review.VisitAsync();
        await review.AskAsync();
        await review.HearAsync();
        var question = await QuestionAsync();
        Assert.Equal(ReviewErrors.CorrectionReasonMissing.Code, (await GiveAsync(new GiveOpinion(question, OpinionKind.Bars, Penalty, Seen: 1))).Error.Code);
        Assert.True((await GiveAsync(new GiveOpinion(question, OpinionKind.Bars, Penalty, Seen: 1, CorrectionReason: "漏查处罚记录。"))).Succeeded);
        Assert.Equal("conclusion.barred", (await review.ConcludeAsync(ConclusionKind.Recommend, "理由")).Error.Code);
        Assert.Equal(ReviewErrors.NothingCorrected, (await GiveAsync(new GiveOpinion(question, OpinionKind.Bars, Penalty, Seen: 2, CorrectionReason: "再次。"))).Error);
        Assert.True((await GiveAsync(new GiveOpinion(question, OpinionKind.NoComment, "", Seen: 2, CorrectionReason: Reason))).Succeeded);
        Assert.Equal(1L, await CountAsync($"select count(*) from process_event where kind = 'OpinionCorrected' and summary like '%更正理由：{Reason}%'"));

        var versions = await review.RunAsync<OpinionHistoryQuery, IReadOnlyList<OpinionVersion>>(
            DistrictReview.Officer, Desk.District, async query => [.. (await query.ReadAsync(id, Cancellation))[question]]);
        Assert.Equal([OpinionKind.NoComment, OpinionKind.Bars, OpinionKind.NoComment], versions.Select(version => version.Kind));
        Assert.Equal((Penalty, Reason), (versions[1].Text, versions[2].Reason));
        Assert.All(versions, version => Assert.NotEmpty(version.GivenByName));
        Assert.Contains($"曾反馈“存在不得推荐情形”：{Penalty}", WithdrawnBar.Of(versions), StringComparison.Ordinal);
        Assert.EndsWith($"理由：{Reason}", WithdrawnBar.Of(versions), StringComparison.Ordinal);
        Assert.Null(WithdrawnBar.Of([.. versions.Take(2)]));
        Assert.Contains(Penalty, (await review.SeenByAsync("ecology")).Single().WithdrawnBar, StringComparison.Ordinal);

        Assert.True((await review.ConcludeAsync(ConclusionKind.Recommend, "指标核定属实。")).Succeeded);
        var pack = await review.SealAsync();
        var read = await review.RunAsync<DistrictPackReader, SealedPack?>(DistrictReview.Lead, Desk.District, reader => reader.ReadAsync(pack.Value, Cancellation));
        var said = read!.Content.Cases[0].Opinions.Single(opinion => opinion.Department.Contains("生态环境", StringComparison.Ordinal));
        Assert.Equal(["", Penalty, ""], said.Versions.Select(version => version.Text));
        Assert.Equal(Reason, said.Versions[^1].Reason);
        await CaseFileHoldsBothAsync();
        Assert.Equal(3L, await CountAsync($"select count(*) from process_event where kind in ('OpinionGiven', 'OpinionCorrected') and payload::jsonb ->> 'opinion' = '{question.Value}'"));
        Assert.Equal(1L, await CountAsync("select count(*) from process_event where kind = 'OpinionCorrected' and payload::text like '%涪环罚〔2025〕99号%'"));
    }

    /// <summary>The signed case file holds every version with author, time and reason; both programs accept it, and the signature is over them.</summary>
    private async Task CaseFileHoldsBothAsync()
    {
        var file = await review.RunAsync<CaseFileQuery, IssuedCaseFile?>(DistrictReview.Officer, Desk.District, query => query.ReadAsync(id, [ScoreParty.Verified], Cancellation));
        var reading = CaseFileCheck.Read(file!.Text!);
        Assert.Empty(reading.Faults);
        Assert.Contains(Penalty, reading.Signed, StringComparison.Ordinal);
        await SecondProgram.RecomputesAsync(file.Text!, reading.Sheet.Total, Cancellation);
        var opinions = JsonNode.Parse(file.Text!)!["opinions"]!.AsArray();
        Assert.Equal(DepartmentOpinion.Departments, opinions.Count);
        var said = Assert.Single(opinions, opinion => opinion!["department"]!.GetValue<string>().Contains("生态环境", StringComparison.Ordinal))!["versions"]!.AsArray();
        Assert.Equal(["noComment", "bars", "noComment"], said.Select(version => version!["kind"]!.GetValue<string>()));
        Assert.Equal((Penalty, Reason), (said[1]!["text"]!.GetValue<string>(), said[2]!["reason"]!.GetValue<string>()));
        Assert.All(said, version => Assert.Matches("^2026-07-06T.*[+]08:00$", version!["givenAt"]!.GetValue<string>()));
        Assert.All(said, version => Assert.NotEmpty(version!["givenBy"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Two_people_of_one_department_never_overwrite_each_other_unseen()
    {
        await review.AskAsync();
        var question = await QuestionAsync();
        Assert.True((await GiveAsync(new GiveOpinion(question, OpinionKind.Bars, Penalty))).Succeeded);

        var later = await GiveAsync(new GiveOpinion(question, OpinionKind.NoComment, ""));

        Assert.Equal("opinion.given_meanwhile", later.Error.Code);
        Assert.Equal(OpinionKind.Bars, (await review.SeenByAsync("ecology")).Single().Kind);
    }

    [Theory]
    [InlineData("update department_opinion set kind = 'NoComment', text = '' where version > 0")]
    [InlineData("update department_opinion set version = version + 1")]
    [InlineData("update opinion_version set text = '无'")]
    [InlineData("delete from opinion_version")]
    [InlineData("insert into opinion_version select gen_random_uuid(), municipality_id, declaration_id, department_opinion_id, district_id, department_id, 9, 'NoComment', '', '', null, null, null, given_by, given_by_name, given_at from opinion_version")]
    public async Task The_database_itself_keeps_every_version(string statement)
    {
        await review.AskAsync();
        await GiveAsync(new GiveOpinion(await QuestionAsync(), OpinionKind.Bars, Penalty));
        await using var scope = await portal.AsAsync(Ecology, Desk.Departments, Cancellation);

        await Assert.ThrowsAsync<PostgresException>(() => scope.ServiceProvider.GetRequiredService<PortalDbContext>().Database.ExecuteSqlRawAsync(statement, Cancellation));

        Assert.Equal(1L, await CountAsync($"select count(*) from opinion_version v join department_opinion o on o.id = v.department_opinion_id and o.text = v.text where v.text = '{Penalty}'"));
    }

    [Fact]
    public async Task What_a_desk_may_still_change_leaves_what_stood_before()
    {
        await review.RunAsync<PlanVisitHandler, Result>(
            DistrictReview.Officer, Desk.District, handler => handler.HandleAsync(new PlanVisit(id, new DateOnly(2026, 7, 6), "上午", "陈雨桐、田静"), Cancellation));
        await review.RunAsync<PlanVisitHandler, Result>(
            DistrictReview.Officer, Desk.District, handler => handler.HandleAsync(new PlanVisit(id, new DateOnly(2026, 7, 9), "下午", "陈雨桐、冉建国", Seen: 1), Cancellation));
        await review.RunAsync<PlanVisitHandler, Result>(
            DistrictReview.Officer, Desk.District, handler => handler.HandleAsync(new PlanVisit(id, new DateOnly(2026, 7, 9), "下午", "陈雨桐、冉建国", Seen: 2), Cancellation));
        Assert.Equal(2L, await CountAsync("select count(*) from process_event where kind = 'VisitPlanned'"));

        Assert.Equal(1L, await CountAsync("select count(*) from gf.earlier_state where of_table = 'site_visit' and state ->> 'planned_on' = '2026-07-06' and person is not null"));
        await using var owner = NpgsqlDataSource.Create(portal.OwnerConnectionString);
        await using var tamper = owner.CreateCommand("delete from gf.earlier_state");
        await Assert.ThrowsAsync<PostgresException>(() => tamper.ExecuteNonQueryAsync(Cancellation));
    }

    private async Task<DepartmentOpinionId> QuestionAsync() => (await review.SeenByAsync("ecology")).Single(row => row.Declaration == id).Id;

    private Task<Result> GiveAsync(GiveOpinion command) => review.RunAsync<GiveOpinionHandler, Result>(Ecology, Desk.Departments, handler => handler.HandleAsync(command, Cancellation));

    private async Task<long> CountAsync(string query)
    {
        await using var owner = NpgsqlDataSource.Create(portal.OwnerConnectionString);
        await using var command = owner.CreateCommand(query);
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
