using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Honours;
using GreenFactory.Application.Seeding;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace GreenFactory.Application.Tests.Honours;

/// <summary>A unit leaves the list by a process: proposal, hearing, decision of another person, signed announcement; and it comes back by another.</summary>
public sealed class RemovalTests
{
    private const string Listed = "重庆桐岭平板玻璃有限公司（演示）";
    private const string Signer = "signer@cement.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Proposed_by_the_district_heard_decided_by_the_lead_announced_barred_and_restored_by_two()
    {
        await using var database = await OpenAsync();
        var city = new CityCases(database.Services, Cancellation);
        var unit = await city.AsPublicAsync<PortalDbContext, GreenUnit>(db => db.GreenUnits.SingleAsync(row => row.Name == Listed, Cancellation));
        var id = (await ProposeAsync(city, DistrictReview.Lead, Desk.District, unit.Id)).Value;
        Assert.Equal(HonourErrors.RemovalProposed, (await ProposeAsync(city, CityCases.Officer, Desk.City, unit.Id)).Error);
        Assert.Empty(await OwnAsync(city));
        Assert.Equal(RemovalErrors.NotHeard, (await DecideAsync(city, id, true)).Error);
        Task<Result<RemovalProposalId>> TryAsync(RemovalGround? ground, string? detail) => city.AsAsync<ProposeRemovalHandler, Result<RemovalProposalId>>(
            CityCases.Officer, Desk.City, handler => handler.HandleAsync(new ProposeRemoval(unit.Id, ground, detail), Cancellation));
        Assert.Equal("removal.ground", (await TryAsync(null, "2025年度经两次提醒未开展自评价对标。")).Error.Code);
        Assert.Equal("removal.detail", (await TryAsync(RemovalGround.Fraud, " ")).Error.Code);

        foreach (var day in new[] { new DateOnly(2026, 7, 6), new DateOnly(2026, 9, 5) })
        {
            Assert.Equal(RemovalErrors.DayPassed, (await city.AsAsync<OpenHearingHandler, Result>(CityCases.Officer, Desk.City, handler => handler.HandleAsync(new OpenHearing(id, day), Cancellation))).Error);
        }

        Demand(await city.AsAsync<OpenHearingHandler, Result>(CityCases.Officer, Desk.City, handler => handler.HandleAsync(new OpenHearing(id, null), Cancellation)));
        var told = Assert.Single(await OwnAsync(city)).Proposal;
        Assert.Equal(ChinaTime.At(2026, 7, 21).ToUniversalTime(), told.AnswerUntil);
        Assert.Equal(RemovalErrors.HearingRuns, (await DecideAsync(city, id, true)).Error);
        Assert.Equal(RemovalErrors.LeadOnly, (await DecideAsync(city, id, true, CityCases.Officer)).Error);
        Assert.Equal("removal.answer", (await city.AsAsync<AnswerRemovalHandler, Result>(Signer, Desk.Apply, handler => handler.HandleAsync(new AnswerRemoval(id, " "), Cancellation))).Error.Code);
        using var paper = new MemoryStream(SmallPdf.Saying("answer"));
        Demand(await city.AsAsync<AnswerRemovalHandler, Result>(Signer, Desk.Apply, handler => handler.HandleAsync(new AnswerRemoval(id, "我单位三月起停产检修，现已恢复，请予核实。", paper, "说明.pdf"), Cancellation)));
        var page = (await city.AsAsync<RemovalListQuery, RemovalPage?>(CityCases.Officer, Desk.City, query => query.ReadAsync(id, Cancellation)))!;
        Assert.Contains("停产检修", page.Line.Proposal.Answer, StringComparison.Ordinal);
        Assert.True(Assert.Single(page.Papers).ByUnit);
        Assert.Equal(RemovalErrors.Answered, (await RecordAsync(city, id, "别人替它写的意见", "意见.pdf")).Error);
        Demand(await DecideAsync(city, id, true));
        Assert.Equal(RemovalErrors.Decided, (await DecideAsync(city, id, false)).Error);

        Assert.Equal("removal.announcement", (await TryAnnounceAsync(city, " ")).Error.Code);
        var announced = await AnnounceAsync(city, "关于移出绿色制造名录的公告");
        Assert.Equal(RemovalErrors.NothingToAnnounce, (await TryAnnounceAsync(city, "关于移出绿色制造名录的公告")).Error);
        var published = (await city.AsPublicAsync<PublicationQuery, PublicationPage?>(query => query.ReadAsync(announced, Cancellation)))!;
        Assert.True(published.Check.Holds);
        Assert.Contains("未按要求开展自评价对标", Assert.Single(published.Differences, difference => difference.RemovesListedUnit).Explanation, StringComparison.Ordinal);
        var verified = await city.AsPublicAsync<VerifyQuery, VerificationResult>(query => query.VerifyAsync(unit.CertificateNumber, Cancellation));
        Assert.Equal(GreenUnitState.Removed, verified.Unit!.State);
        Assert.Equal("关于移出绿色制造名录的公告", verified.AnnouncedRemoval?.Title);
        var standing = await StandingAsync(city);
        Assert.Null(standing.Listed);
        Assert.Contains("2029年7月6日起可以重新申报", standing.Refuses(DeclarationPurpose.NewEntry)!.Message, StringComparison.Ordinal);

        Task<Result<RemovalProposalId>> RestoreAsync(string reason) => city.AsAsync<ProposeRestorationHandler, Result<RemovalProposalId>>(
            CityCases.Officer, Desk.City, handler => handler.HandleAsync(new ProposeRestoration(id, reason), Cancellation));
        Assert.Equal("removal.reason", (await RestoreAsync(" ")).Error.Code);
        var restoration = await RestoreAsync("核实检修属实，移出依据不成立。");
        Demand(restoration.ToResult());
        Demand(await DecideAsync(city, restoration.Value, true));
        await database.MoveClockAsync(PortalDatabase.Start.AddDays(1), Cancellation);
        await AnnounceAsync(city, "关于恢复列入绿色制造名录的公告");
        Assert.NotNull((await StandingAsync(city)).Listed);
        var shown = (await city.AsPublicAsync<GreenUnitQuery, GreenUnitPage?>(query => query.ReadAsync(unit.Id, Cancellation)))!;
        Assert.Equal((GreenUnitState.Valid, RegisterProof.Earlier), (shown.Unit.State, shown.Checked.Proof));
        Assert.Equal([GreenUnitEventKind.Admitted, GreenUnitEventKind.Removed, GreenUnitEventKind.Restored], shown.Events.Select(happening => happening.Kind));
        Assert.Null((await city.AsPublicAsync<VerifyQuery, VerificationResult>(query => query.VerifyAsync(unit.CertificateNumber, Cancellation))).AnnouncedRemoval);
    }

    [Fact]
    public async Task A_unit_of_a_signed_list_is_shown_as_removed_and_then_as_listed_again_by_what_was_signed()
    {
        await using var database = await PortalDatabase.OpenAsync(Cancellation);
        var city = new CityCases(database.Services, Cancellation);
        var lists = new PublishedLists(city, to => database.MoveClockAsync(to, Cancellation), Cancellation);
        var unit = Assert.Single((await lists.PublishAsync("2026年度市级绿色工厂名单", await city.AssessAsync("重庆先列后移厂"))).Units);
        var id = (await ProposeAsync(city, CityCases.Officer, Desk.City, unit.GreenUnitId)).Value;
        Demand(await city.AsAsync<OpenHearingHandler, Result>(CityCases.Officer, Desk.City, handler => handler.HandleAsync(new OpenHearing(id, null), Cancellation)));
        Assert.Equal(RemovalErrors.AnswerWithoutPaper, (await RecordAsync(city, id, "我单位认为依据不足。", null)).Error);
        await database.MoveClockAsync(ChinaTime.At(2026, 11, 1, 9).ToUniversalTime(), Cancellation);

        // What was handed in on paper in time may be recorded afterwards, once, with the paper.
        Demand(await RecordAsync(city, id, "我单位认为依据不足。", "书面意见.pdf"));
        Assert.Equal(RemovalErrors.Answered, (await RecordAsync(city, id, "另一份意见。", "书面意见.pdf")).Error);
        var heard = (await city.AsAsync<RemovalListQuery, RemovalPage?>(CityCases.Officer, Desk.City, query => query.ReadAsync(id, Cancellation)))!;
        Assert.Equal(("我单位认为依据不足。", true), (heard.Line.Proposal.Answer, Assert.Single(heard.Papers).ByUnit));
        Assert.StartsWith("书面意见，", heard.Line.Proposal.AnsweredByName, StringComparison.Ordinal);
        Assert.Equal(RemovalErrors.AnswerOver, (await city.AsAsync<AnswerRemovalHandler, Result>(Signer, Desk.Apply, handler => handler.HandleAsync(new AnswerRemoval(id, "期满以后的意见"), Cancellation))).Error);
        Demand(await DecideAsync(city, id, true));
        await AnnounceAsync(city, "关于移出绿色制造名录的公告");
        var removed = await city.AsPublicAsync<VerifyQuery, VerificationResult>(query => query.VerifyAsync(unit.Row.CertificateNumber, Cancellation));
        Assert.True(removed.Holds, string.Join(' ', removed.Faults));
        Assert.Equal("关于移出绿色制造名录的公告", removed.Verification!.Removed?.Title);

        var restoration = await city.AsAsync<ProposeRestorationHandler, Result<RemovalProposalId>>(
            CityCases.Officer, Desk.City, handler => handler.HandleAsync(new ProposeRestoration(id, "移出依据经复核不成立。"), Cancellation));
        Demand(await DecideAsync(city, restoration.Value, true));
        await database.MoveClockAsync(ChinaTime.At(2026, 11, 3, 9).ToUniversalTime(), Cancellation);
        await AnnounceAsync(city, "关于恢复列入绿色制造名录的公告");
        var restored = await city.AsPublicAsync<VerifyQuery, VerificationResult>(query => query.VerifyAsync(unit.Row.CertificateNumber, Cancellation));
        Assert.True(restored.Holds, string.Join(' ', restored.Faults));
        Assert.Null(restored.Verification!.Removed);
        var shown = (await city.AsPublicAsync<GreenUnitQuery, GreenUnitPage?>(query => query.ReadAsync(unit.GreenUnitId, Cancellation)))!;
        Assert.Equal((GreenUnitState.Valid, RegisterProof.Signed), (shown.Unit.State, shown.Checked.Proof));
    }

    /// <summary>The city records what the unit handed in on paper.</summary>
    private static async Task<Result> RecordAsync(CityCases city, RemovalProposalId id, string answer, string? paperName)
    {
        using var paper = paperName is null ? null : new MemoryStream(SmallPdf.Saying("on paper"));
        return await city.AsAsync<AnswerRemovalHandler, Result>(CityCases.Officer, Desk.City, handler => handler.HandleAsync(new AnswerRemoval(id, answer, paper, paperName), Cancellation));
    }

    [Theory]
    [InlineData("update removal_proposal set state = 'Approved', decided_at = now(), decided_by = proposed_by", "own proposal")]
    [InlineData("update removal_proposal set detail = '别的事实'", "words")]
    [InlineData("update removal_proposal set state = 'Approved'", "undecided")]
    [InlineData("update removal_proposal set answer = '伪造的意见', answered_at = now()", "answer")]
    public async Task The_database_itself_refuses_what_the_process_forbids(string statement, string what)
    {
        await using var database = await OpenAsync();
        var city = new CityCases(database.Services, Cancellation);
        var unit = await city.AsPublicAsync<PortalDbContext, GreenUnitId>(db => db.GreenUnits.Where(row => row.Name == Listed).Select(row => row.Id).SingleAsync(Cancellation));
        Demand((await ProposeAsync(city, CityCases.Lead, Desk.City, unit)).ToResult());
        var refused = await Assert.ThrowsAsync<PostgresException>(() => city.AsAsync<PortalDbContext, int>(
            CityCases.Lead, Desk.City, db => db.Database.ExecuteSqlRawAsync(statement, Cancellation)));
        Assert.True(refused.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.CheckViolation, $"{what}: {refused.MessageText}");
    }

    [Fact]
    public async Task Nobody_decides_on_their_own_proposal_and_a_district_proposes_its_own_units_only()
    {
        await using var database = await OpenAsync();
        var city = new CityCases(database.Services, Cancellation);
        var units = await city.AsPublicAsync<PortalDbContext, List<GreenUnit>>(db => db.GreenUnits.ToListAsync(Cancellation));
        var id = (await ProposeAsync(city, CityCases.Lead, Desk.City, units.Single(unit => unit.Name == Listed).Id)).Value;
        Assert.Equal(RemovalErrors.OwnProposal, (await DecideAsync(city, id, false)).Error);
        var foreign = await ProposeAsync(city, DistrictReview.Lead, Desk.District, units.First(unit => unit.DistrictName == "璧山区" && unit.State is GreenUnitState.Valid).Id);
        Assert.False(foreign.Succeeded);
    }

    [Fact]
    public async Task A_proven_falsification_of_an_applicant_that_was_never_listed_bars_it_for_three_years()
    {
        await using var database = await PortalDatabase.OpenAsync(Cancellation);
        var city = new CityCases(database.Services, Cancellation);
        var id = await city.ReportAsync("重庆从未列入厂");
        var (number, organisation) = await city.AsAsync<PortalDbContext, (string, OrganisationId)>(
            CityCases.Officer, Desk.City, async db => await db.Declarations.Where(row => row.Id == id).Select(row => new ValueTuple<string, OrganisationId>(row.CaseNumber, row.OrganisationId)).SingleAsync(Cancellation));
        Task<Result> RecordAsync(Stream? paper, string facts = "检测报告的编号与出具单位的登记不符。", string? of = null) => city.AsAsync<RecordFalsificationHandler, Result>(
            CityCases.Lead, Desk.City, handler => handler.HandleAsync(new RecordFalsification(of ?? number, facts, paper, "复函.pdf"), Cancellation));
        using var unknown = new MemoryStream(SmallPdf.Saying("unknown"));
        Assert.Equal("falsification.facts", (await RecordAsync(unknown, " ")).Error.Code);
        Assert.Equal("falsification.case", (await RecordAsync(unknown, of: "没有的编号")).Error.Code);
        Assert.Equal("falsification.paper", (await RecordAsync(null)).Error.Code);
        using var proof = new MemoryStream(SmallPdf.Saying("proof"));
        Demand(await RecordAsync(proof));
        var finding = await city.AsAsync<PortalDbContext, FalsificationFindingId>(CityCases.Lead, Desk.City, db => db.FalsificationFindings.Select(row => row.Id).SingleAsync(Cancellation));
        Assert.Equal(RemovalErrors.OwnFinding, (await city.AsAsync<DecideFalsificationHandler, Result>(
            CityCases.Lead, Desk.City, handler => handler.HandleAsync(new DecideFalsification(finding, true, "出具单位书面证实。"), Cancellation))).Error);
        Assert.Null(await BarAsync(city, organisation));

        // A second lead is needed: the officer of the city becomes one.
        await ExecuteAsync(database, "update membership set role = 'CityLead' where role = 'CityOfficer' and person_name = '蒋明远'");
        Demand(await city.AsAsync<DecideFalsificationHandler, Result>(
            CityCases.Officer, Desk.City, handler => handler.HandleAsync(new DecideFalsification(finding, true, "出具单位书面证实。"), Cancellation)));
        var bar = await BarAsync(city, organisation);
        Assert.Contains("弄虚作假已查实", bar!.Ground, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2029, 7, 6), bar.Until);
    }

    private static async Task<ListBar?> BarAsync(CityCases city, OrganisationId organisation) =>
        (await city.AsAsync<RegisterStandingReader, RegisterStanding>(Signer, Desk.Apply, reader => reader.ReadAsync(organisation, PortalDatabase.Start, Cancellation))).Bar;

    private static async Task ExecuteAsync(PortalDatabase database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database.OwnerConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static async Task<PortalDatabase> OpenAsync()
    {
        var database = await PortalDatabase.OpenAsync(Cancellation);
        await using var source = NpgsqlDataSource.Create(database.OwnerConnectionString);
        await using var command = source.CreateCommand("update green_unit u set credit_code = o.credit_code from organisation o where o.name = $1 and u.name = $2");
        command.Parameters.Add(new NpgsqlParameter { Value = DemonstrationAccounts.CementWorks });
        command.Parameters.Add(new NpgsqlParameter { Value = Listed });
        Assert.Equal(1, await command.ExecuteNonQueryAsync(Cancellation));
        return database;
    }

    private static Task<Result<RemovalProposalId>> ProposeAsync(CityCases city, string email, Desk desk, GreenUnitId unit) => city.AsAsync<ProposeRemovalHandler, Result<RemovalProposalId>>(
        email, desk, handler => handler.HandleAsync(new ProposeRemoval(unit, RemovalGround.NoBenchmarking, "2025年度经两次提醒未开展自评价对标。"), Cancellation));

    private static Task<Result> DecideAsync(CityCases city, RemovalProposalId id, bool approve, string email = CityCases.Lead) =>
        city.AsAsync<DecideRemovalHandler, Result>(email, Desk.City, handler => handler.HandleAsync(new DecideRemoval(id, approve, "依据充分，程序完备。"), Cancellation));

    private static async Task<PublicationId> AnnounceAsync(CityCases city, string title)
    {
        var announced = await TryAnnounceAsync(city, title);
        Demand(announced.ToResult());
        return announced.Value;
    }

    private static Task<Result<PublicationId>> TryAnnounceAsync(CityCases city, string title) =>
        city.AsAsync<AnnounceRemovalsHandler, Result<PublicationId>>(CityCases.Lead, Desk.City, handler => handler.HandleAsync(new AnnounceRemovals(title, PublishedLists.NextNumber()), Cancellation));

    private static Task<IReadOnlyList<RemovalLine>> OwnAsync(CityCases city) => city.AsAsync<RemovalListQuery, IReadOnlyList<RemovalLine>>(Signer, Desk.Apply, query => query.ListAsync(false, 0, Cancellation));

    private static Task<RegisterStanding> StandingAsync(CityCases city) => city.AsAsync<RegisterStandingReader, RegisterStanding>(Signer, Desk.Apply, async reader =>
    {
        var own = await city.AsAsync<PortalDbContext, OrganisationId>(Signer, Desk.Apply, db => db.Organisations.Where(row => row.Name == DemonstrationAccounts.CementWorks).Select(row => row.Id).SingleAsync(Cancellation));
        return await reader.ReadAsync(own, PortalDatabase.Start, Cancellation);
    });

    private static void Demand(Result outcome) => Assert.True(outcome.Succeeded, outcome.Succeeded ? "" : outcome.Error.Message);
}
