using GreenFactory.Web.Links;

namespace GreenFactory.Web.Hosting;

/// <summary>What search engines may read: the public face, not the desks.</summary>
public static class Robots
{
    private const string Text = """
        User-agent: *
        Disallow: /account/
        Disallow: /apply
        Disallow: /district
        Disallow: /departments
        Disallow: /city
        Disallow: /experts
        Disallow: /admin
        Disallow: /dev/
        Disallow: /objections
        Disallow: /m/

        """;

    /// <summary>Maps <c>/robots.txt</c>.</summary>
    public static void MapRobots(this WebApplication app) => app.MapGet(
        "/robots.txt",
        (PortalLinks links, HttpContext context) => Results.Text($"{Text.ReplaceLineEndings("\n")}Sitemap: {links.Home(context)}{Sitemap.Address}\n")).AllowAnonymous().ExcludeFromDescription();
}
