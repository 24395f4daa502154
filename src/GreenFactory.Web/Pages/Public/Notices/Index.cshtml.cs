using System.ComponentModel.DataAnnotations;
using System.Globalization;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Honours;
using GreenFactory.Application.PublicSite;
using GreenFactory.Web.Face.Blocks;
using GreenFactory.Web.Face.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Public.Notices;

/// <summary>Public notices and publications of all years or of one, and announcements. Four queries.</summary>
public sealed class IndexModel(CampaignChoiceReader campaigns, NoticeListQuery notices, AnnouncementListQuery announcements, TimeProvider clock) : PageModel
{
    private const int Size = 20;

    /// <summary>Begins the announcements before this moment, as the page before gave it.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "翻页位置")]
    public DateTimeOffset? Before { get; set; }

    /// <summary>Only notices and publications of this year's campaign; null for all.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "年度")]
    public int? Year { get; set; }

    /// <summary>The years there are, the latest first.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>Notices and publications.</summary>
    public NoticeList Lists { get; private set; } = null!;

    /// <summary>Notices as cards.</summary>
    public IReadOnlyList<NoticeCard> Cards { get; private set; } = [];

    /// <summary>Announcements of this page.</summary>
    public IReadOnlyList<NewsItem> News { get; private set; } = [];

    /// <summary>Address of older announcements; null on the last page.</summary>
    public string? Older { get; private set; }

    /// <summary>Reads the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var choice = await campaigns.ReadAsync(Year, cancellation);
        if (Year is not null && choice.Chosen is null)
        {
            return NotFound();
        }

        Years = [.. choice.All.Select(row => row.Year)];
        Lists = await notices.ListAsync(Year is null ? null : choice.Chosen!.Id, cancellation);
        Cards = [.. Lists.Notices.Select(notice => NoticePeriod.Card(notice, now, Url.Content($"~/notices/{notice.Id.Value:N}")))];
        var lines = await announcements.RunAsync(Size + 1, Before?.ToUniversalTime(), cancellation);
        News = [.. lines.Take(Size).Select(line => new NewsItem(DateText.FullDay(line.PublishedAt), line.Title, Url.Content($"~/announcements/{line.Id:N}"), line.Kind))];
        Older = lines.Count > Size
            ? Url.Content("~/notices?before=" + Uri.EscapeDataString(lines[Size - 1].PublishedAt.ToString("O", CultureInfo.InvariantCulture)))
            : null;
        return Page();
    }
}
