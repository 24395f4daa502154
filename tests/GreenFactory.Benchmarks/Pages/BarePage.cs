using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace GreenFactory.Benchmarks.Pages;

/// <summary>The list of <see cref="BareApp"/> as HTML.</summary>
internal static class BarePage
{
    public static IResult Of(IReadOnlyList<BareRow> rows)
    {
        var text = new StringBuilder("<!doctype html><title>Rows</title><table>");
        foreach (var row in rows)
        {
            text.Append("<tr><td>").Append(Encode(row.Number)).Append("<td>").Append(Encode(row.Name)).Append("<td>").Append(Encode(row.State)).Append("</tr>");
        }

        return Results.Content(text.Append("</table>").ToString(), "text/html");
    }

    private static string Encode(string value) => HtmlEncoder.Default.Encode(value);
}
