using GreenFactory.Application.Assessments;
using GreenFactory.Domain.Users;
using GreenFactory.Testing.Cases;
using Npgsql;
using Xunit;

namespace GreenFactory.Application.Tests.Assessments;

/// <summary>A score that was typed into the table does not stand in the ranking.</summary>
public sealed class RankingIntegrityTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("update frozen_score set total = 99.99")]
    [InlineData("update frozen_score set total = 99.99, score_sheet = regexp_replace(score_sheet, '\"total\":\"[^\"]*\"', '\"total\":\"99.99\"'), content_hash = repeat('a', 64)")]
    [InlineData("update frozen_score set content_hash = repeat('a', 64)")]
    public async Task A_total_typed_in_by_the_owner_has_no_place_and_cannot_be_shortlisted(string change)
    {
        await using var database = await PortalDatabase.OpenAsync(Cancellation);
        var city = new CityCases(database.Services, Cancellation);
        var (honest, forged) = (await city.AssessAsync("重庆排名甲厂"), await city.AssessAsync("重庆排名乙厂"));
        Assert.Equal(2, Assert.Single(await ReadAsync(city)).Cases.Count);

        await using var source = NpgsqlDataSource.Create(database.OwnerConnectionString);
        await using var command = source.CreateCommand($"alter table frozen_score disable trigger user; {change} where party = 'Final' and declaration_id = '{forged.Value}'");
        await command.ExecuteNonQueryAsync(Cancellation);

        var ranking = Assert.Single(await ReadAsync(city));
        Assert.Equal([honest], ranking.Cases.Select(row => row.Place.Entry.Declaration));
        Assert.DoesNotContain(ranking.Cases, row => row.Place.Entry.Points == 99.99m);
        Assert.Equal([forged], ranking.Refused.Select(row => row.Declaration));
        var decided = await city.AsAsync<DecideSelectionHandler, IReadOnlyList<SelectionOutcome>>(
            CityCases.Lead, Desk.City, handler => handler.HandleAsync([new SelectionItem(forged, true, "名次在名额内")], Cancellation));
        Assert.Equal("score.not_intact", Assert.Single(Assert.Single(decided).Errors).Code);
    }

    private static Task<IReadOnlyList<RuleSetRanking>> ReadAsync(CityCases city) =>
        city.AsAsync<RankingQuery, IReadOnlyList<RuleSetRanking>>(CityCases.Officer, Desk.City, async query => await query.ReadAsync(await city.CampaignAsync(), Cancellation));
}
