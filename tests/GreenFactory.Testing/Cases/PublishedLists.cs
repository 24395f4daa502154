using GreenFactory.Application.Assessments;
using GreenFactory.Application.Honours;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;

namespace GreenFactory.Testing.Cases;

/// <summary>Brings assessed cases onto lists: shortlist, notice, the end of its period, publication.</summary>
/// <param name="city">The people of the city.</param>
/// <param name="moveClock">Sets the product's time.</param>
/// <param name="cancellation">Stops the work.</param>
public sealed class PublishedLists(CityCases city, Func<DateTimeOffset, Task> moveClock, CancellationToken cancellation)
{
    private static int documents;

    /// <summary>A 文号 that no other document of this run has.</summary>
    public static string NextNumber() => $"渝经信〔2026〕{100 + Interlocked.Increment(ref documents)}号（测试）";

    /// <summary>Puts cases on the shortlist, opens their notice and lets its period go by.</summary>
    public async Task<NoticeId> NoticeAsync(params DeclarationId[] cases)
    {
        var decided = await city.AsAsync<DecideSelectionHandler, IReadOnlyList<SelectionOutcome>>(
            CityCases.Lead, Desk.City, handler => handler.HandleAsync([.. cases.Select(id => new SelectionItem(id, true, "名次在名额内"))], cancellation));
        foreach (var outcome in decided)
        {
            CityCases.Demand(Result.Failure(outcome.Errors));
        }

        var opened = await city.AsAsync<OpenNoticeHandler, Result<NoticeId>>(CityCases.Lead, Desk.City, handler => handler.HandleAsync(new OpenNotice("2026年度拟入围名单公示"), cancellation));
        CityCases.Demand(opened.ToResult());
        var page = await city.AsPublicAsync<NoticeQuery, NoticePage?>(query => query.ReadAsync(opened.Value, cancellation));
        await moveClock(page!.Notice.EndsAt.AddMinutes(1));
        return opened.Value;
    }

    /// <summary>Publishes the standing notice.</summary>
    public Task<Result<PublicationId>> TryPublishAsync(string title, NoticeId? notice = null) => city.AsAsync<PublishHandler, Result<PublicationId>>(
        CityCases.Lead, Desk.City, handler => handler.HandleAsync(new Publish(title, NextNumber()) { Notice = notice }, cancellation));

    /// <summary>Opens a notice of cases and publishes it.</summary>
    public async Task<PublicationPage> PublishAsync(string title, params DeclarationId[] cases)
    {
        await NoticeAsync(cases);
        var published = await TryPublishAsync(title);
        CityCases.Demand(published.ToResult());
        return (await city.AsPublicAsync<PublicationQuery, PublicationPage?>(query => query.ReadAsync(published.Value, cancellation)))!;
    }
}
