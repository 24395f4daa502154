using System.Net;

namespace GreenFactory.Infrastructure.Pdf;

/// <summary>The lines that stand at the head and foot of every printed page, in Chromium's template form.</summary>
internal static class PageEdges
{
    private const string Style =
        "width:100%;margin:0 15mm;font:8px 'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei',sans-serif;color:#555;display:flex;justify-content:space-between";

    internal static string Header(string text) => $"""<div style="{Style}"><span>{WebUtility.HtmlEncode(text)}</span></div>""";

    internal static string Footer(string text) =>
        $"""<div style="{Style}"><span>{WebUtility.HtmlEncode(text)}</span><span>第 <span class="pageNumber"></span> / <span class="totalPages"></span> 页</span></div>""";
}
