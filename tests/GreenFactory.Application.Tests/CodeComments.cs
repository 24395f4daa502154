using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace GreenFactory.Application.Tests;

/// <summary>The doc comments of the program, for documents that are made from them.</summary>
internal static class CodeComments
{
    private static readonly Dictionary<Assembly, XDocument> Read = [];

    /// <summary>The summary of a type, in one line; empty where it has none.</summary>
    public static string Of(Type type) => Find(type.Assembly, $"T:{type.FullName}");

    /// <summary>The summary of a value of an enumeration, in one line.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Find(typeof(T).Assembly, $"F:{typeof(T).FullName}.{value}");

    private static string Find(Assembly assembly, string member)
    {
        XDocument? comments;
        lock (Read)
        {
            if (!Read.TryGetValue(assembly, out comments))
            {
                var file = Path.ChangeExtension(assembly.Location, ".xml");
                comments = File.Exists(file) ? XDocument.Load(file) : new XDocument(new XElement("doc"));
                Read.Add(assembly, comments);
            }
        }

        var summary = comments.Descendants("member").FirstOrDefault(row => row.Attribute("name")?.Value == member)?.Element("summary");
        return summary is null ? "" : Regex.Replace(string.Concat(summary.Nodes().Select(Text)).Trim(), @"\s+", " ").Replace("|", "\\|", StringComparison.Ordinal);
    }

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement element when element.Attribute("cref") is { } named => named.Value.Split('.')[^1],
        XElement element => element.Value,
        _ => "",
    };
}
