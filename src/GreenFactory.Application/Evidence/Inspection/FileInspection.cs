using GreenFactory.Application.Ports.Files;


namespace GreenFactory.Application.Evidence.Inspection;

/// <summary>Decides from a file's name and content, and nothing else, whether it can be evidence.</summary>
public static class FileInspection
{
    private const int HeadBytes = 1024;

    /// <summary>Inspects a file.</summary>
    /// <param name="content">Its bytes; the position afterwards is the beginning.</param>
    /// <param name="fileName">Its name as the browser sent it.</param>
    /// <param name="limits">How large it may be.</param>
    /// <param name="shown">The formats to name in a refusal, where fewer are taken than evidence may have.</param>
    /// <exception cref="ArgumentException">The stream cannot seek.</exception>
    public static InspectionResult Inspect(Stream content, string fileName, FileLimits limits, string shown = FileKinds.Shown)
    {
        if (!content.CanSeek)
            throw new ArgumentException("An inspection reads the file more than once, so its stream must seek.", nameof(content));

        var name = FileName.Sanitise(fileName);
        try
        {
            var kind = FileKinds.FromExtension(Path.GetExtension(name));
            var refusal = RefuseLength(content.Length, limits) ?? RefuseExtension(kind, name, shown) ?? RefuseContent(content, kind!.Value, name, shown);
            return refusal is null
                ? new InspectionResult.Accepted(name, kind!.Value, content.Length)
                : new InspectionResult.Refused(refusal);
        }
        finally
        {
            content.Position = 0;
        }
    }

    private static FileRefusal? RefuseLength(long bytes, FileLimits limits)
    {
        if (bytes == 0)
            return new FileRefusal(FileRefusals.Empty, "文件是空的（0 字节）。请确认文件已保存完整后重新上传。");
        return bytes > limits.MaxBytes ? FileRefusals.OverLimit(limits, bytes) : null;
    }

    private static FileRefusal? RefuseExtension(FileKind? kind, string name, string shown)
    {
        if (kind is not null)
            return null;
        var extension = Path.GetExtension(name).ToLowerInvariant();
        return extension switch
        {
            ".xlsm" or ".xltm" or ".xlsb" or ".docm" or ".dotm" => new FileRefusal(
                FileRefusals.Macros, $"「{extension}」文件可以含有宏，为安全起见不予接收。请另存为不含宏的 .xlsx 或 .docx 后重新上传。"),
            ".xls" or ".xlt" or ".et" or ".ett" or ".ods" => new FileRefusal(
                FileRefusals.TypeNotAccepted, $"不接收 {extension} 表格。请用 Excel 或 WPS 打开，“另存为”.xlsx 后重新上传；不再改动的也可输出为 PDF。"),
            ".doc" or ".dot" or ".wps" or ".wpt" or ".rtf" or ".odt" => new FileRefusal(
                FileRefusals.TypeNotAccepted, $"不接收 {extension} 文档。请用 Word 或 WPS 打开，“另存为”.docx 后重新上传；不再改动的也可输出为 PDF。"),
            ".ppt" or ".pptx" or ".dps" or ".pps" or ".ppsx" => new FileRefusal(
                FileRefusals.TypeNotAccepted, $"不接收 {extension} 演示文稿。请打开后“另存为”或输出为 PDF 再上传。"),
            ".heic" or ".heif" => new FileRefusal(
                FileRefusals.TypeNotAccepted, $"这是 iPhone 等手机拍摄的 HEIC 照片（{extension}），多数电脑打不开。{FileSignature.HeicAdvice}"),
            ".tif" or ".tiff" or ".bmp" or ".gif" or ".webp" => new FileRefusal(
                FileRefusals.TypeNotAccepted, $"不接收 {extension} 图片。请打开后“另存为”JPG 或 PNG，多页扫描件输出为 PDF，再重新上传。"),
            ".zip" or ".rar" or ".7z" => new FileRefusal(
                FileRefusals.TypeNotAccepted, $"不接收压缩包（{extension}）。请解压后逐个上传，可用格式：{shown}。"),
            "" => new FileRefusal(FileRefusals.TypeNotAccepted, $"文件名没有扩展名，无法判断类型。可用格式：{shown}。"),
            _ => new FileRefusal(FileRefusals.TypeNotAccepted, $"不接收「{extension}」文件。可用格式：{shown}。"),
        };
    }

    private static FileRefusal? RefuseContent(Stream content, FileKind claimed, string name, string shown)
    {
        var head = new byte[HeadBytes];
        content.Position = 0;
        var read = content.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        var actual = FileSignature.Recognise(head.AsSpan(0, read));
        if (!actual.Kinds.Contains(claimed))
        {
            var advice = actual.Advice ?? $"请上传真实的 {shown} 文件，不要只改扩展名。";
            return new FileRefusal(
                FileRefusals.ContentDiffers, $"文件「{name}」的扩展名是 {Path.GetExtension(name)}，但内容实际是{actual.Name}，不予接收。{advice}");
        }

        return claimed switch
        {
            FileKind.Pdf => PdfInspection.Refuse(content),
            FileKind.Jpeg or FileKind.Png => PictureInspection.Refuse(content, claimed),
            _ => OfficePackage.Refuse(content, claimed),
        };
    }
}
