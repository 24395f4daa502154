using GreenFactory.Application.Honours;

namespace GreenFactory.Web.Pages.Public.Notices;

/// <summary>What stands below a list that was signed: root, hash and the fingerprint of the key, to be compared elsewhere.</summary>
/// <param name="Check">The check of the list; it holds.</param>
/// <param name="ContentHash">Hash of the document.</param>
/// <param name="File">Address of the signed file.</param>
public sealed record ListSeal(ListCheck Check, string ContentHash, string File);
