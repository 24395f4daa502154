namespace GreenFactory.Application.Ports;

/// <summary>What a file is by its first bytes.</summary>
/// <param name="Name">Chinese, as it follows 「内容实际是」.</param>
/// <param name="Kinds">The accepted types that begin so; none for everything else.</param>
internal sealed record FileSignature(string Name, params FileKind[] Kinds)
{
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
        (0, [.. "%PDF-"u8], new(" PDF 文件", FileKind.Pdf)),
        (0, [0xFF, 0xD8, 0xFF], new(" JPEG 图片", FileKind.Jpeg)),
        (0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], new(" PNG 图片", FileKind.Png)),
        (0, [0x50, 0x4B, 0x03, 0x04], new(" ZIP 压缩包或 Office 文件", FileKind.Xlsx, FileKind.Docx)),
        (0, [0x50, 0x4B, 0x05, 0x06], new("空的 ZIP 压缩包")),
        (0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], new("旧版 Office 文件或加了打开密码的 Office 文件")),
        (0, [.. "Rar!"u8], new(" RAR 压缩包")),
        (0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], new(" 7z 压缩包")),
        (0, [0x1F, 0x8B], new(" GZIP 压缩包")),
        (0, [.. "GIF8"u8], new(" GIF 图片")),
        (0, [.. "BM"u8], new(" BMP 图片")),
        (0, [0x49, 0x49, 0x2A, 0x00], new(" TIFF 图片")),
        (0, [0x4D, 0x4D, 0x00, 0x2A], new(" TIFF 图片")),
        (8, [.. "WEBP"u8], new(" WebP 图片")),
        (4, [.. "ftypheic"u8], new(" HEIC 图片（手机照片）")),
        (4, [.. "ftyp"u8], new(" MP4 等视频")),
    ];

    /// <summary>Recognises a file.</summary>
    /// <param name="head">Its first bytes, up to 1024.</param>
    internal static FileSignature Recognise(ReadOnlySpan<byte> head)
    {
        foreach (var (offset, bytes, signature) in Known)
        {
            if (head.Length >= offset + bytes.Length && head.Slice(offset, bytes.Length).SequenceEqual(bytes))
                return signature;
        }

        if (head.IndexOfAnyExceptInRange((byte)0x09, (byte)0xFF) >= 0)
            return Unknown;
        ReadOnlySpan<byte> blankOrByteOrderMark = [0x20, 0x09, 0x0D, 0x0A, 0xEF, 0xBB, 0xBF];
        return head.TrimStart(blankOrByteOrderMark).StartsWith("<"u8) ? Web : PlainText;
    }
}
