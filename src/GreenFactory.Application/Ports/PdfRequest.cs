namespace GreenFactory.Application.Ports;

/// <summary>A document to print.</summary>
/// <param name="Html">The complete document, styles inlined or addressed below the origin; scripts in it do not run.</param>
/// <param name="Header">One line of plain text at the head of every page, such as the document's title; empty for none.</param>
/// <param name="Footer">One line of plain text at the foot of every page, left of 「第 X / Y 页」, such as the receipt number and its hash.</param>
public sealed record PdfRequest(string Html, string Header, string Footer)
{
    /// <summary>
    /// The portal's own address (http or https on a loopback host) from which styles, fonts and pictures may be loaded, and against
    /// which relative addresses resolve; null when the document needs nothing but itself. Every other address is blocked.
    /// </summary>
    public Uri? Origin { get; init; }

    /// <summary>Prints the page wider than high.</summary>
    public bool Landscape { get; init; }
}
