namespace GreenFactory.Domain.Honours;

/// <summary>A list as it was signed: its text, what it hashes to, and the signature by which anyone can check it.</summary>
/// <param name="Document">Canonical JSON of the whole list.</param>
/// <param name="ContentHash">SHA-256 of the document, 64 lower-case hexadecimal digits.</param>
/// <param name="MerkleRoot">Root over the rows in their order.</param>
/// <param name="Signature">ECDSA P-256 over the document's UTF-8 bytes with SHA-256, IEEE P1363 form, in base64.</param>
/// <param name="PublicKeyPem">The key that verifies the signature, PEM.</param>
public sealed record SealedList(string Document, string ContentHash, string MerkleRoot, string Signature, string PublicKeyPem);
