using GreenFactory.Application.Assessments;
using GreenFactory.Application.Attempts;
using GreenFactory.Application.Data;
using GreenFactory.Application.Honours;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Samples;

/// <summary>
/// The lists of a year, by the use cases of the city and the public: they are signed by the keys of this installation. Each step looks first whether it was taken,
/// so that an interrupted planting goes on where it stopped.
/// </summary>
/// <param name="db">Reads as the owner.</param>
/// <param name="handlers">Runs the use cases.</param>
/// <param name="campaign">The year.</param>
/// <param name="lead">Who decides.</param>
internal sealed class SignedLists(PortalDbContext db, Handlers handlers, Campaign campaign, Person lead)
{
    /// <summary>Puts the best assessed cases on the shortlist and declines the last ones, until so many are decided.</summary>
    public async Task SelectAsync(int shortlisted, int declined, CancellationToken cancellation)
    {
        var decided = await db.SelectionDecisions.AsNoTracking().Where(row => db.Declarations.Any(one => one.Id == row.DeclarationId && one.CampaignId == campaign.Id)).Select(row => row.Kind == SelectionKind.Shortlisted).ToListAsync(cancellation);
        var assessed = await db.Declarations.AsNoTracking().Where(row => row.CampaignId == campaign.Id && row.State == CaseState.Assessed)
            .OrderByDescending(row => db.FrozenScores.Where(score => score.DeclarationId == row.Id && score.Party == ScoreParty.Final).Max(score => score.Total)).ThenBy(row => row.CaseNumber)
            .Select(row => row.Id).ToListAsync(cancellation);
        var best = assessed.Take(Math.Max(0, shortlisted - decided.Count(one => one))).Select(id => new SelectionItem(id, true, "名次在名额内"));
        var last = assessed.TakeLast(Math.Max(0, declined - decided.Count(one => !one))).Select(id => new SelectionItem(id, false, "得分低于本批次拟入围线"));
        List<SelectionItem> items = [.. best, .. last];
        var outcomes = await handlers.AsCityAsync<DecideSelectionHandler, IReadOnlyList<SelectionOutcome>>(lead, Role.CityLead, handler => handler.HandleAsync(items, cancellation));
        foreach (var outcome in outcomes)
        {
            Handlers.Demand(Result.Failure(outcome.Errors));
        }
    }

    /// <summary>Opens the notice of what is on the shortlist, unless there is one.</summary>
    public async Task OpenAsync(string title, CancellationToken cancellation)
    {
        if (!await db.Notices.AnyAsync(row => row.CampaignId == campaign.Id, cancellation))
        {
            Handlers.Demand((await handlers.AsCityAsync<OpenNoticeHandler, Result<NoticeId>>(lead, Role.CityLead, handler => handler.HandleAsync(new OpenNotice(title, campaign.Year), cancellation))).ToResult());
        }
    }

    /// <summary>Somebody objects to the second row of the notice, unless somebody has.</summary>
    public async Task ObjectAsync(CancellationToken cancellation)
    {
        var notice = await db.Notices.AsNoTracking().SingleAsync(row => row.CampaignId == campaign.Id, cancellation);
        if (await db.Objections.AnyAsync(row => row.NoticeId == notice.Id, cancellation))
        {
            return;
        }

        var rows = await db.NoticeRows.AsNoTracking().Where(row => row.NoticeId == notice.Id).OrderBy(row => row.CaseNumber).Select(row => row.Id).Take(2).ToListAsync(cancellation);
        var filed = await handlers.AsPublicAsync<FileObjectionHandler, Result<ObjectionReceipt>>(handler => handler.HandleAsync(
            new FileObjection(rows[^1], "该单位公示的厂区上月仍有异味投诉，产值数据与其公开报告不一致，请核查（演示数据）。", "某市民（演示）", "13800000000"), new AttemptSource("sample-year", false), cancellation));
        Handlers.Demand(filed.ToResult());
    }

    /// <summary>Upholds the objection: the case is disqualified.</summary>
    public async Task UpholdAsync(CancellationToken cancellation)
    {
        var open = await db.Objections.AsNoTracking()
            .Where(row => row.DecidedAt == null && db.Notices.Any(notice => notice.Id == row.NoticeId && notice.CampaignId == campaign.Id)).Select(row => row.Id).ToListAsync(cancellation);
        foreach (var objection in open)
        {
            Handlers.Demand(await handlers.AsCityAsync<DecideObjectionHandler, Result>(lead, Role.CityLead, handler => handler.HandleAsync(
                new DecideObjection(objection, ObjectionAction.Uphold, "经现场核查，产值数据与统计报表不符，异议成立（演示数据）。"), cancellation)));
        }
    }

    /// <summary>Publishes the standing notice.</summary>
    public async Task PublishAsync(string title, string documentNumber, CancellationToken cancellation)
    {
        if (!await db.Publications.AnyAsync(row => row.CampaignId == campaign.Id, cancellation))
        {
            Handlers.Demand((await handlers.AsCityAsync<PublishHandler, Result<PublicationId>>(lead, Role.CityLead, handler => handler.HandleAsync(new Publish(title, documentNumber), cancellation))).ToResult());
        }
    }
}
