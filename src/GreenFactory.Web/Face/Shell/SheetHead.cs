using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace GreenFactory.Web.Face.Shell;

/// <summary>The head of a printed document (A4): what stands at its top and, with the hash line, at the foot of every page.</summary>
/// <param name="Title">Heading of the document.</param>
public sealed record SheetHead(string Title)
{
    private const string Key = "Face.SheetHead";

    /// <summary>Line under the heading.</summary>
    public string? Subtitle { get; init; }

    /// <summary>Who issues it; top left of every page.</summary>
    public string Issuer { get; init; } = "绿色工厂与绿色工业园区申报评审平台";

    /// <summary>Number of the case or document; top right of every page.</summary>
    public string? Number { get; init; }

    /// <summary>SHA-256 of the content the document states, in hexadecimal; null for documents that state nothing frozen.</summary>
    public string? Hash { get; init; }

    /// <summary>When it was made, its version and receipt; foot of every page.</summary>
    public string? Footer { get; init; }

    /// <summary>Hands the head to the layout.</summary>
    public static void Set(ViewDataDictionary viewData, SheetHead head) => viewData[Key] = head;

    /// <summary>The head a page has set.</summary>
    /// <exception cref="InvalidOperationException">A page of the sheet layout set no head.</exception>
    public static SheetHead Of(ViewDataDictionary viewData) =>
        viewData[Key] as SheetHead ?? throw new InvalidOperationException("A page printed with _SheetLayout must call SheetHead.Set.");
}
