using GreenFactory.Application.Clock;
using GreenFactory.Application.Honours;
using GreenFactory.Web.Face.Blocks;
using GreenFactory.Web.Face.Marks;
using GreenFactory.Web.Face.Text;

namespace GreenFactory.Web.Pages.Public.Notices;

/// <summary>How long a notice is open, in words.</summary>
public static class NoticePeriod
{
    /// <summary>Such as 9月21日—9月27日 24:00.</summary>
    public static string Of(DateTimeOffset opens, DateTimeOffset ends) => $"{DateText.FullDay(opens)}—{DateText.Deadline(ends)}";

    /// <summary>Such as 公示中，还有 3 天.</summary>
    public static string State(DateTimeOffset ends, DateTimeOffset? closed, DateTimeOffset now) =>
        closed is not null ? "已发布名录"
        : now >= ends ? "公示期满"
        : $"公示中，还有 {TimeLeft.Until(ends, now)}";

    /// <summary>The card of a notice in the list.</summary>
    public static NoticeCard Card(NoticeLine notice, DateTimeOffset now, string path)
    {
        if (notice.Fault is { } fault)
        {
            return new NoticeCard(notice.Title, $"{notice.Year} 年度。请不要采信：{fault}", StateShape.Error, "没有通过核验", path);
        }

        var open = notice.ClosedAt is null && now < notice.EndsAt;
        return new NoticeCard(
            notice.Title,
            $"{notice.Year} 年度，{Of(notice.OpensAt, notice.EndsAt)}，{notice.Units} 个单位",
            open ? StateShape.Doing : StateShape.Done,
            State(notice.EndsAt, notice.ClosedAt, now),
            path,
            open ? path + "#objection" : null);
    }
}
