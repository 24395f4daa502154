namespace GreenFactory.Application.Ports.Files;

/// <summary>Every reason for which an uploaded file is not taken.</summary>
public static class FileRefusals
{
    /// <summary>The file is longer than the limit.</summary>
    public const string TooLarge = "file.too-large";

    /// <summary>The file has no content.</summary>
    public const string Empty = "file.empty";

    /// <summary>Its extension is not one of the accepted ones.</summary>
    public const string TypeNotAccepted = "file.type-not-accepted";

    /// <summary>Its content is of another type than its extension says.</summary>
    public const string ContentDiffers = "file.content-differs";

    /// <summary>It is an Office file with macros.</summary>
    public const string Macros = "file.macros";

    /// <summary>It unpacks to far more than such a file needs.</summary>
    public const string ArchiveBomb = "file.archive-bomb";

    /// <summary>It is incomplete or damaged.</summary>
    public const string Damaged = "file.damaged";

    /// <summary>It opens only with a password.</summary>
    public const string Locked = "file.locked";

    /// <summary>A picture has more pixels than can be shown.</summary>
    public const string PictureTooLarge = "file.picture-too-large";

    /// <summary>A workbook has more rows, columns or cells than can be read.</summary>
    public const string TooManyCells = "file.too-many-cells";

    /// <summary>The same bytes were found infected before.</summary>
    public const string Quarantined = "file.quarantined";

    /// <summary>The refusal for a file that is too large.</summary>
    /// <param name="limits">The limit it broke.</param>
    /// <param name="bytes">Its length in bytes; null when reading stopped before the end.</param>
    public static FileRefusal OverLimit(FileLimits limits, long? bytes) => new(
        TooLarge,
        bytes is { } length
            ? $"文件大小为 {FileSize.Describe(length)}，超过上限 {FileSize.Describe(limits.MaxBytes)}。请压缩图片、降低扫描分辨率或拆分为多个文件后重新上传。"
            : $"文件超过上限 {FileSize.Describe(limits.MaxBytes)}，已停止接收。请压缩图片、降低扫描分辨率或拆分为多个文件后重新上传。");

    /// <summary>The refusal for bytes that a scan has already condemned.</summary>
    public static FileRefusal AlreadyQuarantined() => new(
        Quarantined, "该文件此前被查出含有病毒并已隔离，不能再次上传。请在查杀病毒后重新生成文件。");
}
