namespace GreenFactory.Domain.Honours;

/// <summary>A list as it was signed: its text, what it hashes to, and the signature by which anyone can check it.</summary>
/// <param name="Document">Canonical JSON of the whole list.</param>
/// <param name="ContentHash">SHA-256 of the document, 64 lower-case hexadecimal digits.</param>
/// <param name="MerkleRoot">Root over the rows in their order; stands in the document too.</param>
/// <param name="Signature">Signature over the document's UTF-8 bytes, base64.</param>
/// <param name="PublicKeyPem">The key that signed, PEM: for convenience, never what is believed.</param>
public sealed record SealedList(string Document, string ContentHash, string MerkleRoot, string Signature, string PublicKeyPem);
