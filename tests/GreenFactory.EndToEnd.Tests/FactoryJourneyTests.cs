using GreenFactory.EndToEnd.Tests.Journey;
using GreenFactory.Testing.Cases;

namespace GreenFactory.EndToEnd.Tests;

/// <summary>
/// The whole way of the notice, by the people who walk it, in a browser, on the portal as it is deployed: a cement works from
/// registration to the published register. The portal is killed and restarted on the way, once in the middle of a save. A second list of the year follows.
/// </summary>
public sealed class FactoryJourneyTests
{
    private const string Works = "重庆龙河水泥有限公司（演示）";
    private const string CreditCode = "91500151MACP12344N";
    private const string NoticeTitle = "2026年度绿色工厂拟入围名单公示";
    private const string ListTitle = "2026年度重庆市绿色工厂名单";
    private const string LaterWorks = "重庆晚报绿色工厂";
    private const string LaterTitle = "2026年度重庆市绿色工厂名单（第二批）";
    private const string Objection = "公示的单位产品综合能耗与该单位对外发布的报告似有出入，请核查。";
    private const string Answer = "经核对统计报表和现场记录，能耗数据一致，异议不成立。";

    [Fact]
    public async Task A_cement_works_goes_from_registration_to_the_published_register()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var portal = new PortalProcess();
        await portal.StartAsync(cancellation);
        await using var browser = await Chromium.StartAsync();
        var officers = new Officers(browser, portal);

        var anybody = new Person(await browser.OpenProfileAsync(portal.Address), "visitor");
        var visitor = new Visitor(anybody, portal);
        await anybody.GoAsync("/");
        await anybody.LookAsync("home");
        var registering = new Applicant(anybody, portal);
        await registering.RegisterAsync("龙小河", "signer@longhe.example", "zhulin7294Kai");
        var signer = await Person.SignInAsync(browser, portal, "signer@longhe.example", "zhulin7294Kai");
        var applicant = new Applicant(signer, portal);
        await applicant.ClaimAsync(CreditCode, Works, "涪陵区");
        await officers.ApproveClaimAsync(Works);

        await applicant.BeginAsync();
        await applicant.FillFactoryProfileAsync();
        await applicant.ChooseRulesAsync("3011");
        await applicant.FillGatesAsync();
        await applicant.FillFactoryIndicatorsAsync(SampleFacts.CementWorks);
        await applicant.IsKilledWhileSavingAsync(() => portal.KillAndRestartAsync(cancellation));
        await applicant.SeesClinkerScoreAsync();
        var answers = await applicant.ReadAnswersAsync();
        await applicant.IsKilledWhileSubmittingAsync("龙小河", () => portal.KillAndRestartAsync(cancellation));
        var hash = await applicant.SignAsync("龙小河");
        Assert.Matches("^[0-9a-f]{64}$", hash);
        await PrintedSheet.HoldsAsync(await applicant.DownloadSheetAsync(), answers, applicant.Proofs, hash);
        var caseId = applicant.CasePath["/apply/".Length..];

        await officers.ReviewAsync(Works, caseId, () => portal.KillAndRestartAsync(cancellation));
        await officers.SealPackAsync(Works);
        await using var services = ServicesOfPortal.Build(portal.Roles, portal.DataFolder);
        var city = new CityCases(services, cancellation);
        await MovedClock.SetAsync(services, portal.OwnerConnectionString, PortalDatabase.Start, cancellation);
        var later = await city.ReportAsync(LaterWorks);
        await officers.MoveClockAsync("2026-08-03 09:00");
        await officers.CheckComplianceAsync(caseId);
        await officers.AssessAsync(Works);
        await officers.ShortlistAsync(Works);

        await officers.OpenNoticeAsync(NoticeTitle);
        var notice = await visitor.ReadNoticeAsync(NoticeTitle, Works);
        var code = await visitor.ObjectAsync(notice, Works, Objection);
        await officers.SeesPublicationRefusedAsync(ListTitle, "渝经信绿色〔2026〕18号", "公示期");
        await officers.DismissObjectionAsync(Objection, Answer);
        await visitor.FollowObjectionAsync(code, Answer);
        await officers.MoveClockAsync("2026-08-20 09:00");
        await officers.PublishAsync(ListTitle, "渝经信绿色〔2026〕18号");

        var certificate = await visitor.FindInRegisterAsync(Works);
        await visitor.VerifyAsync(certificate, ListTitle);
        await visitor.ReadOpenDataAsync(Works, CreditCode);
        await applicant.SeesPublishedAsync();

        await city.AssessAsync(await city.PassAsync(later));
        await officers.ShortlistAsync(LaterWorks);
        await officers.OpenNoticeAsync($"{LaterTitle}公示");
        await officers.MoveClockAsync("2026-09-10 09:00");
        await officers.PublishAsync(LaterTitle, "渝经信绿色〔2026〕19号");
        await visitor.VerifyNextAsync(certificate, LaterWorks, LaterTitle);
    }
}
