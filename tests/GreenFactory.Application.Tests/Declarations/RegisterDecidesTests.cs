using GreenFactory.Application.Access;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Honours;
using GreenFactory.Application.Seeding;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Testing.Cases;
using Npgsql;
using Xunit;

namespace GreenFactory.Application.Tests.Declarations;

/// <summary>What an organisation may begin is decided by the register, when it begins and again when it submits.</summary>
public sealed class RegisterDecidesTests
{
    private const string Signer = "signer@cement.example";
    private const string Valid = "重庆桐岭平板玻璃有限公司（演示）";
    private const string Warned = "重庆长渡钛业有限公司（演示）";
    private const string Removed = "重庆澄岚生物饲料有限公司（演示）";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Valid, "市级绿色工厂（2023年列入，证书编号 2023-F-9001）")]
    [InlineData(Warned, "国家级绿色工厂（2019年列入，证书编号 2019-F-9003）")]
    public async Task A_unit_on_the_list_benchmarks_and_does_not_enter_anew(string listed, string ground)
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        await RegisterAsync(portal, listed);
        var unit = await UnitAsync(portal);
        Assert.Equal([DeclarationPurpose.Benchmark], unit.Purposes);

        var refused = await BeginAsync(portal, unit.Id, DeclarationPurpose.NewEntry);
        Assert.Equal("register.already_listed", refused.Error.Code);
        Assert.Contains(ground, refused.Error.Message, StringComparison.Ordinal);
        Assert.Contains("自评价对标", refused.Error.Message, StringComparison.Ordinal);
        Assert.True((await BeginAsync(portal, unit.Id, DeclarationPurpose.Benchmark)).Succeeded);
    }

    [Fact]
    public async Task A_unit_that_never_was_on_the_list_enters_anew_and_does_not_benchmark()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        var unit = await UnitAsync(portal);
        Assert.Equal([DeclarationPurpose.NewEntry], unit.Purposes);
        Assert.Equal("register.not_listed", (await BeginAsync(portal, unit.Id, DeclarationPurpose.Benchmark)).Error.Code);
        Assert.True((await BeginAsync(portal, unit.Id, DeclarationPurpose.NewEntry)).Succeeded);
    }

    [Fact]
    public async Task A_removed_unit_is_told_ground_and_date_for_three_years()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        await RegisterAsync(portal, Removed);
        var unit = await UnitAsync(portal);
        Assert.Empty(unit.Purposes);
        foreach (var purpose in Enum.GetValues<DeclarationPurpose>())
        {
            var refused = await BeginAsync(portal, unit.Id, purpose);
            Assert.Equal("register.barred", refused.Error.Code);
            Assert.Contains(HonourWords.Of(RemovalGround.NoBenchmarking), refused.Error.Message, StringComparison.Ordinal);
            Assert.Contains("2025年12月18日", refused.Error.Message, StringComparison.Ordinal);
            Assert.Contains("2028年12月18日", refused.Error.Message, StringComparison.Ordinal);
        }

        var lastDay = await StandingAsync(portal, unit.Id, ChinaTime.At(2028, 12, 17, 23, 59));
        Assert.Equal("register.barred", lastDay.Refuses(DeclarationPurpose.NewEntry)?.Code);
        var over = await StandingAsync(portal, unit.Id, ChinaTime.At(2028, 12, 18));
        Assert.Null(over.Refuses(DeclarationPurpose.NewEntry));
        Assert.Equal("register.not_listed", over.Refuses(DeclarationPurpose.Benchmark)?.Code);
    }

    [Fact]
    public async Task A_unit_whose_case_ended_on_an_upheld_objection_is_told_ground_and_date_for_three_years()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        var id = await new CaseBuilder(portal.Services).SubmitAsync(Cancellation);
        await ExecuteAsync(portal, $"alter table declaration disable trigger user; update declaration set state = 'Disqualified', state_since = '2026-08-20' where id = '{id.Value}'; alter table declaration enable trigger user");
        await SecondYear.AddAsync(portal.OwnerConnectionString, Cancellation);
        await portal.MoveClockAsync(SecondYear.Start, Cancellation);
        var unit = await UnitAsync(portal);
        Assert.Empty(unit.Purposes);
        var refused = await BeginAsync(portal, unit.Id, DeclarationPurpose.NewEntry);
        Assert.Equal("register.barred", refused.Error.Code);
        Assert.All(["公示异议经核查成立", "2026年8月20日", "2029年8月20日"], words => Assert.Contains(words, refused.Error.Message, StringComparison.Ordinal));
        Assert.Null((await StandingAsync(portal, unit.Id, ChinaTime.At(2029, 8, 20))).Refuses(DeclarationPurpose.NewEntry));
    }

    [Fact]
    public async Task What_the_register_holds_at_submission_counts_and_a_withdrawn_case_does_not_use_up_the_year()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        var unit = await UnitAsync(portal);
        var anew = (await BeginAsync(portal, unit.Id, DeclarationPurpose.NewEntry)).Value;
        await RegisterAsync(portal, Valid);

        var submitted = await AsAsync<SubmitDeclarationHandler, Result<SubmissionMade>>(
            portal, async handler => await handler.HandleAsync(new SubmitDeclaration(anew, Guid.CreateVersion7(), true, await NameAsync(portal)), Cancellation));
        Assert.Equal("register.already_listed", submitted.Error.Code);
        Assert.Equal("apply.already_begun", (await BeginAsync(portal, unit.Id, DeclarationPurpose.Benchmark)).Error.Code);

        Assert.True((await AsAsync<WithdrawDeclarationHandler, Result>(portal, handler => handler.HandleAsync(new WithdrawDeclaration(anew, ""), Cancellation))).Succeeded);
        Assert.True((await UnitAsync(portal)).MayBegin);
        Assert.True((await BeginAsync(portal, unit.Id, DeclarationPurpose.Benchmark)).Succeeded);
        Assert.Equal("apply.already_begun", (await AsAsync<ReviveDeclarationHandler, Result>(portal, handler => handler.HandleAsync(anew, Cancellation))).Error.Code);
    }

    [Fact]
    public async Task New_entry_and_benchmarking_are_changed_into_one_another_until_the_case_is_submitted()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        var unit = await UnitAsync(portal);
        var begun = (await BeginAsync(portal, unit.Id, DeclarationPurpose.NewEntry)).Value;
        Assert.Equal("register.not_listed", (await ChangeAsync(portal, begun, DeclarationPurpose.Benchmark)).Error.Code);
        await RegisterAsync(portal, Valid);
        Assert.True((await ChangeAsync(portal, begun, DeclarationPurpose.Benchmark)).Succeeded);
        Assert.Equal(DeclarationPurpose.Benchmark, Assert.Single((await UnitAsync(portal)).Cases).Purpose);
        Assert.Equal("register.already_listed", (await ChangeAsync(portal, begun, DeclarationPurpose.NewEntry)).Error.Code);

        await using var other = await PortalDatabase.OpenAsync(Cancellation);
        var submitted = await new CaseBuilder(other.Services).SubmitAsync(Cancellation);
        await RegisterAsync(other, Valid);
        Assert.Equal("case.purpose_fixed", (await ChangeAsync(other, submitted, DeclarationPurpose.Benchmark)).Error.Code);
    }

    private static Task<Result> ChangeAsync(PortalDatabase portal, DeclarationId id, DeclarationPurpose purpose) =>
        AsAsync<ChangePurposeHandler, Result>(portal, handler => handler.HandleAsync(new ChangePurpose(id, purpose), Cancellation));

    private static async Task RegisterAsync(PortalDatabase portal, string unit)
    {
        await using var source = NpgsqlDataSource.Create(portal.OwnerConnectionString);
        await using var command = source.CreateCommand(
            "update green_unit u set credit_code = o.credit_code from organisation o where o.municipality_id = u.municipality_id and o.name = $1 and u.name = $2");
        command.Parameters.Add(new NpgsqlParameter { Value = DemonstrationAccounts.CementWorks });
        command.Parameters.Add(new NpgsqlParameter { Value = unit });
        Assert.Equal(1, await command.ExecuteNonQueryAsync(Cancellation));
    }

    private static async Task ExecuteAsync(PortalDatabase portal, string sql)
    {
        await using var source = NpgsqlDataSource.Create(portal.OwnerConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static async Task<ApplicantUnit> UnitAsync(PortalDatabase portal) =>
        (await AsAsync<ApplicantHomeQuery, ApplicantHome>(portal, query => query.ReadAsync(null, Cancellation))).Units.Single(row => row.Name == DemonstrationAccounts.CementWorks);

    private static Task<Result<DeclarationId>> BeginAsync(PortalDatabase portal, OrganisationId unit, DeclarationPurpose purpose) =>
        AsAsync<BeginDeclarationHandler, Result<DeclarationId>>(portal, handler => handler.HandleAsync(new BeginDeclaration(unit, purpose), Cancellation));

    private static Task<RegisterStanding> StandingAsync(PortalDatabase portal, OrganisationId unit, DateTimeOffset at) =>
        AsAsync<RegisterStandingReader, RegisterStanding>(portal, reader => reader.ReadAsync(unit, at, Cancellation));

    private static Task<string> NameAsync(PortalDatabase portal) =>
        AsAsync<CurrentAccess, string>(portal, access => Task.FromResult(access.Scope.PersonName));

    private static Task<T> AsAsync<TUseCase, T>(PortalDatabase portal, Func<TUseCase, Task<T>> run)
        where TUseCase : notnull => new CityCases(portal.Services, Cancellation).AsAsync(Signer, Desk.Apply, run);
}
