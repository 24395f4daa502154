using GreenFactory.Application.Data;
using GreenFactory.Application.Outbox;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Application.RuleLibrary.DryRuns;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Scoring.Simulation;
using GreenFactory.Testing.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace GreenFactory.Application.Tests.RuleLibrary;

/// <summary>A version tried on the submissions of a campaign: what it would change, why, and that nothing else is written.</summary>
public sealed class DryRunTests
{
    private const string Author = "admin@city.example";
    private const string Clinker = "GB 16780-2021:熟料单位产品综合能耗";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stricter_limit_is_tried_on_frozen_submissions_step_by_step_and_writes_no_score()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        await SubmitAsync(portal, "重庆试算甲厂", "118450");
        await SubmitAsync(portal, "重庆试算乙厂", "115000");
        await SubmitAsync(portal, "重庆试算丙厂", "140000");
        var scores = await AsAdminAsync<PortalDbContext, int>(portal, db => db.FrozenScores.CountAsync(Cancellation));
        var draft = await DraftAsync(portal, "101");
        var choice = Assert.Single((await AsAdminAsync<DryRunChoicesQuery, DryRunChoices?>(portal, query => query.ReadAsync(draft, Cancellation)))!.Choices);
        Assert.Equal((true, 3), (choice.SameSet, choice.Count));

        var started = await StartAsync(portal, new StartDryRun(draft, choice.Campaign, choice.Base, DryRunLine.Places, "１"));
        Assert.True(started.Succeeded, started.Succeeded ? "" : started.Error.Message);
        Assert.Equal("dry_run.running", (await StartAsync(portal, new StartDryRun(draft, choice.Campaign, choice.Base, DryRunLine.None, null))).Error.Code);
        await SubmitAsync(portal, "重庆试算丁厂", "118450");
        Assert.Equal(0, (await FindAsync(portal, started.Value)).Run.Done);

        Assert.Equal(DryRunStep.Kind, (await WorkAsync(portal, DryRunStep.Kind))!.Kind);
        var halfway = await FindAsync(portal, started.Value);
        Assert.Equal((3, 3, DryRunState.Running), (halfway.Run.Done, halfway.Run.Total, halfway.Run.State));
        await WorkAsync(portal, DryRunEnd.Kind);

        var page = await FindAsync(portal, started.Value);
        var report = page.Report!.Summary;
        Assert.Equal(DryRunState.Finished, page.Run.State);
        Assert.True(page.SameContent);
        Assert.Equal(3, report.All.Count);
        Assert.Equal(EffectCause.Parameter, Assert.Single(report.Causes).Cause);
        Assert.Equal(report.All.SumAfter - report.All.SumBefore, report.Causes.Sum(cause => cause.Sum));
        Assert.Equal("energy_intensity", Assert.Single(report.Effects, effect => effect.Indicator.Length > 0).Indicator);
        Assert.Equal("能源消耗强度", page.Report.NameOf("energy_intensity"));
        var moves = await AsAdminAsync<DryRunQuery, List<DryRunMove>>(portal, query => query.ByRankAsync(started.Value, 0, 10, Cancellation));
        Assert.Equal([1, 2, 3], moves.Select(move => move.RankAfter));
        Assert.Equal("重庆试算乙厂", moves[0].Organisation);
        Assert.All(moves, move => Assert.Equal(move.Change, move.Effects.Sum(effect => effect.Change)));
        Assert.Equal("重庆试算甲厂", (await AsAdminAsync<DryRunQuery, IReadOnlyList<DryRunMove>>(portal, query => query.LargestAsync(started.Value, 1, Cancellation)))[0].Organisation);
        Assert.Empty(await AsAdminAsync<DryRunQuery, List<DryRunMove>>(portal, query => query.CrossingAsync(started.Value, 10, Cancellation)));
        Assert.Equal(scores + 1, await AsAdminAsync<PortalDbContext, int>(portal, db => db.FrozenScores.CountAsync(Cancellation)));
        Assert.Contains(await AsSystemAsync(portal, db => db.Outbox.Select(row => row.Payload).ToListAsync(Cancellation)), payload => payload.Contains("\"DryRun\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_draft_changed_meanwhile_and_a_frozen_score_that_does_not_replay_stop_the_run()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        await SubmitAsync(portal, "重庆试算甲厂", "118450");
        var draft = await DraftAsync(portal, "101");
        var choice = (await AsAdminAsync<DryRunChoicesQuery, DryRunChoices?>(portal, query => query.ReadAsync(draft, Cancellation)))!.Choices[0];
        var command = new StartDryRun(draft, choice.Campaign, choice.Base, DryRunLine.None, null);
        var first = (await StartAsync(portal, command)).Value;
        await SaveAsync(portal, draft, "102");
        await WorkAsync(portal, DryRunStep.Kind);
        var changed = await FindAsync(portal, first);
        Assert.Equal(DryRunState.Stopped, changed.Run.State);
        Assert.Contains("被修改", changed.Run.StoppedReason, StringComparison.Ordinal);

        await using var source = NpgsqlDataSource.Create(portal.OwnerConnectionString);
        await using var tamper = source.CreateCommand("alter table frozen_score disable trigger user; update frozen_score set total = total + 1; alter table frozen_score enable trigger user");
        await tamper.ExecuteNonQueryAsync(Cancellation);
        var second = (await StartAsync(portal, command)).Value;
        Assert.NotNull((await WorkAsync(portal, DryRunStep.Kind))!.LastError);
        Assert.Contains("不一致", (await FindAsync(portal, second)).Run.StoppedReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_line_another_kind_and_another_desk_are_refused()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        await SubmitAsync(portal, "重庆试算甲厂", "118450");
        var draft = await DraftAsync(portal, "101");
        var choice = (await AsAdminAsync<DryRunChoicesQuery, DryRunChoices?>(portal, query => query.ReadAsync(draft, Cancellation)))!.Choices[0];
        var command = new StartDryRun(draft, choice.Campaign, choice.Base, DryRunLine.None, null);
        var park = await AsAdminAsync<PortalDbContext, RuleSetVersionId>(portal, db => db.RuleSetVersions.Where(row => row.RuleSetId == SampleFacts.ParkRuleSet).Select(row => row.Id).FirstAsync(Cancellation));

        Assert.Equal("dry_run.line_points", (await StartAsync(portal, command with { LineKind = DryRunLine.Points, Line = "八十" })).Error.Code);
        Assert.Equal("dry_run.line_places", (await StartAsync(portal, command with { LineKind = DryRunLine.Places, Line = "2.5" })).Error.Code);
        Assert.Equal("dry_run.other_kind", (await StartAsync(portal, command with { Version = park })).Error.Code);
        Assert.Equal("dry_run.no_submissions", (await StartAsync(portal, command with { Base = draft })).Error.Code);
        await using var auditor = await portal.AsAsync("audit@city.example", Desk.Audit, Cancellation);
        Assert.Equal("process.not_allowed", (await auditor.ServiceProvider.GetRequiredService<StartDryRunHandler>().HandleAsync(command, Cancellation)).Error.Code);

        await using var source = NpgsqlDataSource.Create(portal.OwnerConnectionString);
        await using var mistake = source.CreateCommand($"update rule_set_version set document = regexp_replace(document, '\"formula\":\"', '\"formula\":\"nosuchname + ') where id = '{draft.Value}'");
        await mistake.ExecuteNonQueryAsync(Cancellation);
        Assert.Equal(DryRunErrors.HasMistakes, (await StartAsync(portal, command)).Error);
    }

    private static async Task SubmitAsync(PortalDatabase portal, string name, string energy) => await new CaseBuilder(portal.Services).ForNewOrganisation(name)
        .Declaring(SampleFacts.CementWorks.WithRows("energy_products", [new Dictionary<string, string> { ["product"] = Clinker, ["energy"] = energy, ["output"] = "1150000" }]))
        .SubmitAsync(Cancellation);

    /// <summary>A draft on the general set with another level 1 of clinker.</summary>
    private static async Task<RuleSetVersionId> DraftAsync(PortalDatabase portal, string level1)
    {
        var general = await AsAdminAsync<PortalDbContext, RuleSetVersionId>(portal, db => db.RuleSetVersions.Where(row => row.RuleSetId == "gbt36132-2025").Select(row => row.Id).SingleAsync(Cancellation));
        var draft = (await AsAdminAsync<DraftRuleSetHandler, Result<RuleSetVersionId>>(portal, handler => handler.HandleAsync(new DraftRuleSet(general, "1.4.0"), Cancellation))).Value;
        await SaveAsync(portal, draft, level1);
        return draft;
    }

    private static async Task SaveAsync(PortalDatabase portal, RuleSetVersionId draft, string level1)
    {
        var set = RuleSetDocuments.SetOf((await AsAdminAsync<RuleSetVersionQuery, RuleSetVersion?>(portal, query => query.FindAsync(draft, Cancellation)))!);
        var row = set.Parameters.Single(table => table.Code == "energy_limit").Rows.ToList().FindIndex(parameter => parameter.Key == Clinker);
        var saved = await AsAdminAsync<SaveDraftValuesHandler, Result<int>>(portal, handler => handler.HandleAsync(new SaveDraftValues(draft, [new DraftValue($"row:energy_limit:{row}:level1", level1)], null), Cancellation));
        Assert.Equal(1, saved.Value);
    }

    private static Task<Result<DryRunId>> StartAsync(PortalDatabase portal, StartDryRun command) =>
        AsAdminAsync<StartDryRunHandler, Result<DryRunId>>(portal, handler => handler.HandleAsync(command, Cancellation));

    private static async Task<DryRunPage> FindAsync(PortalDatabase portal, DryRunId id) =>
        (await AsAdminAsync<DryRunQuery, DryRunPage?>(portal, query => query.FindAsync(id, Cancellation)))!;

    /// <summary>Lets the background work until it has done one piece of a kind, each in a unit of work of its own as after a restart.</summary>
    private static async Task<OutboxMessage?> WorkAsync(PortalDatabase portal, string kind)
    {
        while (true)
        {
            await using var scope = PersonScope.OpenSystem(portal.Services);
            var message = await scope.ServiceProvider.GetRequiredService<NextOutboxMessageHandler>().HandleAsync(Cancellation);
            if (message is null || message.Kind == kind)
            {
                return message;
            }
        }
    }

    private static async Task<T> AsSystemAsync<T>(PortalDatabase portal, Func<PortalDbContext, Task<T>> run)
    {
        await using var scope = PersonScope.OpenSystem(portal.Services);
        return await run(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }

    private static async Task<TResult> AsAdminAsync<TUseCase, TResult>(PortalDatabase portal, Func<TUseCase, Task<TResult>> run)
        where TUseCase : notnull
    {
        await using var scope = await portal.AsAsync(Author, Desk.Admin, Cancellation);
        return await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }
}
