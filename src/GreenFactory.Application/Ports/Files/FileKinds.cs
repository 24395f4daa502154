namespace GreenFactory.Application.Ports.Files;

/// <summary>Extensions and media types of the accepted file types.</summary>
public static class FileKinds
{
    /// <summary>The accepted extensions as a form shows them.</summary>
    public const string Shown = "PDF、OFD、JPG、PNG、XLSX、DOCX";

    /// <summary>Some of the types as a form shows them.</summary>
    public static string ShownOf(IEnumerable<FileKind> kinds) => string.Join("、", kinds.Select(kind => Extension(kind)[1..].ToUpperInvariant()));

    /// <summary>The value of a file field's <c>accept</c> attribute.</summary>
    public const string AcceptAttribute = ".pdf,.ofd,.jpg,.jpeg,.png,.xlsx,.docx";

    /// <summary>The type an extension stands for; null when it is not accepted.</summary>
    /// <param name="extension">With its dot, in either case.</param>
    public static FileKind? FromExtension(string extension) => extension.ToLowerInvariant() switch
    {
        ".pdf" => FileKind.Pdf,
        ".ofd" => FileKind.Ofd,
        ".jpg" or ".jpeg" => FileKind.Jpeg,
        ".png" => FileKind.Png,
        ".xlsx" => FileKind.Xlsx,
        ".docx" => FileKind.Docx,
        _ => null,
    };

    /// <summary>The media type with which the file is served.</summary>
    public static string MediaType(FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Ofd => "application/ofd",
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        FileKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a file kind."),
    };

    /// <summary>The extension of a type, with its dot.</summary>
    public static string Extension(FileKind kind) => kind is FileKind.Jpeg ? ".jpg" : "." + kind.ToString().ToLowerInvariant();
}
