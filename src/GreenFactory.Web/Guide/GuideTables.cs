namespace GreenFactory.Web.Guide;

/// <summary>Tables of the guide carry the portal's look and scroll by themselves on a narrow screen.</summary>
internal static class GuideTables
{
    public static string Scrollable(string html) => html
        .Replace("<table>", "<div class=\"gf-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"表格\"><table class=\"gf-tbl\">", StringComparison.Ordinal)
        .Replace("</table>", "</table></div>", StringComparison.Ordinal);
}
