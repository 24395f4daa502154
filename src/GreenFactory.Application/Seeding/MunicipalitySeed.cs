using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Seeding;

/// <summary>What every municipality starts with: districts with their departments, the holidays of the years known, shipped rule sets, the campaign of 2026.</summary>
internal static class MunicipalitySeed
{
    private static readonly (DepartmentKind Kind, string Word)[] DepartmentWords =
    [
        (DepartmentKind.DevelopmentReform, "发展改革"),
        (DepartmentKind.EcologyEnvironment, "生态环境"),
        (DepartmentKind.EmergencyManagement, "应急管理"),
        (DepartmentKind.MarketRegulation, "市场监管"),
        (DepartmentKind.Taxation, "税务"),
    ];

    public static async Task ApplyAsync(
        PortalDbContext db, MunicipalityId municipality, IReadOnlyList<IReadOnlyDictionary<string, string>> districts, ShippedRuleSets shipped, TimeProvider clock, CancellationToken cancellation)
    {
        await SeedDistrictsAsync(db, municipality, districts, cancellation);
        await SeedCalendarAsync(db, municipality, cancellation);
        await SeedRuleSetsAsync(db, municipality, shipped, clock, cancellation);
        await SeedCampaignAsync(db, municipality, shipped, cancellation);
    }

    private static async Task SeedDistrictsAsync(
        PortalDbContext db, MunicipalityId municipality, IReadOnlyList<IReadOnlyDictionary<string, string>> rows, CancellationToken cancellation)
    {
        if (await db.Districts.AnyAsync(cancellation))
        {
            return;
        }

        var position = 0;
        foreach (var row in rows)
        {
            var name = row["name"];
            var recommends = !row["kind"].Contains("已撤销", StringComparison.Ordinal);
            var district = District.Create(
                new DistrictId(StableId.Of("district", municipality.Value.ToString(), name)),
                municipality,
                row["code"] is { Length: > 0 } code ? code : null,
                name,
                row["kind"],
                row["org_name"],
                row["note"],
                recommends,
                ++position);
            db.Add(district);
            if (!recommends)
            {
                continue;
            }

            foreach (var (kind, word) in DepartmentWords)
            {
                db.Add(Department.Create(new DepartmentId(StableId.Of("department", district.Id.Value.ToString(), kind.ToString())), municipality, district.Id, kind, $"{name}{word}部门"));
            }
        }

        await db.SaveChangesAsync(cancellation);
    }

    private static async Task SeedCalendarAsync(PortalDbContext db, MunicipalityId municipality, CancellationToken cancellation)
    {
        // A year that the administrator loaded stays as it is.
        var known = (await db.CalendarDays.Select(day => day.Day).ToListAsync(cancellation)).Select(day => day.Year).ToHashSet();
        db.AddRange(HolidayTable.Shipped(municipality).Where(day => !known.Contains(day.Day.Year)));
        await db.SaveChangesAsync(cancellation);
    }

    private static async Task SeedRuleSetsAsync(PortalDbContext db, MunicipalityId municipality, ShippedRuleSets shipped, TimeProvider clock, CancellationToken cancellation)
    {
        // A version that the library has stays as it is: what ships under a known number never replaces it.
        var known = (await db.RuleSetVersions.Select(version => new { version.RuleSetId, version.Version }).ToListAsync(cancellation)).Select(version => (version.RuleSetId, version.Version)).ToHashSet();
        foreach (var content in shipped.Except(known).Select(set => set.Content))
        {
            db.Add(RuleSetVersion.CreatePublished(
                new RuleSetVersionId(StableId.Of("rule-set", municipality.Value.ToString(), content.ContentHash)),
                municipality,
                content,
                clock.GetUtcNow()));
        }

        await db.SaveChangesAsync(cancellation);
    }

    private static async Task SeedCampaignAsync(PortalDbContext db, MunicipalityId municipality, ShippedRuleSets shipped, CancellationToken cancellation)
    {
        if (await db.Campaigns.AnyAsync(cancellation))
        {
            return;
        }

        var campaign = Campaign.Create(
            new CampaignId(StableId.Of("campaign", municipality.Value.ToString(), "2026")),
            municipality,
            year: 2026,
            evaluationYear: 2025,
            "2026年度市级绿色工厂、绿色工业园区申报",
            "《关于做好2026年度市级绿色工厂及绿色工业园区有关工作的通知》（2026年6月1日）",
            opensAt: ChinaTime.At(2026, 6, 1).ToUniversalTime(),
            districtDeadline: ChinaTime.At(2026, 7, 25).ToUniversalTime(),
            noticeDays: 7);
        db.Add(campaign);
        var inForce = shipped.All().Where(set => set.IsInForceOn(new DateOnly(2026, 6, 1))).Select(set => set.Content.ContentHash).ToList();
        foreach (var version in await db.RuleSetVersions.Where(version => inForce.Contains(version.ContentHash)).ToListAsync(cancellation))
        {
            db.Add(CampaignRuleSet.Create(campaign, version.Id));
        }

        db.Add(new Announcement
        {
            Id = StableId.Of("announcement", municipality.Value.ToString(), "2026-06-01"),
            MunicipalityId = municipality,
            Title = "关于做好2026年度市级绿色工厂及绿色工业园区有关工作的通知",
            Kind = "通知",
            Body = "符合申报条件的企业、园区按照自愿原则，对照新的评价要求在平台开展自评价，不需要提交第三方评价报告。\n\n各区县经信部门完成初审、现场核实，并征求发展改革、生态环境、应急管理、市场监管、税务等部门意见后，于2026年7月24日前通过平台报送推荐名单和现有单位自评价对标情况。\n\n在评价过程中，严禁对佐证资料弄虚作假或故意隐瞒，相关违规问题一经查实，三年内不予采信其评价结果。",
            PublishedAt = ChinaTime.At(2026, 6, 1).ToUniversalTime(),
        });
        await db.SaveChangesAsync(cancellation);
    }
}
