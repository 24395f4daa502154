namespace GreenFactory.Application.Ports;

/// <summary>Extensions and media types of the accepted file types.</summary>
public static class FileKinds
{
    /// <summary>The accepted extensions as a form shows them.</summary>
    public const string Shown = "PDF、JPG、PNG、XLSX、DOCX";

    /// <summary>The value of a file field's <c>accept</c> attribute.</summary>
    public const string AcceptAttribute = ".pdf,.jpg,.jpeg,.png,.xlsx,.docx";

    /// <summary>The type an extension stands for; null when it is not accepted.</summary>
    /// <param name="extension">With its dot, in either case.</param>
    public static FileKind? FromExtension(string extension) => extension.ToLowerInvariant() switch
    {
        ".pdf" => FileKind.Pdf,
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
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        FileKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a file kind."),
    };
}
