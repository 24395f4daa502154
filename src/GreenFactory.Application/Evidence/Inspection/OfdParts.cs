namespace GreenFactory.Application.Evidence.Inspection;

/// <summary>The inside of an OFD (GB/T 33190—2016): <c>OFD.xml</c> at the root names documents, a document names its pages.</summary>
internal static class OfdParts
{
    /// <summary>The entry of every OFD.</summary>
    internal const string Root = "OFD.xml";

    /// <summary>Whether every document that the package names is there, and one has a page that is there.</summary>
    /// <exception cref="System.Xml.XmlException">A part is not XML.</exception>
    internal static bool HasPages(PackageParts parts)
    {
        if (parts.Read(Root) is not { Name.LocalName: "OFD" } root)
            return false;
        var pages = 0;
        foreach (var path in root.Descendants().Where(element => element.Name.LocalName == "DocRoot").Select(element => element.Value.Trim()))
        {
            if (parts.Read(path) is not { Name.LocalName: "Document" } document)
                return false;
            var folder = path.Contains('/', StringComparison.Ordinal) ? path[..(path.LastIndexOf('/') + 1)] : "";
            pages += document.Descendants()
                .Where(element => element.Name.LocalName == "Page" && element.Parent?.Name.LocalName == "Pages")
                .Count(page => page.Attribute("BaseLoc")?.Value is { } place && (parts.Has(folder + place) || parts.Has(place)));
        }

        return pages > 0;
    }
}
