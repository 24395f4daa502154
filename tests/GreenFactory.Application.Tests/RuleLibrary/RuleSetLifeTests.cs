using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Checking;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.Json;
using GreenFactory.Scoring.RuleSets;
using GreenFactory.Testing.Cases;
using GreenFactory.Testing.Workbooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace GreenFactory.Application.Tests.RuleLibrary;

/// <summary>The life of a rule-set version: what the library promises to those who are scored by it.</summary>
public sealed class RuleSetLifeTests
{
    private const string Author = "admin@city.example";
    private const string Second = "admin2@city.example";
    private const string Clinker = "GB 16780-2021:熟料单位产品综合能耗";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_changed_baseline_is_published_by_a_second_person_and_used_by_a_new_campaign_while_an_old_submission_keeps_its_score_to_the_last_digit()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        var submitted = await new CaseBuilder(portal.Services).ForNewOrganisation("重庆规则测试水泥厂").SubmitAsync(Cancellation);
        var before = await ScoreOfAsync(portal, submitted);
        await KeepsNumbersOfTheOldArithmeticAsync(portal, before);
        var general = await FindAsync(portal, "gbt36132-2025", "1.3.0");

        var draft = (await RunAsync<DraftRuleSetHandler, Result<RuleSetVersionId>>(portal, Author, handler => handler.HandleAsync(new DraftRuleSet(general.Id, "1.4.0"), Cancellation))).Value;
        Assert.Equal("rule_set.version_taken", (await RunAsync<DraftRuleSetHandler, Result<RuleSetVersionId>>(portal, Author, handler => handler.HandleAsync(new DraftRuleSet(general.Id, "1.4.0"), Cancellation))).Error.Code);
        Assert.Equal(1, (await SaveAsync(portal, draft, "１１４")).Value);
        Assert.Equal("rule_set.not_green", (await CheckAsync(portal, draft)).Error.Code);
        await AcceptAllAsync(portal, draft);
        Assert.True((await CheckAsync(portal, draft)).Succeeded);

        var seal = RuleSetDocuments.SealOf(await FindAsync(portal, "gbt36132-2025", "1.4.0"));
        Assert.Equal("rule_set.second_person", (await PublishAsync(portal, Author, draft, seal)).Error.Code);
        Assert.Equal("process.changed_meanwhile", (await PublishAsync(portal, Second, draft, RuleSetDocuments.SealOf(general))).Error.Code);
        Assert.True((await PublishAsync(portal, Second, draft, seal)).Succeeded);
        Assert.Equal("rule_set.not_a_draft", (await SaveAsync(portal, draft, "120")).Error.Code);

        Assert.Equal("campaign.rule_set_not_endorsed", (await SaveCampaignAsync(portal, null, draft)).Error.Code);
        Assert.Equal("rule_set.reason", (await EndorseAsync(portal, Author, draft, "好")).Error.Code);
        Assert.True((await EndorseAsync(portal, Author, draft, "已与标准原文逐条核对")).Succeeded);
        Assert.Equal("rule_set.already_endorsed", (await EndorseAsync(portal, Author, draft, "再确认一次，同一个人")).Error.Code);
        Assert.Equal("campaign.rule_set_not_endorsed", (await SaveCampaignAsync(portal, null, draft)).Error.Code);
        Assert.True((await EndorseAsync(portal, Second, draft, "已复核参数和权重")).Succeeded);
        var saved = await SaveCampaignAsync(portal, null, draft);
        Assert.True(saved.Succeeded, saved.Succeeded ? "" : saved.Error.Message);

        var after = await ScoreOfAsync(portal, submitted);
        Assert.True(after.Intact);
        Assert.Equal(before.Score.ScoreSheet, after.Score.ScoreSheet);
        Assert.Equal(before.Score.RuleSetHash, after.RuleSet.ContentHash);
        var published = CompiledRuleSet.Compile(RuleSetDocuments.SetOf(await FindAsync(portal, "gbt36132-2025", "1.4.0")));
        var rescored = published.Evaluate(before.Facts, before.Score.AsOf).Indicators.Single(row => row.Code == "energy_intensity");
        Assert.Equal(8m * 11m / 14m, rescored.ExactScore);
    }

    [Fact]
    public async Task A_version_that_calls_a_transcribed_benchmark_confirmed_says_so_and_still_decides_nothing()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        var general = await FindAsync(portal, "gbt36132-2025", "1.3.0");
        var draft = (await RunAsync<DraftRuleSetHandler, Result<RuleSetVersionId>>(portal, Author, handler => handler.HandleAsync(new DraftRuleSet(general.Id, "1.4.0"), Cancellation))).Value;
        var row = RuleSetDocuments.SetOf(general).Parameters.Single(table => table.Code == "energy_benchmark").Rows.ToList().FindIndex(parameter => parameter.Key == Clinker);

        Assert.Equal("rule_set.confirmation", (await TypeAsync(($"confirmation:energy_benchmark:{row}", "也许"))).Error.Code);
        Assert.Equal("rule_set.note", (await TypeAsync(($"note:energy_benchmark:{row}", new string('长', 501)))).Error.Code);
        Assert.Equal("rule_set.place", (await TypeAsync(("confirmation:energy_benchmark:9999", "Confirmed"))).Error.Code);
        Assert.Equal(0, (await TypeAsync(($"confirmation:energy_benchmark:{row}", "Unconfirmed"))).Value);
        Assert.Equal(2, (await TypeAsync(($"confirmation:energy_benchmark:{row}", "Confirmed"), ($"note:energy_benchmark:{row}", "已与原文第 15 项逐字核对"))).Value);
        Assert.True((await CheckAsync(portal, draft)).Succeeded);

        var (before, after) = (RuleSetDocuments.SetOf(general), RuleSetDocuments.SetOf(await FindAsync(portal, "gbt36132-2025", "1.4.0")));
        Assert.Equal((PreferenceState.Undecided, PreferenceState.Undecided), (Prefer(before, 100), Prefer(before, 101)));
        Assert.Equal((PreferenceState.Undecided, PreferenceState.Undecided), (Prefer(after, 100), Prefer(after, 101)));
        Assert.Contains(RuleSetDiff.Compare(before, after), change => change is { Field: "核对情况", Before: "待核", After: "已核" });

        Task<Result<int>> TypeAsync(params (string Place, string Typed)[] values) => RunAsync<SaveDraftValuesHandler, Result<int>>(
            portal, Author, handler => handler.HandleAsync(new SaveDraftValues(draft, [.. values.Select(value => new DraftValue(value.Place, value.Typed))], null), Cancellation));

        static PreferenceState Prefer(RuleSet set, int kilogramsPerTonne) => CompiledRuleSet.Compile(set).Prefer(
            Facts.Empty.With("energy_limit_applies", "是").WithRows(
                "energy_products", [new Dictionary<string, string> { ["product"] = Clinker, ["energy"] = $"{kilogramsPerTonne}", ["output"] = "1000" }]), new DateOnly(2026, 7, 24), ConfirmedValues.None)!.State;
    }

    [Fact]
    public async Task The_database_itself_keeps_what_is_published_and_lets_nobody_publish_what_they_wrote()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        var general = await FindAsync(portal, "gbt36132-2025", "1.3.0");
        foreach (var change in (string[])["document = document || ' '", "content_hash = ''", "golden_cases = '[]'", "provenance = 'official'", "industry_codes = array['0001']", "title = 'x'", "kind = 'Park'",
            "version = '9.9.9'", "published_at = now()", "author_ids = array[gen_random_uuid()]", "state = 'Draft'", "state = 'Checked'"])
        {
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(portal, change, general.Id));
        }

        var draft = (await RunAsync<DraftRuleSetHandler, Result<RuleSetVersionId>>(portal, Author, handler => handler.HandleAsync(new DraftRuleSet(general.Id, "1.4.0"), Cancellation))).Value;
        const string byStranger = "published_by = gen_random_uuid(), published_by_name = '他人', published_at = now()";
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(portal, $"state = 'Published', {byStranger}", draft));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(portal, "author_ids = '{}', drafted_by = null", draft));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(portal, "state = 'Checked', document = document || ' '", draft));
        Assert.True((await CheckAsync(portal, draft)).Succeeded);
        Assert.Equal(PostgresErrorCodes.CheckViolation, await RefusalAsync(portal, "state = 'Published'", draft));
        Assert.Equal(PostgresErrorCodes.CheckViolation, await RefusalAsync(portal, "state = 'Published', published_by = drafted_by", draft));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(portal, $"state = 'Published', document = document || ' ', {byStranger}", draft));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(portal, "state = 'Retired'", draft));
    }

    [Fact]
    public async Task Whoever_ever_wrote_on_a_version_never_publishes_it()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        var general = await FindAsync(portal, "gbt36132-2025", "1.3.0");
        var draft = (await RunAsync<DraftRuleSetHandler, Result<RuleSetVersionId>>(portal, Author, handler => handler.HandleAsync(new DraftRuleSet(general.Id, "1.4.0"), Cancellation))).Value;
        Assert.True((await RunAsync<SaveGoldenCasesHandler, Result>(portal, Second, handler => handler.HandleAsync(new ReplaceGoldenCases(draft, general.GoldenCases), Cancellation))).Succeeded);
        Assert.True((await CheckAsync(portal, draft)).Succeeded);
        var seal = RuleSetDocuments.SealOf(await FindAsync(portal, "gbt36132-2025", "1.4.0"));
        Assert.Equal("rule_set.second_person", (await PublishAsync(portal, Author, draft, seal)).Error.Code);
        Assert.Equal("rule_set.second_person", (await PublishAsync(portal, Second, draft, seal)).Error.Code);
        Assert.True((await RunAsync<DiscardDraftHandler, Result>(portal, Author, handler => handler.HandleAsync(draft, Cancellation))).Succeeded);
        Assert.Equal("rule_set.not_discardable", (await RunAsync<DiscardDraftHandler, Result>(portal, Author, handler => handler.HandleAsync(general.Id, Cancellation))).Error.Code);
    }

    [Fact]
    public async Task A_retired_version_stays_with_its_campaign_and_no_other_campaign_takes_it()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        var general = await FindAsync(portal, "gbt36132-2025", "1.3.0");
        var cement = await FindAsync(portal, "industry-24-cement", "1.3.0");
        foreach (var set in (RuleSetVersion[])[general, cement])
        {
            Assert.True((await EndorseAsync(portal, Author, set.Id, "已与标准原文核对")).Succeeded);
            Assert.True((await EndorseAsync(portal, Second, set.Id, "已复核参数和权重")).Succeeded);
        }

        Assert.True((await SaveCampaignAsync(portal, null, general.Id, cement.Id)).Succeeded);
        var campaign = (await RunAsync<CampaignsQuery, IReadOnlyList<CampaignLine>>(portal, Author, query => query.ReadAsync(Cancellation))).Single(row => row.Year == 2027);
        Assert.True((await RunAsync<RetireRuleSetHandler, Result>(portal, Author, handler => handler.HandleAsync(new RetireRuleSet(general.Id, "被修订版代替"), Cancellation))).Succeeded);

        var offered = await RunAsync<CampaignsQuery, IReadOnlyList<PinnableRuleSet>>(portal, Author, query => query.RuleSetsAsync(campaign.Id, Cancellation));
        Assert.Contains(offered, set => set.Id == general.Id);
        Assert.True((await SaveCampaignAsync(portal, campaign.Id, general.Id, cement.Id)).Succeeded);
        campaign = (await RunAsync<CampaignsQuery, IReadOnlyList<CampaignLine>>(portal, Author, query => query.ReadAsync(Cancellation))).Single(row => row.Year == 2027);
        Assert.Equal(2, campaign.RuleSets.Count);
        Assert.True((await SaveCampaignAsync(portal, campaign.Id, cement.Id)).Succeeded);
        Assert.Equal("campaign.rule_set_not_published", (await SaveCampaignAsync(portal, campaign.Id, general.Id, cement.Id)).Error.Code);
        Assert.Equal("campaign.rule_set_unknown", (await SaveCampaignAsync(portal, campaign.Id, cement.Id, new RuleSetVersionId(Guid.NewGuid()))).Error.Code);
    }

    [Fact]
    public async Task An_imported_document_with_a_mistake_is_refused_at_its_place_and_kept_as_a_draft_once_it_is_right()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        var set = RuleSetDocuments.SetOf(await FindAsync(portal, "industry-24-cement", "1.3.0")) with { Version = "1.1.1" };
        var right = RuleSetWriter.WriteReadable(set);
        var wrong = RuleSetWriter.WriteReadable(set with { Indicators = [set.Indicators[0] with { Weight = 9 }, .. set.Indicators.Skip(1)] }).Replace("\"lacks\"", "\"lack\"", StringComparison.Ordinal);

        var refused = await RunAsync<ImportRuleSetHandler, RuleSetImportReport>(portal, Author, handler => handler.DryRunAsync(wrong, Cancellation));
        Assert.False(refused.CanBeKept);
        var misspelt = Assert.Single(refused.Problems, problem => problem.Path.Contains("lack", StringComparison.Ordinal));
        Assert.True(misspelt.Line > 0);
        Assert.False((await RunAsync<ImportRuleSetHandler, Result<RuleSetVersionId>>(portal, Author, handler => handler.KeepAsync(wrong, Cancellation))).Succeeded);

        var report = await RunAsync<ImportRuleSetHandler, RuleSetImportReport>(portal, Author, handler => handler.DryRunAsync(right, Cancellation));
        Assert.True(report.CanBeKept, string.Join('\n', report.Problems.Select(problem => problem.Message)));
        Assert.Equal("version", Assert.Single(report.Changes).Code is { Length: > 0 } ? "version" : "");
        var kept = await RunAsync<ImportRuleSetHandler, Result<RuleSetVersionId>>(portal, Author, handler => handler.KeepAsync(right, Cancellation));
        Assert.True(kept.Succeeded);
        Assert.True((await CheckAsync(portal, kept.Value)).Succeeded);
    }

    [Fact]
    public async Task A_workbook_is_kept_with_the_cases_it_brings_and_a_wrong_one_comes_back_marked()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        var stored = await FindAsync(portal, "industry-24-cement", "1.3.0");
        var workbook = (await RunAsync<ExportRuleSetHandler, Result<byte[]>>(portal, Author, handler => handler.HandleAsync(stored.Id, Cancellation))).Value;

        var same = await DryRunAsync(portal, workbook, "水泥.xlsx");
        Assert.Equal((stored.ContentHash, false), (same.ContentHash, same.CanBeKept));
        Assert.Contains(same.Problems, problem => problem.Code == "version.taken" && problem.Path.StartsWith("说明!C", StringComparison.Ordinal));
        Assert.NotNull(same.MarkedCopy);
        Assert.Empty(same.CaseChanges);

        using var edit = new WorkbookEdit(workbook);
        edit.Type("说明", edit.At("说明", "value", edit.RowOf("说明", "code", "version")), "1.1.1").Type("用例", edit.At("用例", "note", 3), "手算一遍");
        var report = await DryRunAsync(portal, edit.Save(), "水泥.XLSX");
        Assert.True(report.CanBeKept, string.Join('\n', report.Problems.Select(problem => problem.Message)));
        Assert.StartsWith("改动用例“", Assert.Single(report.CaseChanges), StringComparison.Ordinal);
        var kept = await RunAsync<ImportRuleSetHandler, Result<RuleSetVersionId>>(portal, Author, handler => handler.KeepAsync(report.Document, report.GoldenCases, Cancellation));
        Assert.Equal(CanonicalJson.Canonicalise(report.GoldenCases), CanonicalJson.Canonicalise((await FindAsync(portal, "industry-24-cement", "1.1.1")).GoldenCases));
        Assert.True((await CheckAsync(portal, kept.Value)).Succeeded);
        Assert.False((await RunAsync<ImportRuleSetHandler, Result<RuleSetVersionId>>(portal, Author, handler => handler.KeepAsync(report.Document.Replace("1.1.1", "1.0.2", StringComparison.Ordinal), "{}", Cancellation))).Succeeded);

        Assert.Contains("UTF-8", Assert.Single((await DryRunAsync(portal, [0xFF, 0xFE, 0x00], "规则集.json")).Problems).Message, StringComparison.Ordinal);
        Assert.Contains("宏", Assert.Single((await DryRunAsync(portal, workbook, "水泥.xlsm")).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_administrators_change_the_library()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        var general = await FindAsync(portal, "gbt36132-2025", "1.3.0");
        await using var auditor = await portal.AsAsync("audit@city.example", Desk.Audit, Cancellation);
        var asAuditor = await auditor.ServiceProvider.GetRequiredService<DraftRuleSetHandler>().HandleAsync(new DraftRuleSet(general.Id, "1.4.0"), Cancellation);
        Assert.Equal("process.not_allowed", asAuditor.Error.Code);
        await using var officer = await portal.AsAsync("lead@city.example", Desk.City, Cancellation);
        var asOfficer = await officer.ServiceProvider.GetRequiredService<DraftRuleSetHandler>().HandleAsync(new DraftRuleSet(general.Id, "1.4.0"), Cancellation);
        Assert.Equal("process.not_allowed", asOfficer.Error.Code);
    }

    private static async Task AcceptAllAsync(PortalDatabase portal, RuleSetVersionId draft)
    {
        var row = await RunAsync<RuleSetVersionQuery, RuleSetVersion?>(portal, Author, query => query.FindAsync(draft, Cancellation));
        foreach (var run in RuleSetDocuments.Check(RuleSetDocuments.SetOf(row!), row!.GoldenCases).Runs.Where(run => run.Differences.Count > 0))
        {
            row = await RunAsync<RuleSetVersionQuery, RuleSetVersion?>(portal, Author, query => query.FindAsync(draft, Cancellation));
            var accepted = await RunAsync<SaveGoldenCasesHandler, Result>(portal, Author, handler => handler.HandleAsync(new AcceptGoldenCase(draft, run.Position, RuleSetDocuments.SealOf(row!), "按新的基准值手工核算"), Cancellation));
            Assert.True(accepted.Succeeded, accepted.Succeeded ? "" : accepted.Error.Message);
        }
    }

    /// <summary>Changes the baseline of clinker, level 2 of GB 16780-2021, from 107.</summary>
    private static async Task<Result<int>> SaveAsync(PortalDatabase portal, RuleSetVersionId draft, string typed)
    {
        var set = RuleSetDocuments.SetOf((await RunAsync<RuleSetVersionQuery, RuleSetVersion?>(portal, Author, query => query.FindAsync(draft, Cancellation)))!);
        var row = set.Parameters.Single(table => table.Code == "energy_limit").Rows.ToList().FindIndex(parameter => parameter.Key == Clinker);
        return await RunAsync<SaveDraftValuesHandler, Result<int>>(
            portal, Author, handler => handler.HandleAsync(new SaveDraftValues(draft, [new DraftValue($"row:energy_limit:{row}:level2", typed)], null), Cancellation));
    }

    private static Task<Result> EndorseAsync(PortalDatabase portal, string email, RuleSetVersionId id, string reason) =>
        RunAsync<EndorseRuleSetHandler, Result>(portal, email, handler => handler.HandleAsync(new EndorseRuleSet(id, reason), Cancellation));

    private static async Task<Result> SaveCampaignAsync(PortalDatabase portal, CampaignId? id, params RuleSetVersionId[] sets)
    {
        var seen = id is null ? null : await RunAsync<CampaignsQuery, uint?>(portal, Author, async query => (await query.ReadAsync(Cancellation)).Single(row => row.Id == id).Seen);
        return await RunAsync<SaveCampaignHandler, Result>(portal, Author, handler => handler.HandleAsync(
            new SaveCampaign(
                id?.Value, 2027, 2026, "2027年度绿色工厂申报", "测试", ChinaTime.At(2027, 6, 1, 9).ToUniversalTime(), ChinaTime.At(2027, 7, 24, 9).ToUniversalTime(), 5, [.. sets.Select(set => set.Value)])
            {
                Seen = seen,
            },
            Cancellation));
    }

    /// <summary>The state by which the database refuses a change of one version, written by the owner past all code.</summary>
    private static async Task<string> RefusalAsync(PortalDatabase portal, string change, RuleSetVersionId id)
    {
        await using var source = NpgsqlDataSource.Create(portal.OwnerConnectionString);
        await using var command = source.CreateCommand($"update rule_set_version set {change} where id = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = id.Value });
        return (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancellation))).SqlState;
    }

    private static Task<RuleSetImportReport> DryRunAsync(PortalDatabase portal, byte[] content, string name) =>
        RunAsync<ImportRuleSetHandler, RuleSetImportReport>(portal, Author, handler => handler.DryRunAsync(content, name, Cancellation));

    private static Task<Result> CheckAsync(PortalDatabase portal, RuleSetVersionId id) => RunAsync<CheckRuleSetHandler, Result>(portal, Author, handler => handler.HandleAsync(id, Cancellation));

    private static Task<Result> PublishAsync(PortalDatabase portal, string email, RuleSetVersionId id, string seal) =>
        RunAsync<PublishRuleSetHandler, Result>(portal, email, handler => handler.HandleAsync(new PublishRuleSet(id, seal), Cancellation));

    private static Task<RuleSetVersion> FindAsync(PortalDatabase portal, string id, string version) =>
        RunAsync<PortalDbContext, RuleSetVersion>(portal, Author, db => db.RuleSetVersions.AsNoTracking().SingleAsync(row => row.RuleSetId == id && row.Version == version, Cancellation));

    /// <summary>A score that was frozen when every step was rounded is still what it was, for whoever replays it; one digit more or less is not.</summary>
    private static async Task KeepsNumbersOfTheOldArithmeticAsync(PortalDatabase portal, ReplayedScore now)
    {
        await using var scope = await portal.AsAsync("officer@fuling.example", Desk.District, Cancellation);
        var declaration = await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Declarations.SingleAsync(row => row.Id == now.Score.DeclarationId, Cancellation);
        var facts = now.Facts.With("footprint_categories", "1").With("product_categories", "48");
        var (sheet, exact) = (now.RuleSet.Evaluate(facts, now.Score.AsOf, arithmetic: ScoreArithmetic.Decimal), now.RuleSet.Evaluate(facts, now.Score.AsOf));
        Assert.Equal(exact.Total - 0.01m, sheet.Total);
        FrozenScore Frozen(decimal total) => FrozenScore.Create(
            new FrozenScoreId(Guid.CreateVersion7()), declaration, ScoreParty.Declared, 9, now.Score.RuleSetVersionId, now.Score.RuleSetHash, FactsJson.Write(facts),
            ScoreSheetJson.Write(sheet), total, now.Score.AsOf, now.Score.FrozenAt);
        var (reader, integrity) = (scope.ServiceProvider.GetRequiredService<FrozenScoreReader>(), scope.ServiceProvider.GetRequiredService<ScoreIntegrity>());
        foreach (var (score, holds) in new[] { (Frozen(sheet.Total), true), (Frozen(exact.Total), false) })
        {
            var replayed = await reader.ReplayAsync(score, Cancellation);
            Assert.Equal((holds, sheet.Total), (replayed.Intact, replayed.Sheet.Total));
            Assert.Equal(holds, integrity.Holds(now.RuleSet, new FrozenTotal(score.Id, score.Total, score.RuleSetHash, score.Facts, score.AsOf, score.ContentHash), "GF-1"));
        }
    }

    private static async Task<ReplayedScore> ScoreOfAsync(PortalDatabase portal, DeclarationId id)
    {
        await using var scope = await portal.AsAsync("officer@fuling.example", Desk.District, Cancellation);
        return (await scope.ServiceProvider.GetRequiredService<FrozenScoreReader>().ReadLatestAsync(id, ScoreParty.Declared, Cancellation))!;
    }

    private static async Task<TResult> RunAsync<TUseCase, TResult>(PortalDatabase portal, string email, Func<TUseCase, Task<TResult>> run)
        where TUseCase : notnull
    {
        await using var scope = await portal.AsAsync(email, Desk.Admin, Cancellation);
        return await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }
}
