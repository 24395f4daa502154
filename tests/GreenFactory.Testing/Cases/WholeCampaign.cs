using GreenFactory.Application.Accounts;
using GreenFactory.Application.Administration;
using GreenFactory.Application.Assessments;
using GreenFactory.Application.Attempts;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Departments;
using GreenFactory.Application.Experts;
using GreenFactory.Application.Honours;
using GreenFactory.Application.Reviews;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Application.RuleLibrary.Values;
using GreenFactory.Application.RuleLibrary.DryRuns;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GreenFactory.Testing.Cases;

/// <summary>
/// A campaign of the first municipality in which something lies at every desk, brought there by the use cases of the people who would do
/// it: drafts, returns, reviews, packs, panels, a publication, and a notice that stands with its objections.
/// </summary>
/// <param name="services">The services of the program under test.</param>
/// <param name="ownerConnectionString">The owner of the schema, who moves the clock.</param>
/// <param name="size">How many rows every list gets.</param>
/// <param name="cancellation">Stops the work.</param>
public sealed class WholeCampaign(IServiceProvider services, string ownerConnectionString, int size, CancellationToken cancellation)
{
    private const string Signer = "signer@cement.example";
    private const string Admin = "admin@city.example";
    private static readonly byte[] Pdf = SmallPdf.Saying("evidence");
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private readonly CityCases city = new(services, cancellation);
    private readonly Dictionary<string, Guid> keys = [];
    private readonly List<string> names = [];

    /// <summary>One row of each kind, by the words used in the addresses of the tests.</summary>
    public IReadOnlyDictionary<string, Guid> Keys => keys;

    /// <summary>Names of the organisations made: whoever must not see them must find none of them in a page.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Runs it.</summary>
    public async Task RunAsync()
    {
        await MovedClock.SetAsync(services, ownerConnectionString, PortalDatabase.Start, cancellation);
        keys["draft"] = (await new DraftCase(services, size, cancellation).BeginAsync()).Value;
        await EachAsync("核定", UnderReviewAsync);
        await EachAsync("退回", ReturnedAsync);
        var (published, standing, panels, reported) = (await PackAsync("发布"), await PackAsync("公示"), await PackAsync("评审"), await PackAsync("报送"));
        keys["reported"] = reported[0].Value;
        await MovedClock.SetAsync(services, ownerConnectionString, ChinaTime.At(2026, 8, 1, 9).ToUniversalTime(), cancellation);
        foreach (var id in panels)
        {
            await city.PassAsync(id);
            var assignment = await city.AssignAsync(id, "expert1@city.example");
            keys.TryAdd("assignment", assignment.Value);
            CityCases.Demand(await city.AsAsync<DeclareConflictHandler, Result>("expert1@city.example", Desk.Experts, handler => handler.HandleAsync(new DeclareConflict(assignment, false, null), cancellation)));
        }

        await LibraryAsync();
        var first = await NoticeAsync(published);
        await RemovalsAsync();
        await MovedClock.SetAsync(services, ownerConnectionString, ChinaTime.At(2026, 8, 10, 9).ToUniversalTime(), cancellation);
        await DecideRemovalsAsync();
        keys["publication"] = (await city.AsAsync<PublishHandler, Result<PublicationId>>(
            CityCases.Lead, Desk.City, handler => handler.HandleAsync(new Publish("2026年度市级绿色工厂名单", "渝经信〔2026〕99号（测试）"), cancellation))).Value.Value;
        keys["published"] = published[0].Value;
        keys["unit"] = await city.AsPublicAsync<PortalDbContext, Guid>(async db => (await db.PublicationRows.OrderBy(row => row.Id).FirstAsync(cancellation)).GreenUnitId.Value);
        await RemovalsAsync();
        await HearAsync();
        keys["notice"] = await NoticeAsync(standing);
        await ObjectAsync();
        keys["closed-notice"] = first;
        await ReadKeysAsync();
    }

    private async Task EachAsync(string word, Func<DeclarationId, Task> bring)
    {
        for (var i = 0; i < size; i++)
        {
            await bring(await Submitting($"重庆{word}第{i + 1}厂").SubmitAsync(cancellation));
        }
    }

    private CaseBuilder Submitting(string name)
    {
        names.Add(name);
        var builder = new CaseBuilder(services).ForNewOrganisation(name);
        for (var i = 0; i < size; i++)
        {
            builder.WithEvidence("energy_intensity", $"产量统计表{i + 1}.pdf", "application/pdf", [.. Pdf, (byte)i]);
        }

        return builder;
    }

    private async Task UnderReviewAsync(DeclarationId id)
    {
        var review = new DistrictReview(services, id, cancellation);
        CityCases.Demand(await review.TakeAsync());
        CityCases.Demand(await review.RuleAsync("energy_intensity", VerdictKind.Accept));
        CityCases.Demand(await review.RuleAsync("green_design", VerdictKind.Question, "请补充应用案例的验收材料。"));
        CityCases.Demand(await review.AskAsync());
        CityCases.Demand(await review.RunAsync<PlanVisitHandler, Result>(
            DistrictReview.Officer, Desk.District, handler => handler.HandleAsync(new PlanVisit(id, new DateOnly(2026, 7, 8), "上午", "陈雨桐、田静"), cancellation)));
        for (var i = 0; i < size; i++)
        {
            using var photo = new MemoryStream([.. Png, (byte)i]);
            CityCases.Demand(await review.RunAsync<AddVisitPhotoHandler, Result>(DistrictReview.Officer, Desk.District, handler => handler.HandleAsync(id, photo, $"现场{i + 1}.png", cancellation)));
        }

        await AnswerAsync(review, id);
        keys.TryAdd("review", id.Value);
    }

    /// <summary>One department answers, with a document.</summary>
    private async Task AnswerAsync(DistrictReview review, DeclarationId id)
    {
        var asked = (await review.SeenByAsync("ecology")).Single(row => row.Declaration == id);
        using var letter = new MemoryStream(Pdf);
        CityCases.Demand(await review.RunAsync<GiveOpinionHandler, Result>("ecology@fuling.example", Desk.Departments, handler =>
            handler.HandleAsync(new GiveOpinion(asked.Id, OpinionKind.Comment, "上年有一次整改，已完成。", Attachment: letter, AttachmentName: "意见.pdf"), cancellation)));
    }

    private async Task ReturnedAsync(DeclarationId id)
    {
        var review = new DistrictReview(services, id, cancellation);
        CityCases.Demand(await review.TakeAsync());
        var items = Enumerable.Range(1, size).Select(number => new ItemToCorrect(ChangeSubject.Indicator, "energy_intensity", "能源消耗强度", $"请补充第 {number} 份产量统计表")).ToList();
        CityCases.Demand(await review.RunAsync<ReturnCaseHandler, Result>(
            DistrictReview.Officer, Desk.District, handler => handler.HandleAsync(new ReturnCase(id, new DateOnly(2026, 7, 20), items), cancellation)));
        keys.TryAdd("returned", id.Value);
    }

    private async Task<List<DeclarationId>> PackAsync(string word)
    {
        var cases = new List<DeclarationId>();
        await EachAsync(word, async id =>
        {
            await new DistrictReview(services, id, cancellation).RecommendAsync();
            cases.Add(id);
        });
        var pack = await new DistrictReview(services, cases[0], cancellation).SealAsync();
        CityCases.Demand(pack.ToResult());
        keys["pack"] = pack.Value.Value;
        return cases;
    }

    private async Task<Guid> NoticeAsync(List<DeclarationId> cases)
    {
        foreach (var id in cases)
        {
            await city.AssessAsync(await city.PassAsync(id));
        }

        var decided = await city.AsAsync<DecideSelectionHandler, IReadOnlyList<SelectionOutcome>>(
            CityCases.Lead, Desk.City, handler => handler.HandleAsync([.. cases.Select(id => new SelectionItem(id, true, "名次在名额内"))], cancellation));
        foreach (var outcome in decided)
        {
            CityCases.Demand(Result.Failure(outcome.Errors));
        }

        var opened = await city.AsAsync<OpenNoticeHandler, Result<NoticeId>>(CityCases.Lead, Desk.City, handler => handler.HandleAsync(new OpenNotice("2026年度拟入围名单公示"), cancellation));
        CityCases.Demand(opened.ToResult());
        return opened.Value.Value;
    }

    private async Task ObjectAsync()
    {
        var notice = new NoticeId(keys["notice"]);
        var row = await city.AsPublicAsync<PortalDbContext, NoticeRowId>(db => db.NoticeRows.Where(one => one.NoticeId == notice).OrderBy(one => one.Id).Select(one => one.Id).FirstAsync(cancellation));
        for (var i = 0; i < size; i++)
        {
            CityCases.Demand((await city.AsPublicAsync<FileObjectionHandler, Result<ObjectionReceipt>>(
                handler => handler.HandleAsync(new FileObjection(row, $"公示的第 {i + 1} 项数据与企业公开报告不一致，请核查。", "王某", "13800000000"), new AttemptSource($"address:203.0.113.{i}", false), cancellation))).ToResult());
        }
    }

    /// <summary>Proposes to remove units of the demonstration, and tells them.</summary>
    private async Task RemovalsAsync()
    {
        for (var i = 0; i < Math.Min(size, 2); i++)
        {
            var unit = await city.AsPublicAsync<PortalDbContext, GreenUnitId>(db =>
                db.GreenUnits.Where(row => row.State != GreenUnitState.Removed && row.Name.Contains("演示")).OrderBy(row => row.Id).Skip(i).Select(row => row.Id).FirstAsync(cancellation));
            await ProposeAsync(unit);
        }
    }

    private async Task<RemovalProposalId> ProposeAsync(GreenUnitId unit)
    {
        var proposed = await city.AsAsync<ProposeRemovalHandler, Result<RemovalProposalId>>(
            CityCases.Officer, Desk.City, handler => handler.HandleAsync(new ProposeRemoval(unit, RemovalGround.NoBenchmarking, "未按期开展自评价对标（测试）"), cancellation));
        CityCases.Demand(proposed.ToResult());
        using var paper = new MemoryStream(Pdf);
        CityCases.Demand(await city.AsAsync<AddRemovalPaperHandler, Result>(CityCases.Officer, Desk.City, handler => handler.HandleAsync(proposed.Value, paper, "核查记录.pdf", cancellation)));
        var last = ChinaTime.DayOf(services.GetRequiredService<TimeProvider>().GetUtcNow()).AddDays(3);
        CityCases.Demand(await city.AsAsync<OpenHearingHandler, Result>(CityCases.Officer, Desk.City, handler => handler.HandleAsync(new OpenHearing(proposed.Value, last), cancellation)));
        return proposed.Value;
    }

    private async Task DecideRemovalsAsync()
    {
        foreach (var id in await city.AsAsync<PortalDbContext, List<RemovalProposalId>>(CityCases.Lead, Desk.City, db => db.RemovalProposals.Select(row => row.Id).ToListAsync(cancellation)))
        {
            CityCases.Demand(await city.AsAsync<DecideRemovalHandler, Result>(CityCases.Lead, Desk.City, handler => handler.HandleAsync(new DecideRemoval(id, true, "期满没有陈述意见，同意移出。"), cancellation)));
        }
    }

    /// <summary>A published unit of the cement works' signer hears that its removal is proposed.</summary>
    private async Task HearAsync()
    {
        var id = await ProposeAsync(new GreenUnitId(keys["unit"]));
        keys["removal"] = id.Value;
        var number = await city.AsAsync<PortalDbContext, string>(CityCases.Officer, Desk.City, db => db.Declarations.Where(row => row.Id == new DeclarationId(keys["reported"])).Select(row => row.CaseNumber).SingleAsync(cancellation));
        for (var i = 0; i < size; i++)
        {
            using var proof = new MemoryStream(Pdf);
            CityCases.Demand(await city.AsAsync<RecordFalsificationHandler, Result>(
                CityCases.Officer, Desk.City, handler => handler.HandleAsync(new RecordFalsification(number, "检测报告的编号与出具单位的登记不符。", proof, "复函.pdf"), cancellation)));
        }

        keys["finding"] = await city.AsAsync<PortalDbContext, Guid>(CityCases.Officer, Desk.City, async db => (await db.FalsificationFindings.OrderBy(row => row.Id).FirstAsync(cancellation)).Id.Value);
        keys["removal-paper"] = await city.AsAsync<PortalDbContext, Guid>(
            CityCases.Officer, Desk.City, async db => (await db.RemovalPapers.SingleAsync(row => row.RemovalProposalId == id, cancellation)).Id.Value);
    }

    private async Task LibraryAsync()
    {
        var from = await city.AsAsync<PortalDbContext, RuleSetVersionId>(
            Admin, Desk.Admin, db => db.RuleSetVersions.Where(row => row.RuleSetId == "gbt36132-2025").Select(row => row.Id).SingleAsync(cancellation));
        keys["rules"] = from.Value;
        var campaign = await city.AsAsync<PortalDbContext, CampaignId>(Admin, Desk.Admin, db => db.Campaigns.Select(row => row.Id).SingleAsync(cancellation));
        const string standard = "工业重点领域能效标杆水平和基准水平（2023年版），发改产业〔2023〕723号";
        var values = (await city.AsAsync<ComparedValuesQuery, StandardPage?>(Admin, Desk.Admin, query => query.StandardAsync(from, standard, cancellation)))!.Lines;
        for (var i = 0; i < size; i++)
        {
            using var leaf = new MemoryStream(Pdf);
            CityCases.Demand(await city.AsAsync<CompareValuesHandler, Result>(
                Admin, Desk.Admin, handler => handler.HandleAsync(new CompareValues(from, standard, [values[i].Fingerprint], "附件", "第 2 页", leaf, "附件.pdf"), cancellation)));
            var draft = await city.AsAsync<DraftRuleSetHandler, Result<RuleSetVersionId>>(Admin, Desk.Admin, handler => handler.HandleAsync(new DraftRuleSet(from, $"9.0.{i}"), cancellation));
            keys.TryAdd("rules-draft", draft.Value.Value);
            var run = await city.AsAsync<StartDryRunHandler, Result<DryRunId>>(Admin, Desk.Admin, handler => handler.HandleAsync(new StartDryRun(draft.Value, campaign, from, DryRunLine.None, null), cancellation));
            CityCases.Demand(run.ToResult());
            keys.TryAdd("dry-run", run.Value.Value);
            keys["comparison"] = await city.AsAsync<PortalDbContext, Guid>(Admin, Desk.Admin, async db => (await db.ValueConfirmations.OrderBy(row => row.Id).FirstAsync(cancellation)).Id.Value);
            CityCases.Demand(await city.AsAsync<SaveAnnouncementHandler, Result>(
                Admin, Desk.Admin, handler => handler.HandleAsync(new SaveAnnouncement(null, $"第 {i + 1} 号公告（测试）", "公告", "正文。", null), cancellation)));
            var district = await city.AsPublicAsync<PortalDbContext, Guid>(async db => (await db.Districts.SingleAsync(row => row.Name == Application.Seeding.DemonstrationAccounts.District, cancellation)).Id.Value);
            using var scan = new MemoryStream(Pdf);
            var licence = await city.AsAsync<KeepClaimPaperHandler, Result<ClaimPaper>>("signer@parts.example", Desk.Account, handler => handler.KeepAsync(scan, "营业执照.pdf", cancellation));
            CityCases.Demand((await city.AsAsync<ClaimOrganisationHandler, Result<string>>("signer@parts.example", Desk.Account, handler => handler.HandleAsync(
                new ClaimOrganisation(CreditCodes.Of(800000 + i), $"重庆认领第{i + 1}厂", OrganisationKind.Factory, district, "涪陵区（演示）", "023-12345678", licence.Value), cancellation))).ToResult());
        }
    }

    /// <summary>The dry runs are worked on in the background; what is measured afterwards is their report.</summary>
    private async Task DryRunsAsync()
    {
        for (var tries = 0; tries < 240; tries++)
        {
            if (await city.AsAsync<PortalDbContext, bool>(Admin, Desk.Admin, db => db.DryRuns.AllAsync(row => row.State == DryRunState.Finished, cancellation)))
            {
                return;
            }

            await Task.Delay(250, cancellation);
        }

        throw new TimeoutException("The dry runs do not finish.");
    }

    private async Task ReadKeysAsync()
    {
        await DryRunsAsync();
        var (draft, review) = (new DeclarationId(keys["draft"]), new DeclarationId(keys["review"]));
        await using var scope = PersonScope.OpenSystem(services);
        var db = (PortalDbContext)scope.ServiceProvider.GetService(typeof(PortalDbContext))!;
        keys["draft-evidence"] = (await db.EvidenceFiles.OrderBy(row => row.Id).FirstAsync(row => row.DeclarationId == draft, cancellation)).Id.Value;
        keys["review-evidence"] = (await db.EvidenceFiles.OrderBy(row => row.Id).FirstAsync(row => row.DeclarationId == review, cancellation)).Id.Value;
        keys["photo"] = (await db.SiteVisitPhotos.OrderBy(row => row.Id).FirstAsync(row => row.DeclarationId == review, cancellation)).Id.Value;
        keys["opinion"] = (await db.DepartmentOpinions.FirstAsync(
            row => row.DeclarationId == review && db.Departments.Any(department => department.Id == row.DepartmentId && department.Kind == DepartmentKind.EcologyEnvironment), cancellation)).Id.Value;
        keys["campaign"] = (await db.Campaigns.SingleAsync(cancellation)).Id.Value;
        keys["claim"] = (await db.OrganisationClaims.OrderBy(row => row.Id).FirstAsync(cancellation)).Id.Value;
        keys["announcement"] = (await db.Announcements.OrderBy(row => row.Id).FirstAsync(cancellation)).Id;
        var person = await db.Users.SingleAsync(row => row.Email == Signer, cancellation);
        keys["person"] = person.Id;
        keys["membership"] = (await db.Memberships.OrderBy(row => row.Id).FirstAsync(row => row.UserId == new UserId(person.Id), cancellation)).Id.Value;
        keys["organisation"] = (await db.Organisations.SingleAsync(row => row.Name == Application.Seeding.DemonstrationAccounts.CementWorks, cancellation)).Id.Value;
        keys["claim"] = (await db.OrganisationClaims.OrderBy(row => row.Id).FirstAsync(cancellation)).Id.Value;
        keys["objection"] = (await db.Objections.OrderBy(row => row.Id).FirstAsync(cancellation)).Id.Value;
        keys["notice-row"] = (await db.NoticeRows.OrderBy(row => row.Id).FirstAsync(cancellation)).Id.Value;
        keys["district"] = (await db.Districts.SingleAsync(row => row.Name == Application.Seeding.DemonstrationAccounts.District, cancellation)).Id.Value;
        keys["expert"] = (await db.Users.SingleAsync(row => row.Email == "expert1@city.example", cancellation)).Id;
        names.Add(Application.Seeding.DemonstrationAccounts.CementWorks);
    }
}
