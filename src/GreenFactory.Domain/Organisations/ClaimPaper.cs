namespace GreenFactory.Domain.Organisations;

/// <summary>A document that goes with a claim, as it lies in the file store.</summary>
/// <param name="Name">File name, cleaned.</param>
/// <param name="MediaType">Media type found by its content.</param>
/// <param name="Hash">SHA-256 of the content, in hexadecimal: its address in the store.</param>
public sealed record ClaimPaper(string Name, string MediaType, string Hash);
