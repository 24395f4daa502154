namespace GreenFactory.Application.Ports.Pdf;

/// <summary>A document to print.</summary>
/// <param name="Html">
/// The complete document, styles inlined or addressed below the origin; scripts in it do not run. Head, foot and numbers of its pages are its own
/// business (CSS paged media), so that they are set in the document's fonts.
/// </param>
public sealed record PdfRequest(string Html)
{
    /// <summary>
    /// The portal's own address (http or https on a loopback host) from which styles, fonts and pictures may be loaded, and against
    /// which relative addresses resolve; null when the document needs nothing but itself. Every other address is blocked.
    /// </summary>
    public Uri? Origin { get; init; }

}
