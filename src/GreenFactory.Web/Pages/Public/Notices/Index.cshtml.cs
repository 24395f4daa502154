using System.Globalization;
using GreenFactory.Application.Honours;
using GreenFactory.Application.PublicSite;
using GreenFactory.Web.Face.Blocks;
using GreenFactory.Web.Face.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Public.Notices;

/// <summary>Public notices, publications and announcements. Three queries.</summary>
public sealed class IndexModel(NoticeListQuery notices, AnnouncementListQuery announcements, TimeProvider clock) : PageModel
{
    private const int Size = 20;

    /// <summary>Begins the announcements before this moment, as the page before gave it.</summary>
    [BindProperty(SupportsGet = true)]
    public DateTimeOffset? Before { get; set; }

    /// <summary>Notices and publications.</summary>
    public NoticeList Lists { get; private set; } = null!;

    /// <summary>Notices as cards.</summary>
    public IReadOnlyList<NoticeCard> Cards { get; private set; } = [];

    /// <summary>Announcements of this page.</summary>
    public IReadOnlyList<NewsItem> News { get; private set; } = [];

    /// <summary>Address of older announcements; null on the last page.</summary>
    public string? Older { get; private set; }

    /// <summary>Reads the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        Lists = await notices.ListAsync(cancellation);
        Cards = [.. Lists.Notices.Select(notice => NoticePeriod.Card(notice, now, Url.Content($"~/notices/{notice.Id.Value:N}")))];
        var lines = await announcements.RunAsync(Size + 1, Before?.ToUniversalTime(), cancellation);
        News = [.. lines.Take(Size).Select(line => new NewsItem(DateText.Day(line.PublishedAt), line.Title, Url.Content($"~/announcements/{line.Id:N}"), line.Kind))];
        Older = lines.Count > Size
            ? Url.Content("~/notices?before=" + Uri.EscapeDataString(lines[Size - 1].PublishedAt.ToString("O", CultureInfo.InvariantCulture)))
            : null;
    }
}
