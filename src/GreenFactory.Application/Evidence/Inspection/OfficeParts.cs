using System.Xml.Linq;
using GreenFactory.Application.Ports.Files;

namespace GreenFactory.Application.Evidence.Inspection;

/// <summary>What a package says of its main part (ECMA-376 part 2: relationships and content types), wherever that part lies.</summary>
/// <param name="Path">Name of the main part.</param>
/// <param name="ContentType">Its content type; empty when none is stated.</param>
internal sealed record OfficeParts(string Path, string ContentType)
{
    /// <summary>Where the content types of an Open Packaging package are.</summary>
    internal const string ContentTypes = "[Content_Types].xml";

    /// <summary>The accepted kind; null for a template, a presentation or anything else.</summary>
    internal FileKind? Kind => ContentType switch
    {
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml" => FileKind.Xlsx,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml" => FileKind.Docx,
        _ => null,
    };

    /// <summary>Whether it is of a type that may run macros.</summary>
    internal bool HasMacros => ContentType.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase);

    /// <summary>What it is, as it follows 「内容实际是」.</summary>
    internal string Name => Kind switch
    {
        FileKind.Xlsx => " Excel 工作簿",
        FileKind.Docx => " Word 文档",
        _ when ContentType.Contains("presentationml", StringComparison.Ordinal) => " PPT 演示文稿",
        _ when ContentType.Contains(".template.", StringComparison.Ordinal) => " Office 模板",
        _ => "其他 Office 文件",
    };

    /// <summary>Finds the main part; null when the package names none or it is missing.</summary>
    internal static OfficeParts? Find(PackageParts parts)
    {
        var target = parts.Read("_rels/.rels")?.Elements()
            .FirstOrDefault(relation => relation.Attribute("Type")?.Value.EndsWith("/officeDocument", StringComparison.Ordinal) == true)?
            .Attribute("Target")?.Value;
        if (target is null || !parts.Has(target) || parts.Read(ContentTypes) is not { } types)
            return null;
        var path = PackageParts.Plain(target);
        return new OfficeParts(path, TypeOf(types, path));
    }

    private static string TypeOf(XElement types, string path)
    {
        var own = types.Elements().FirstOrDefault(type => type.Name.LocalName == "Override" && Same(PackageParts.Plain(Of(type, "PartName")), path));
        var common = types.Elements().FirstOrDefault(type => type.Name.LocalName == "Default" && Same("." + Of(type, "Extension"), System.IO.Path.GetExtension(path)));
        return (own ?? common)?.Attribute("ContentType")?.Value ?? "";
    }

    private static string Of(XElement element, string attribute) => element.Attribute(attribute)?.Value ?? "";

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
