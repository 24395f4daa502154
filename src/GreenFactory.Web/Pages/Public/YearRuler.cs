using System.Globalization;
using GreenFactory.Application.Clock;
using GreenFactory.Application.PublicSite;
using GreenFactory.Web.Face.Text;

namespace GreenFactory.Web.Pages.Public;

/// <summary>One stage of the year under the ruler.</summary>
/// <param name="Number">Its place in the order of the notice.</param>
/// <param name="Title">What happens.</param>
/// <param name="When">When, in words.</param>
/// <param name="Detail">One sentence.</param>
/// <param name="From">Left end on the ruler, in per cent.</param>
/// <param name="Width">Width on the ruler, in per cent.</param>
/// <param name="IsFixed">True when the notice fixes its dates; false for a plan, drawn dashed.</param>
public sealed record YearStage(int Number, string Title, string When, string Detail, decimal From, decimal Width, bool IsFixed);

/// <summary>A mark on the ruler, in per cent from its left end.</summary>
/// <param name="At">Position in per cent.</param>
/// <param name="Label">Text beside it, or empty.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="IsPast">Whether the day is over.</param>
public sealed record YearTick(decimal At, string Label, int Height, bool IsPast);

/// <summary>
/// The year of a campaign as a ruler. The notice fixes the opening and the districts' deadline; for what follows it fixes the order only,
/// so the later stages are drawn dashed, side by side, and carry no dates until the city announces them.
/// </summary>
public sealed class YearRuler
{
    private const int Months = 5;

    private readonly DateTimeOffset start;
    private readonly DateTimeOffset end;

    /// <summary>Draws a campaign as it stands at a moment.</summary>
    public YearRuler(CampaignCalendar campaign, DateTimeOffset now, DateTimeOffset? noticeOpens = null, DateTimeOffset? noticeCloses = null)
    {
        var opens = ChinaTime.Of(campaign.OpensAt);
        start = new DateTimeOffset(opens.Year, opens.Month, 1, 0, 0, 0, opens.Offset);
        end = start.AddMonths(Months);
        if (noticeCloses is { } closes && closes > end)
        {
            end = closes.AddDays(14);
        }

        Now = now >= start && now <= end ? At(now) : null;
        Today = DateText.Day(now);
        Opening = At(campaign.OpensAt);
        Deadline = At(campaign.DistrictDeadline);
        DeadlineText = DateText.Deadline(campaign.DistrictDeadline);
        Filled = Math.Clamp(At(now), Opening, Deadline);
        Ticks = [.. Days(now)];
        Stages = [.. StagesOf(campaign, noticeOpens, noticeCloses)];
    }

    /// <summary>Position of the present moment in per cent; null outside the ruler.</summary>
    public decimal? Now { get; }

    /// <summary>Today in words, such as 7月6日.</summary>
    public string Today { get; }

    /// <summary>Position of the opening.</summary>
    public decimal Opening { get; }

    /// <summary>Position of the districts' deadline.</summary>
    public decimal Deadline { get; }

    /// <summary>The deadline in words, such as 2026年7月24日 24:00.</summary>
    public string DeadlineText { get; }

    /// <summary>How far the open window has run, as a position.</summary>
    public decimal Filled { get; }

    /// <summary>One tick a day.</summary>
    public IReadOnlyList<YearTick> Ticks { get; }

    /// <summary>The six stages of the notice.</summary>
    public IReadOnlyList<YearStage> Stages { get; }

    /// <summary>A position or width as SVG writes it.</summary>
    public static string Percent(decimal position) => position.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private decimal At(DateTimeOffset moment) => Math.Round((decimal)(moment - start).Ticks / (end - start).Ticks * 100m, 2);

    private IEnumerable<YearTick> Days(DateTimeOffset now)
    {
        for (var day = start; day < end; day = day.AddDays(1))
        {
            var first = day.Day == 1;
            yield return new YearTick(At(day), first ? $"{day.Month}月" : "", first ? 18 : day.DayOfWeek is DayOfWeek.Monday ? 11 : 6, day < now);
        }
    }

    private IEnumerable<YearStage> StagesOf(CampaignCalendar campaign, DateTimeOffset? noticeOpens, DateTimeOffset? noticeCloses)
    {
        yield return new YearStage(1, "企业、园区申报", $"{DateText.FullDay(campaign.OpensAt)}起", "在平台完成自评价，提交到所在区县", Opening, Filled - Opening, true);
        yield return new YearStage(2, "区县初审与报送", $"{DeadlineText} 前", "初审、现场核实、征求五部门意见后推荐", Filled, Deadline - Filled, true);
        var (noticeFrom, noticeWidth) = noticeOpens is { } opens && noticeCloses is { } closes ? (At(opens), At(closes) - At(opens)) : (0m, 0m);
        var room = ((noticeWidth > 0 ? noticeFrom : 100m) - Deadline) / (noticeWidth > 0 ? 2 : 4);
        yield return Plan(3, "市级符合性审查", "材料齐全、条件符合、无负面情形", 0, room);
        yield return Plan(4, "专家评审", "回避后分组评分，优中选优", 1, room);
        yield return noticeWidth > 0
            ? new YearStage(5, "拟入围名单公示", $"{DateText.FullDay(noticeOpens!.Value)}—{DateText.Deadline(noticeCloses!.Value)}", "任何人可以提出异议并查看办理结果", noticeFrom, noticeWidth, true)
            : Plan(5, "拟入围名单公示", $"公示 {campaign.NoticeDays} 天，任何人可以提出异议", 2, room);
        yield return noticeWidth > 0
            ? new YearStage(6, "发布名录", "公示结束后", "名录签名发布，移出单位同时公告", noticeFrom + noticeWidth + 1, Math.Max(0, 99m - noticeFrom - noticeWidth), false)
            : Plan(6, "发布名录", "名录签名发布，移出单位同时公告", 3, room);
    }

    private YearStage Plan(int number, string title, string detail, int place, decimal room) =>
        new(number, title, "时间另行公告", detail, Deadline + (place * room) + 0.6m, Math.Max(0, room - 1m), false);
}
