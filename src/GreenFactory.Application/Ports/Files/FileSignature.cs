namespace GreenFactory.Application.Ports.Files;

/// <summary>What a file is by its first bytes.</summary>
/// <param name="Name">Chinese, as it follows 「内容实际是」.</param>
/// <param name="Advice">Chinese: what to do with such a file.</param>
/// <param name="Kinds">The accepted types that begin so; none for everything else.</param>
internal sealed record FileSignature(string Name, string? Advice = null, params FileKind[] Kinds)
{
    /// <summary>What to do with a photo of an iPhone.</summary>
    internal const string HeicAdvice = "请在 iPhone「设置 › 相机 › 格式」中设置为“兼容性最佳”后重拍，或在电脑上打开照片，另存为 JPG 后重新上传。";

    private const string LegacyAdvice = "旧版文件请用 Office 或 WPS 另存为 .xlsx、.docx 或 PDF；设有打开密码的请先去掉密码，再重新上传。";

    private static readonly FileSignature Heic = new(" HEIC 照片（iPhone 等手机的默认格式）", HeicAdvice);
    private static readonly FileSignature Unknown = new("无法识别的二进制数据");
    private static readonly FileSignature PlainText = new("纯文本");
    private static readonly FileSignature Web = new("网页（HTML）或脚本");

    private static readonly (int Offset, byte[] Bytes, FileSignature Signature)[] Known =
    [
        (0, [.. "MZ"u8], new("Windows 可执行程序")),
        (0, [0x7F, .. "ELF"u8], new("Linux 可执行程序")),
        (0, [0xCF, 0xFA, 0xED, 0xFE], new("macOS 可执行程序")),
        (0, [0xCE, 0xFA, 0xED, 0xFE], new("macOS 可执行程序")),
        (0, [0xCA, 0xFE, 0xBA, 0xBE], new("Java 或 macOS 可执行程序")),
        (0, [0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], new("Windows 快捷方式")),
        (0, [.. "#!"u8], new("可执行脚本")),
        (0, [.. "%PDF-"u8], new(" PDF 文件", null, FileKind.Pdf)),
        (0, [0xFF, 0xD8, 0xFF], new(" JPEG 图片", null, FileKind.Jpeg)),
        (0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], new(" PNG 图片", null, FileKind.Png)),
        (0, [0x50, 0x4B, 0x03, 0x04], new(" ZIP 压缩包或 Office 文件", null, FileKind.Xlsx, FileKind.Docx, FileKind.Ofd)),
        (0, [0x50, 0x4B, 0x05, 0x06], new("空的 ZIP 压缩包")),
        (0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], new("旧版 Office 文件或加了打开密码的 Office 文件", LegacyAdvice)),
        (0, [.. "Rar!"u8], new(" RAR 压缩包")),
        (0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], new(" 7z 压缩包")),
        (0, [0x1F, 0x8B], new(" GZIP 压缩包")),
        (0, [.. "GIF8"u8], new(" GIF 图片")),
        (0, [.. "BM"u8], new(" BMP 图片")),
        (0, [0x49, 0x49, 0x2A, 0x00], new(" TIFF 图片")),
        (0, [0x4D, 0x4D, 0x00, 0x2A], new(" TIFF 图片")),
        (8, [.. "WEBP"u8], new(" WebP 图片")),
        (4, [.. "ftyphe"u8], Heic),
        (4, [.. "ftypmif1"u8], Heic),
        (4, [.. "ftypmsf1"u8], Heic),
        (4, [.. "ftyp"u8], new(" MP4 等视频")),
    ];

    /// <summary>Recognises a file.</summary>
    /// <param name="head">Its first bytes, up to 1024.</param>
    internal static FileSignature Recognise(ReadOnlySpan<byte> head)
    {
        // Scanners' and portals' programs put a byte-order mark or line breaks before the header; readers open such files.
        ReadOnlySpan<byte> blankOrByteOrderMark = [0x20, 0x09, 0x0D, 0x0A, 0xEF, 0xBB, 0xBF];
        var visible = head.TrimStart(blankOrByteOrderMark);
        if (visible.StartsWith("%PDF-"u8))
            head = visible;
        foreach (var (offset, bytes, signature) in Known)
        {
            if (head.Length >= offset + bytes.Length && head.Slice(offset, bytes.Length).SequenceEqual(bytes))
                return signature;
        }

        if (head.IndexOfAnyExceptInRange((byte)0x09, (byte)0xFF) >= 0)
            return Unknown;
        return visible.StartsWith("<"u8) ? Web : PlainText;
    }
}
