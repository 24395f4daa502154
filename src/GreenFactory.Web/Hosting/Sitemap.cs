using System.Xml.Linq;
using GreenFactory.Application.Honours;
using GreenFactory.Application.Messages;
using GreenFactory.Application.PublicSite;
using GreenFactory.Web.Links;

namespace GreenFactory.Web.Hosting;

/// <summary>The public pages for search engines: the fixed ones, rule sets, notices and lists. Units are found through the register's own pages.</summary>
public static class Sitemap
{
    /// <summary>The address, below the municipality.</summary>
    public const string Address = "/sitemap.xml";

    private static readonly XNamespace Names = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly string[] Fixed = ["/", "/register", "/notices", "/rules", "/verify", "/help"];

    /// <summary>Maps <c>/sitemap.xml</c>.</summary>
    public static void MapSitemap(this WebApplication app) => app.MapGet(Address, ReadAsync).AllowAnonymous().RequireRateLimiting(RateLimits.PublicSearch).ExcludeFromDescription();

    private static async Task<IResult> ReadAsync(NoticeListQuery notices, PublishedRuleSetListQuery rules, PortalLinks links, HttpContext context, CancellationToken cancellation)
    {
        var lists = await notices.ListAsync(null, cancellation);
        var published = await rules.RunAsync(cancellation);
        var home = links.Home(context);
        IEnumerable<string> addresses =
        [
            .. Fixed.Select(path => home + path),
            .. published.Select(row => links.Address(Destination.RuleSet(row.RuleSetId, row.Version), context)),
            .. lists.Publications.Select(row => links.Address(Destination.Publication(row.Id.Value), context)),
            .. lists.Notices.Select(row => links.Address(Destination.PublicNotice(row.Id.Value), context)),
        ];
        var map = new XElement(Names + "urlset", addresses.Select(address => new XElement(Names + "url", new XElement(Names + "loc", address))));
        return Results.Text($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{map.ToString(SaveOptions.DisableFormatting)}", "application/xml; charset=utf-8");
    }
}
