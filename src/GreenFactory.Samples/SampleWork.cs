using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Ports;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Application.Seeding;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Users;
using GreenFactory.Samples.Bulk;
using GreenFactory.Samples.Invented;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GreenFactory.Samples;

/// <summary>The planting of one sample year, step by step; each step looks whether it was taken.</summary>
internal sealed class SampleWork(string ownerConnectionString, PortalDbContext db, SampleOptions options)
{
    private const int MostShortlisted = 12;
    private const int MostStillShortlisted = 4;
    private const int MostDeclined = 3;
    private readonly CompiledRuleSetCache cache = new();

    /// <summary>Runs what is not done yet.</summary>
    public async Task<SampleReport?> RunAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var present = await db.Campaigns.AsNoTracking().SingleAsync(row => row.Year == SampleYear.CampaignYear, cancellation);
        var earlier = await db.Campaigns.AsNoTracking().FirstOrDefaultAsync(row => row.Year == EarlierYear.Year, cancellation);
        if (earlier is null ? await db.Declarations.AnyAsync(cancellation) : await IsWholeAsync(present, cancellation))
        {
            return null;
        }

        var world = await World.ReadAsync(db, cache, cancellation);
        var lead = world.People[(Role.CityLead, null)].First();
        var handlers = new Handlers(services);
        var clock = services.GetRequiredService<PortalClock>();
        var papers = await FillShelfAsync(services.GetRequiredService<IFileStore>(), world, cancellation);
        earlier ??= await PlantEarlierAsync(world, papers, cancellation);
        await PublishEarlierAsync(new SignedLists(db, handlers, earlier, lead), clock, cancellation);
        var report = await PlantPresentAsync(present, papers, cancellation);
        await MoveClockAsync(SampleYear.Start, clock, cancellation);
        var lists = new SignedLists(db, handlers, present, lead);
        var (listed, still, declined) = (Share(MostShortlisted), Share(MostStillShortlisted), Share(MostDeclined));
        await lists.SelectAsync(listed, declined, cancellation);
        await lists.OpenAsync("2026年度第一批市级绿色工厂拟入围名单公示（演示）", cancellation);
        await lists.SelectAsync(listed + still, declined, cancellation);
        await lists.ObjectAsync(cancellation);
        return report;
    }

    /// <summary>A smaller year has shorter lists.</summary>
    private int Share(int most) => Math.Clamp(most * options.Size / SampleOptions.UsualSize, 1, most);

    /// <summary>Plants the present campaign alone.</summary>
    public async Task<SampleReport> RunRowsAsync(IFileStore store, CancellationToken cancellation)
    {
        var world = await World.ReadAsync(db, cache, cancellation);
        var report = await PlantPresentAsync(world.Campaign, await FillShelfAsync(store, world, cancellation), cancellation);
        await MoveClockAsync(SampleYear.Start, null, cancellation);
        return report;
    }

    /// <summary>The scope of background work of the municipality.</summary>
    public static CurrentAccess Access()
    {
        var access = new CurrentAccess();
        access.Use(AccessScope.System(PortalSeeder.Chongqing.Id));
        return access;
    }

    /// <summary>The objection to the notice of the present year is the last step.</summary>
    private Task<bool> IsWholeAsync(Campaign present, CancellationToken cancellation) =>
        db.Objections.AnyAsync(row => db.Notices.Any(notice => notice.Id == row.NoticeId && notice.CampaignId == present.Id), cancellation);

    private async Task<Campaign> PlantEarlierAsync(World present, PaperShelf papers, CancellationToken cancellation)
    {
        Campaign? campaign = null;
        await BulkAsync(EarlierYear.NoticeOpens, "earlier", async (planting, writer) =>
        {
            campaign = EarlierYear.Create(planting);
            var world = await EarlierYear.WorldAsync(db, cache, present, campaign, cancellation);
            planting.Store.Add(CampaignRuleSet.Create(campaign, world.RuleSets[0].Version));
            await new YearPlanter(planting, world, papers, writer.WriteAsync).PlantOverAsync(EarlierYear.Cases, cancellation);
        }, cancellation);
        return campaign!;
    }

    private async Task PublishEarlierAsync(SignedLists lists, PortalClock clock, CancellationToken cancellation)
    {
        await MoveClockAsync(EarlierYear.NoticeOpens, clock, cancellation);
        await lists.SelectAsync(EarlierYear.Shortlisted, EarlierYear.Cases - EarlierYear.Shortlisted, cancellation);
        await lists.OpenAsync("2025年度市级绿色工厂拟入围名单公示（演示）", cancellation);
        await lists.ObjectAsync(cancellation);
        await MoveClockAsync(EarlierYear.Published, clock, cancellation);
        await lists.UpholdAsync(cancellation);
        await lists.PublishAsync("2025年度市级绿色工厂名单（演示）", "演示〔2025〕99号", cancellation);
    }

    private async Task<SampleReport> PlantPresentAsync(Campaign present, PaperShelf papers, CancellationToken cancellation)
    {
        if (await db.Declarations.AnyAsync(row => row.CampaignId == present.Id, cancellation))
        {
            return new SampleReport(options.Size, 0, []);
        }

        var world = await World.ReadAsync(db, cache, cancellation);
        IReadOnlyList<PlantedProblem> problems = [];
        var rows = await BulkAsync(SampleYear.Start, "present", async (planting, writer) =>
        {
            await new YearPlanter(planting, world, papers, writer.WriteAsync).PlantAsync(options.Size, cancellation);
            problems = planting.Problems;
            var process = planting.Run(ProcessKind.PlantSampleYear, null, Desk.System, planting.Now);
            process.Record(EventKind.SampleYearPlanted, $"生成演示年度：{options.Size} 件申报，种子 {options.Seed}", new { options.Seed, options.Size, Problems = problems });
            await writer.WriteAsync(cancellation);
        }, cancellation);
        return new SampleReport(options.Size, rows, problems);
    }

    private async Task<long> BulkAsync(DateTimeOffset now, string part, Func<Planting, BulkWriter, Task> plant, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(ownerConnectionString);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var planting = new Planting(PortalSeeder.Chongqing.Id, $"{options.Seed}/{part}", now);
        await using var writer = new BulkWriter(connection, db.Model, planting.Store);
        await writer.BeginAsync(cancellation);
        await plant(planting, writer);
        await writer.EndAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return writer.Rows;
    }

    /// <summary>The clock of the demonstration, in the database and here: what is signed carries the time of the year it belongs to.</summary>
    private async Task MoveClockAsync(DateTimeOffset to, PortalClock? clock, CancellationToken cancellation)
    {
        var offset = (long)(to - TimeProvider.System.GetUtcNow()).TotalSeconds;
        await db.Database.ExecuteSqlAsync($"insert into clock_setting (id, offset_seconds) values (1, {offset}) on conflict (id) do update set offset_seconds = excluded.offset_seconds", cancellation);
        if (clock is not null)
        {
            clock.Offset = TimeSpan.FromSeconds(offset);
        }
    }

    internal async Task<PaperShelf> FillShelfAsync(IFileStore store, World world, CancellationToken cancellation)
    {
        var earlier = await EarlierYear.WorldAsync(db, cache, world, world.Campaign, cancellation);
        var kinds = Trade.All.Append(Trade.Cement).Select(trade => world.RulesFor(trade.Code)).Append(world.ParkRules).Concat(earlier.RuleSets).Distinct().Select(pin => pin.Set.RuleSet)
            .SelectMany(set => set.Gates.SelectMany(gate => gate.Evidence).Concat(set.Indicators.SelectMany(row => row.Evidence))).Append("补充说明");
        return await PaperShelf.FillAsync(store, new MunicipalityFolder(PortalSeeder.Chongqing.Code), kinds, cancellation);
    }
}
