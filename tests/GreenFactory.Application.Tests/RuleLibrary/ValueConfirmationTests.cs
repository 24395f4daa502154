using GreenFactory.Application.Assessments;
using GreenFactory.Application.CaseFiles;
using GreenFactory.Application.Data;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Application.RuleLibrary.Values;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Scoring;
using GreenFactory.Scoring.CaseFiles;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace GreenFactory.Application.Tests.RuleLibrary;

/// <summary>Values are compared with the text of their standard by two administrators before they decide a preference; no score moves by it.</summary>
public sealed class ValueConfirmationTests
{
    private const string First = "admin@city.example";
    private const string Second = "admin2@city.example";
    private const string Benchmarks = "工业重点领域能效标杆水平和基准水平（2023年版），发改产业〔2023〕723号";
    private const string Clinker = "GB 16780-2021:熟料单位产品综合能耗";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_administrators_compare_a_whole_document_and_only_then_its_values_decide_while_scores_stay()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        var submitted = await new CaseBuilder(portal.Services).ForNewOrganisation("重庆核对测试水泥厂").SubmitAsync(Cancellation);
        var before = await ScoreOfAsync(portal, submitted);
        var version = before.Score.RuleSetVersionId;
        var page = (await RunAsync<ComparedValuesQuery, StandardPage?>(portal, First, query => query.StandardAsync(version, Benchmarks, Cancellation)))!;
        var rows = page.Lines.Select(line => line.Fingerprint).ToList();
        Assert.True(rows.Count > 40, $"{rows.Count}");
        Assert.Contains(page.Lines, line => line is { Numbers: "标杆水平 100、基准水平 117 kgce/t", IsOpen: true } && line.Label.Contains("熟料", StringComparison.Ordinal));
        Assert.Equal(PreferenceState.Undecided, await PreferAsync(portal, before, "100"));

        Assert.Equal(
            ["value_confirmation.rows", "value_confirmation.clause", "value_confirmation.page", "value_confirmation.scan"],
            (await CompareAsync(portal, version, [], " ", "", null)).Errors.Select(error => error.Code));
        Assert.Equal("value_confirmation.other_rows", (await CompareAsync(portal, version, [.. rows, new string('0', 64)], "附件", "第 2 页", SmallPdf.Saying("723"))).Error.Code);
        Assert.True((await CompareAsync(portal, version, rows, "附件", "第 2 页", SmallPdf.Saying("723"))).Succeeded);
        Assert.Equal("value_confirmation.other_rows", (await CompareAsync(portal, version, rows, "附件", "第 2 页", SmallPdf.Saying("again"))).Error.Code);
        var id = (await RunAsync<PortalDbContext, ValueConfirmation>(portal, First, db => db.ValueConfirmations.AsNoTracking().SingleAsync(Cancellation))).Id;
        Assert.Equal(PreferenceState.Undecided, await PreferAsync(portal, before, "100"));
        Assert.Equal("value_confirmation.second_person", (await ConfirmAsync(portal, First, id)).Error.Code);
        Assert.True((await ConfirmAsync(portal, Second, id)).Succeeded);
        Assert.Equal("value_confirmation.settled", (await ConfirmAsync(portal, Second, id)).Error.Code);

        Assert.Equal((PreferenceState.Met, PreferenceState.NotMet), (await PreferAsync(portal, before, "100"), await PreferAsync(portal, before, "100.0001")));
        var after = await ScoreOfAsync(portal, submitted);
        Assert.True(after.Intact);
        Assert.Equal(before.Score.ScoreSheet, after.Score.ScoreSheet);
        var file = await CaseFileAsync(portal, submitted);
        Assert.Contains("\"confirmations\":[{\"clause\":\"附件\",\"confirmedAt\":", file, StringComparison.Ordinal);
        Assert.Empty(CaseFileCheck.Read(file).Faults);
        var events = await RunAsync<PortalDbContext, List<string>>(portal, First, db => db.ProcessEvents.Where(row => row.Kind.StartsWith("Values")).OrderBy(row => row.Sequence).Select(row => row.Kind).ToListAsync(Cancellation));
        Assert.Equal(["ValuesCompared", "ValuesConfirmed"], events);

        Assert.Equal("rule_set.reason", (await WithdrawAsync(portal, id, "错")).Error.Code);
        Assert.True((await WithdrawAsync(portal, id, "扫描件不是该文件的附件")).Succeeded);
        Assert.Equal(PreferenceState.Undecided, await PreferAsync(portal, before, "100"));
        Assert.DoesNotContain("\"confirmations\"", await CaseFileAsync(portal, submitted), StringComparison.Ordinal);
        Assert.Equal("42501", await RefusalAsync(portal, "withdrawn_at = null, withdrawn_by = null", id));
    }

    [Theory]
    [InlineData("page = '第 9 页'")]
    [InlineData("scan_hash = repeat('0', 64)")]
    [InlineData("confirmed_by = compared_by, confirmed_by_name = 'x', confirmed_at = now()")]
    [InlineData("confirmed_by = gen_random_uuid(), confirmed_by_name = 'x', confirmed_at = now()")]
    public async Task The_database_itself_keeps_a_comparison_and_lets_nobody_confirm_for_another(string change)
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        var version = await RunAsync<PortalDbContext, RuleSetVersionId>(
            portal, First, db => db.RuleSetVersions.Where(row => row.RuleSetId == "gbt36132-2025").OrderByDescending(row => row.Version).Select(row => row.Id).FirstAsync(Cancellation));
        var row = (await RunAsync<ComparedValuesQuery, StandardPage?>(portal, First, query => query.StandardAsync(version, Benchmarks, Cancellation)))!.Lines[0];
        Assert.True((await CompareAsync(portal, version, [row.Fingerprint], "附件", "第 2 页", SmallPdf.Saying("723"))).Succeeded);
        var id = (await RunAsync<PortalDbContext, ValueConfirmation>(portal, First, db => db.ValueConfirmations.AsNoTracking().SingleAsync(Cancellation))).Id;

        Assert.Contains(await RefusalAsync(portal, change, id), (string[])["42501", "23514"]);
    }

    private static Task<Result> CompareAsync(PortalDatabase portal, RuleSetVersionId version, IReadOnlyList<string> rows, string clause, string page, byte[]? scan) => RunAsync<CompareValuesHandler, Result>(
        portal, First, handler => handler.HandleAsync(new CompareValues(version, Benchmarks, rows, clause, page, scan is null ? null : new MemoryStream(scan), "附件.pdf"), Cancellation));

    private static Task<Result> ConfirmAsync(PortalDatabase portal, string email, ValueConfirmationId id) =>
        RunAsync<ConfirmValuesHandler, Result>(portal, email, handler => handler.HandleAsync(new ConfirmValues(id), Cancellation));

    private static Task<Result> WithdrawAsync(PortalDatabase portal, ValueConfirmationId id, string reason) =>
        RunAsync<WithdrawValuesHandler, Result>(portal, Second, handler => handler.HandleAsync(new WithdrawValues(id, reason), Cancellation));

    private static async Task<PreferenceState> PreferAsync(PortalDatabase portal, ReplayedScore score, string kilogramsPerTonne)
    {
        var confirmed = await RunAsync<ConfirmedValuesReader, ConfirmedValues>(portal, First, reader => reader.ReadAsync(Cancellation));
        return score.RuleSet.Prefer(
            Facts.Empty.With("energy_limit_applies", "是").WithRows(
                "energy_products", [new Dictionary<string, string> { ["product"] = Clinker, ["energy"] = kilogramsPerTonne, ["output"] = "1000" }]), new DateOnly(2026, 7, 24), confirmed)!.State;
    }

    private static async Task<string> CaseFileAsync(PortalDatabase portal, DeclarationId id)
    {
        await using var scope = await portal.AsAsync("officer@fuling.example", Desk.District, Cancellation);
        return (await scope.ServiceProvider.GetRequiredService<CaseFileQuery>().ReadAsync(id, [ScoreParty.Declared], Cancellation))!.Text!;
    }

    private static async Task<ReplayedScore> ScoreOfAsync(PortalDatabase portal, DeclarationId id)
    {
        await using var scope = await portal.AsAsync("officer@fuling.example", Desk.District, Cancellation);
        return (await scope.ServiceProvider.GetRequiredService<FrozenScoreReader>().ReadLatestAsync(id, ScoreParty.Declared, Cancellation))!;
    }

    private static async Task<string> RefusalAsync(PortalDatabase portal, string change, ValueConfirmationId id)
    {
        await using var source = NpgsqlDataSource.Create(portal.OwnerConnectionString);
        await using var command = source.CreateCommand($"update value_confirmation set {change} where id = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = id.Value });
        return (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancellation))).SqlState;
    }

    private static async Task<TResult> RunAsync<TUseCase, TResult>(PortalDatabase portal, string email, Func<TUseCase, Task<TResult>> run)
        where TUseCase : notnull
    {
        await using var scope = await portal.AsAsync(email, Desk.Admin, Cancellation);
        return await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }
}
