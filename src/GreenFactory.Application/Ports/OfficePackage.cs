using System.IO.Compression;

namespace GreenFactory.Application.Ports;

/// <summary>The inside of an Office Open XML file.</summary>
internal static class OfficePackage
{
    private const int MaxEntries = 10_000;
    private const long MaxInflatedBytes = 300L * FileSize.Megabyte;
    private const long FreeInflatedBytes = 20L * FileSize.Megabyte;
    private const int MaxRatio = 200;

    private static readonly string[] MacroParts = ["vbaproject.bin", "vbadata.xml"];
    private static readonly string[] ProgramExtensions = [".exe", ".dll", ".bat", ".cmd", ".com", ".scr", ".js", ".vbs", ".ps1", ".lnk", ".jar"];

    /// <summary>Refuses a package that holds macros, programs or a bomb, is damaged, or is not of the claimed kind.</summary>
    /// <param name="content">The package.</param>
    /// <param name="claimed">Workbook or text, as the extension says.</param>
    /// <returns>The refusal, or null.</returns>
    internal static FileRefusal? Refuse(Stream content, FileKind claimed)
    {
        content.Position = 0;
        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > MaxEntries)
                return Bomb($"内含 {archive.Entries.Count} 个部件");
            return RefuseActiveContent(archive) ?? RefuseBomb(archive, content.Length) ?? RefuseOtherKind(archive, claimed);
        }
        catch (InvalidDataException)
        {
            return new FileRefusal(FileRefusals.Damaged, "文件已损坏或不完整，无法打开。请在本机确认能正常打开，另存一份后重新上传。");
        }
    }

    private static FileRefusal? RefuseActiveContent(ZipArchive archive)
    {
        foreach (var entry in archive.Entries)
        {
            var path = entry.FullName.Replace('\\', '/').ToLowerInvariant();
            if (MacroParts.Contains(Path.GetFileName(path)) || path.Contains("/macrosheets/", StringComparison.Ordinal))
                return new FileRefusal(FileRefusals.Macros, "文件中含有宏，为安全起见不予接收。请另存为不含宏的 .xlsx 或 .docx 后重新上传。");
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
            int read;
            while ((read = part.Read(buffer)) > 0)
            {
                inflated += read;
                if (inflated > allowed)
                    return Bomb($"解压后超过 {FileSize.Describe(allowed)}");
            }
        }

        return null;
    }

    private static FileRefusal? RefuseOtherKind(ZipArchive archive, FileKind claimed)
    {
        var isPackage = archive.GetEntry("[Content_Types].xml") is not null;
        var isWorkbook = isPackage && archive.GetEntry("xl/workbook.xml") is not null;
        var isText = isPackage && archive.GetEntry("word/document.xml") is not null;
        if (claimed == FileKind.Xlsx ? isWorkbook : isText)
            return null;
        var actual = isWorkbook ? " Excel 工作簿" : isText ? " Word 文档" : " ZIP 压缩包";
        var extension = claimed == FileKind.Xlsx ? ".xlsx" : ".docx";
        return new FileRefusal(
            FileRefusals.ContentDiffers, $"文件的扩展名是 {extension}，但内容实际是{actual}，不予接收。请上传真实的 {extension} 文件，不要只改扩展名。");
    }

    private static FileRefusal Bomb(string finding) => new(
        FileRefusals.ArchiveBomb, $"文件{finding}，远超正常 Office 文件，可能是恶意构造的压缩炸弹，不予接收。如确为正常文件，请删减内容或转为 PDF 后上传。");
}
