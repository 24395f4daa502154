using GreenFactory.Application.Data;
using GreenFactory.Application.Honours;
using GreenFactory.Application.Tests.Audit;
using GreenFactory.Domain.Honours;
using GreenFactory.Testing.Cases;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace GreenFactory.Application.Tests.Honours;

/// <summary>Search and verification find what people copy and type, whatever spelling they have of it.</summary>
public sealed class FoldedSearchTests(PublishedDatabase published) : IClassFixture<PublishedDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("重庆长渡钛业有限公司（演示）", "重庆长渡钛业有限公司（演示）")]
    [InlineData("重庆⻓渡钛业有限公司(演示)", "重庆长渡钛业有限公司（演示）")]
    [InlineData("重庆\u200B长渡\u00AD钛业\u3000（演示)", "重庆长渡钛业有限公司（演示）")]
    [InlineData("重庆澄岚复合材料有限公司（演示）", "重庆澄岚玻璃纤维有限公司（演示）")]
    [InlineData("９１５０ 010C-DEM3", "重庆长渡钛业有限公司（演示）")]
    [InlineData("2019—f—9003", "重庆长渡钛业有限公司（演示）")]
    [InlineData("2019F9003", "重庆长渡钛业有限公司（演示）")]
    public async Task The_register_finds_a_unit_by_every_spelling_of_its_names_and_codes(string typed, string name)
    {
        var page = await published.City.AsPublicAsync<RegisterSearchQuery, RegisterPage>(query => query.SearchAsync(new RegisterSearch(typed), Cancellation));
        Assert.Equal(name, Assert.Single(page.Entries).Shown.Name);
    }

    [Fact]
    public async Task Every_name_is_found_as_the_page_shows_it()
    {
        var all = await published.City.AsPublicAsync<RegisterSearchQuery, RegisterPage>(query => query.SearchAsync(new RegisterSearch { Size = 200 }, Cancellation));
        foreach (var entry in all.Entries.Select(row => row.Shown))
        {
            foreach (var name in entry.FormerNames.Split('、', StringSplitOptions.RemoveEmptyEntries).Append(entry.Name).Append(entry.CreditCode).Append(entry.CertificateNumber))
            {
                var found = await published.City.AsPublicAsync<RegisterSearchQuery, RegisterPage>(query => query.SearchAsync(new RegisterSearch(name), Cancellation));
                Assert.Contains(entry.Id, found.Entries.Select(row => row.Shown.Id));
            }
        }
    }

    [Theory]
    [InlineData("2026-F-001")]
    [InlineData("２０２６－ｆ－００１")]
    [InlineData(" 2026 — F — 001\u200B")]
    [InlineData("2026F001")]
    public async Task A_certificate_is_verified_in_every_spelling(string typed)
    {
        var verified = await published.City.AsPublicAsync<VerifyQuery, VerificationResult>(query => query.VerifyAsync(typed, Cancellation));
        Assert.True(verified.Holds, string.Join('\n', verified.Faults));
        Assert.Equal("2026-F-001", verified.Verification!.Row.CertificateNumber);
    }

    /// <summary>
    /// Why the register is searched by folded text and not by PostgreSQL's own means: NFKC leaves the radicals of the supplement, and the operators of the trigram
    /// index may not run before the policies do.
    /// </summary>
    [Fact]
    public async Task The_database_neither_folds_the_radicals_nor_lets_a_search_pass_the_policies()
    {
        Assert.Equal("长|\u2ED3", await AskAsync("select normalize('长', NFKC) || '|' || normalize(U&'\\2ED3', NFKC)"));
        Assert.Equal("false", await AskAsync("select bool_or(proleakproof)::text from pg_proc where proname in ('texticlike', 'textlike', 'similarity_op')"));
    }

    /// <summary>Why districts have a position of their own: the collation of the language reads 重 as chóng and 长, 厦, 单 as zhǎng, shà, dān.</summary>
    [Fact]
    public async Task The_collation_of_the_language_does_not_know_how_places_are_read()
    {
        Assert.Equal("重庆 单县 厦门 长寿", await AskAsync("select string_agg(n, ' ' order by n collate \"zh-x-icu\") from unnest(array['长寿', '厦门', '单县', '重庆']) n"));
        Assert.Equal("true", await AskAsync("select (count(*) = count(distinct (municipality_id, position)))::text from district"));
    }

    private async Task<string?> AskAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(published.Database.OwnerConnectionString);
        await using var command = source.CreateCommand(sql);
        return (string?)await command.ExecuteScalarAsync(Cancellation);
    }

    [Fact]
    public async Task A_superseded_certificate_number_still_finds_the_unit()
    {
        var unit = await published.City.AsPublicAsync<PortalDbContext, GreenUnit>(db => db.GreenUnits.AsNoTracking().FirstAsync(row => row.CertificateNumber == "2023-F-9001", Cancellation));
        unit.Confirm("重庆桐岭光伏玻璃有限公司（演示）", "2026-F-777");
        foreach (var spelling in new[] { "2023F9001", "2026F777", "重庆桐岭平板玻璃有限公司(演示)", "重庆桐岭光伏玻璃有限公司(演示)" })
        {
            Assert.Contains(spelling, unit.SearchText.Split(' '));
        }
    }
}
