using GreenFactory.Application.Honours;
using GreenFactory.Application.PublicSite;
using GreenFactory.Web.Face.Blocks;
using GreenFactory.Web.Face.Text;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Public;

/// <summary>The home page: this year's dates, three doors, announcements and the register search. Six queries at most.</summary>
public sealed class IndexModel(
    CampaignCalendarQuery campaigns, AnnouncementListQuery announcements, NoticeListQuery notices, RegisterFiguresQuery register, TimeProvider clock) : PageModel
{
    private const int News = 6;

    /// <summary>The campaign of the year; null before the first.</summary>
    public CampaignCalendar? Campaign { get; private set; }

    /// <summary>The year as a ruler.</summary>
    public YearRuler? Ruler { get; private set; }

    /// <summary>What is left until the deadline.</summary>
    public Countdown? Left { get; private set; }

    /// <summary>正在申报, 尚未开始 or 区县报送已截止.</summary>
    public string Phase { get; private set; } = "";

    /// <summary>The latest announcements.</summary>
    public IReadOnlyList<NewsItem> Latest { get; private set; } = [];

    /// <summary>How many units stand on the list.</summary>
    public RegisterFigures Figures { get; private set; } = null!;

    /// <summary>Reads the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        Campaign = await campaigns.RunAsync(cancellation);
        if (Campaign is not null)
        {
            var notice = (await notices.NoticesAsync(null, cancellation)).FirstOrDefault(row => row.Year == Campaign.Year);
            Ruler = new YearRuler(Campaign, now, notice?.OpensAt, notice?.EndsAt);
            Left = Countdown.To(Campaign.OpensAt, Campaign.DistrictDeadline, now);
            Phase = now < Campaign.OpensAt ? "尚未开始" : now < Campaign.DistrictDeadline ? "正在申报" : "区县报送已截止";
        }

        Figures = await register.RunAsync(cancellation);
        Latest = [.. (await announcements.RunAsync(News, null, cancellation))
            .Select(line => new NewsItem(DateText.FullDay(line.PublishedAt), line.Title, Url.Content($"~/announcements/{line.Id:N}"), line.Kind))];
    }
}
