using System.Globalization;
using System.Xml.Linq;
using GreenFactory.Application.Honours;
using GreenFactory.Application.Messages;
using GreenFactory.Web.Access;
using GreenFactory.Web.Face.Text;
using GreenFactory.Web.Hosting;
using GreenFactory.Web.Links;

namespace GreenFactory.Web.Api;

/// <summary>Public notices and published lists as an Atom feed (RFC 4287), newest first, for programs that tell people of news.</summary>
internal static class ListFeed
{
    /// <summary>The address, below the municipality.</summary>
    public const string Address = "/notices.atom";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static void Map(WebApplication app) => app.MapGet(Address, ReadAsync).AllowAnonymous().RequireRateLimiting(RateLimits.PublicSearch).ExcludeFromDescription();

    private static async Task<IResult> ReadAsync(NoticeListQuery notices, PortalLinks links, HttpContext context, CancellationToken cancellation)
    {
        var lists = await notices.ListAsync(null, cancellation);
        var municipality = TenantMiddleware.Current(context);
        var home = links.Home(context);
        (Guid Id, DateTimeOffset At, string Title, string Summary, string Link)[] entries =
        [
            .. lists.Publications.Select(row => (row.Id.Value, row.PublishedAt, row.Title, row.Fault ?? $"发布 {row.Units} 家。", links.Address(Destination.Publication(row.Id.Value), context)))
                .Concat(lists.Notices.Select(row => (row.Id.Value, row.OpensAt, row.Title, row.Fault ?? $"公示 {row.Units} 家，至 {DateText.Deadline(row.EndsAt)}。", links.Address(Destination.PublicNotice(row.Id.Value), context))))
                .OrderByDescending(entry => entry.Item2),
        ];
        var feed = new XElement(
            Atom + "feed",
            new XElement(Atom + "id", home + Address),
            new XElement(Atom + "title", $"{municipality.AuthorityName}：绿色工厂与绿色工业园区公示和名单"),
            new XElement(Atom + "updated", Moment(entries.Length > 0 ? entries[0].At : DateTimeOffset.UnixEpoch)),
            new XElement(Atom + "author", new XElement(Atom + "name", municipality.AuthorityName)),
            Link("self", home + Address),
            Link("alternate", home + "/notices"),
            entries.Select(entry => new XElement(
                Atom + "entry",
                new XElement(Atom + "id", $"urn:uuid:{entry.Id}"),
                new XElement(Atom + "title", entry.Title),
                new XElement(Atom + "updated", Moment(entry.At)),
                new XElement(Atom + "summary", entry.Summary),
                Link("alternate", entry.Link))));
        ApiCaching.Keep(context.Response);
        return Results.Text($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{feed.ToString(SaveOptions.DisableFormatting)}", "application/atom+xml; charset=utf-8");
    }

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static XElement Link(string relation, string address) => new(Atom + "link", new XAttribute("rel", relation), new XAttribute("href", address));
}
