using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using GreenFactory.Application.Ports.Files;

namespace GreenFactory.Application.Evidence.Inspection;

/// <summary>The parts of a ZIP package by name, whatever the case, slashes and percent signs with which a program wrote them.</summary>
internal sealed class PackageParts
{
    private const long MaxTreeBytes = 8L * FileSize.Megabyte;

    private static readonly XmlReaderSettings Strict = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Lists the parts.</summary>
    internal PackageParts(ZipArchive archive)
    {
        foreach (var entry in archive.Entries)
            _parts.TryAdd(Plain(entry.FullName), entry);
    }

    /// <summary>The name as parts are compared by it.</summary>
    internal static string Plain(string name) => Uri.UnescapeDataString(name.Replace('\\', '/')).TrimStart('/').Replace("./", "", StringComparison.Ordinal);

    /// <summary>Whether there is such a part.</summary>
    internal bool Has(string name) => _parts.ContainsKey(Plain(name));

    /// <summary>The root of a part; null when there is no such part.</summary>
    /// <exception cref="XmlException">It is not XML.</exception>
    /// <exception cref="InvalidDataException">It is longer than a list of parts can be.</exception>
    internal XElement? Read(string name)
    {
        if (!_parts.TryGetValue(Plain(name), out var entry))
            return null;
        if (entry.Length > MaxTreeBytes)
            throw new InvalidDataException($"Part {name} is too long to be a list of parts.");
        using var content = entry.Open();
        using var reader = XmlReader.Create(content, Strict);
        return XElement.Load(reader);
    }

    /// <summary>Reads a part to its end and keeps nothing of it.</summary>
    /// <exception cref="XmlException">It is not XML.</exception>
    internal void Check(string name)
    {
        using var content = _parts[Plain(name)].Open();
        using var reader = XmlReader.Create(content, Strict);
        while (reader.Read())
        {
        }
    }
}
