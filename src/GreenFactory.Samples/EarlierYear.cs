using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Samples;

/// <summary>The campaign of the year before, with cases of a few districts: it holds the published list and the disqualified case.</summary>
internal static class EarlierYear
{
    /// <summary>Cases it has.</summary>
    public const int Cases = 20;

    /// <summary>Its year.</summary>
    public const int Year = 2025;

    /// <summary>How many cases come onto its list; the rest is declined.</summary>
    public const int Shortlisted = 15;

    private const int Districts = 5;
    private const string RuleSetId = "gbt36132-2018";

    /// <summary>The day on which its cases are assessed and its notice opens.</summary>
    public static readonly DateTimeOffset NoticeOpens = ChinaTime.At(Year, 7, 28, 9).ToUniversalTime();

    /// <summary>The day its list is published.</summary>
    public static readonly DateTimeOffset Published = ChinaTime.At(Year, 8, 8, 10).ToUniversalTime();

    /// <summary>Its campaign, pinned to the rule set that was in force.</summary>
    public static Campaign Create(Planting planting)
    {
        var campaign = Campaign.Create(
            new CampaignId(planting.Key(ChinaTime.At(Year, 5, 28))),
            planting.Municipality,
            Year,
            Year - 1,
            $"{Year}年度市级绿色工厂申报（演示）",
            "演示数据：上一年度的申报批次，按当时有效的规则集评分",
            ChinaTime.At(Year, 6, 2).ToUniversalTime(),
            ChinaTime.At(Year, 7, 26).ToUniversalTime(),
            noticeDays: 7);
        planting.Store.Add(campaign);
        return campaign;
    }

    /// <summary>What its cases are made in.</summary>
    public static async Task<World> WorldAsync(PortalDbContext db, CompiledRuleSetCache cache, World present, Campaign campaign, CancellationToken cancellation)
    {
        var version = await db.RuleSetVersions.AsNoTracking().SingleAsync(row => row.RuleSetId == RuleSetId, cancellation);
        return new World
        {
            Campaign = campaign,
            Districts = [.. present.Districts.Take(Districts)],
            Departments = present.Departments,
            Organisations = present.Organisations,
            People = present.People,
            RuleSets = [World.Pin(version, cache)],
        };
    }
}
