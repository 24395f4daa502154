using System.IO.Compression;
using System.Xml;
using GreenFactory.Application.Ports.Files;

namespace GreenFactory.Application.Evidence.Inspection;

/// <summary>The inside of an Office Open XML file or an OFD.</summary>
internal static class OfficePackage
{
    private const int MaxEntries = 10_000;
    private const long MaxInflatedBytes = 300L * FileSize.Megabyte;
    private const long FreeInflatedBytes = 20L * FileSize.Megabyte;
    private const int MaxRatio = 200;

    private static readonly FileRefusal Damaged = new(
        FileRefusals.Damaged, "文件已损坏或不完整，无法打开。请在本机确认能正常打开，另存一份后重新上传。");

    private static readonly FileRefusal WithMacros = new(
        FileRefusals.Macros, "文件中含有宏，为安全起见不予接收。请另存为不含宏的 .xlsx 或 .docx 后重新上传。");

    private static readonly string[] MacroParts = ["vbaproject.bin", "vbadata.xml"];
    private static readonly string[] ProgramExtensions = [".exe", ".dll", ".bat", ".cmd", ".com", ".scr", ".js", ".vbs", ".ps1", ".lnk", ".jar"];

    /// <summary>Refuses a package that holds macros, programs or a bomb, is damaged, or is not of the claimed kind.</summary>
    /// <param name="content">The package.</param>
    /// <param name="claimed">Workbook, text or OFD, as the extension says.</param>
    /// <returns>The refusal, or null.</returns>
    internal static FileRefusal? Refuse(Stream content, FileKind claimed)
    {
        content.Position = 0;
        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > MaxEntries)
                return Bomb($"内含 {archive.Entries.Count} 个部件");
            return RefuseActiveContent(archive) ?? RefuseBomb(archive, content.Length) ?? RefuseOtherKind(new PackageParts(archive), claimed);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or NotSupportedException)
        {
            return Damaged;
        }
    }

    private static FileRefusal? RefuseActiveContent(ZipArchive archive)
    {
        foreach (var entry in archive.Entries)
        {
            var path = entry.FullName.Replace('\\', '/').ToLowerInvariant();
            if (MacroParts.Contains(Path.GetFileName(path)) || path.Contains("/macrosheets/", StringComparison.Ordinal))
                return WithMacros;
            if (ProgramExtensions.Contains(Path.GetExtension(path)))
            {
                var shown = FileName.Sanitise(entry.FullName);
                return new FileRefusal(FileRefusals.ContentDiffers, $"文件中嵌有程序或脚本「{shown}」，不予接收。请删除该内容后重新上传。");
            }
        }

        return null;
    }

    // The lengths an archive states can lie, so every part is inflated and counted.
    private static FileRefusal? RefuseBomb(ZipArchive archive, long packedBytes)
    {
        var allowed = Math.Min(MaxInflatedBytes, Math.Max(FreeInflatedBytes, packedBytes * MaxRatio));
        var buffer = new byte[81920];
        long inflated = 0;
        foreach (var entry in archive.Entries)
        {
            using var part = entry.Open();
            var before = inflated;
            int read;
            while ((read = part.Read(buffer)) > 0)
            {
                inflated += read;
                if (inflated > allowed)
                    return Bomb($"解压后超过 {FileSize.Describe(allowed)}");
            }

            if (inflated - before != entry.Length)
                return Damaged;
        }

        return null;
    }

    private static FileRefusal? RefuseOtherKind(PackageParts parts, FileKind claimed)
    {
        if (parts.Has(OfdParts.Root) && !parts.Has(OfficeParts.ContentTypes))
            return claimed == FileKind.Ofd ? OfdParts.HasPages(parts) ? null : Damaged : Other(claimed, " OFD 文件");
        if (!parts.Has(OfficeParts.ContentTypes))
            return Other(claimed, parts.Has("META-INF/manifest.xml") && parts.Has("mimetype") ? " OpenDocument 文件" : " ZIP 压缩包");
        if (OfficeParts.Find(parts) is not { } main)
            return Damaged;
        if (main.HasMacros)
            return WithMacros;
        if (main.Kind != claimed)
            return Other(claimed, main.Name);
        parts.Check(main.Path);
        return null;
    }

    private static FileRefusal Other(FileKind claimed, string actual)
    {
        var extension = FileKinds.Extension(claimed);
        return new FileRefusal(
            FileRefusals.ContentDiffers, $"文件的扩展名是 {extension}，但内容实际是{actual}，不予接收。请上传真实的 {extension} 文件，不要只改扩展名。");
    }

    private static FileRefusal Bomb(string finding) => new(
        FileRefusals.ArchiveBomb, $"文件{finding}，远超正常 Office 文件，可能是恶意构造的压缩炸弹，不予接收。如确为正常文件，请删减内容或转为 PDF 后上传。");
}
