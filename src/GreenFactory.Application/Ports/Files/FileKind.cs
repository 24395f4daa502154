namespace GreenFactory.Application.Ports.Files;

/// <summary>The file types accepted as evidence.</summary>
public enum FileKind
{
    /// <summary>Portable Document Format.</summary>
    Pdf,

    /// <summary>Open Fixed-layout Document (GB/T 33190), the format of Chinese e-invoices and certificates.</summary>
    Ofd,

    /// <summary>JPEG picture.</summary>
    Jpeg,

    /// <summary>PNG picture.</summary>
    Png,

    /// <summary>Office Open XML workbook without macros.</summary>
    Xlsx,

    /// <summary>Office Open XML text without macros.</summary>
    Docx,
}
