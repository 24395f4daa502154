using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace GreenFactory.Domain.Transparency;

/// <summary>One signature line of a note.</summary>
/// <param name="Name">Name of the key.</param>
/// <param name="KeyHash">First four bytes of the hash of the key, by which a verifier finds it.</param>
/// <param name="Signature">The signature itself; for Ed25519 64 bytes, for a cosignature of a witness its own form.</param>
public sealed record NoteSignature(string Name, uint KeyHash, byte[] Signature);

/// <summary>
/// A signed note as C2SP states it (c2sp.org/signed-note): a text that ends in a line break, a blank line, and one line for each signature.
/// A note may carry signatures of keys that a reader does not know; they are kept and not judged.
/// </summary>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    private const string Mark = "\u2014 ";

    /// <summary>Bytes of the hash that precede a signature.</summary>
    private const int HashLength = 4;

    /// <summary>The bytes that are signed.</summary>
    public byte[] Message() => Encoding.UTF8.GetBytes(Text);

    /// <summary>The note as it is kept in a file.</summary>
    public string Write()
    {
        var text = new StringBuilder(Text).Append('\n');
        foreach (var (name, keyHash, signature) in Signatures)
        {
            var bytes = new byte[HashLength + signature.Length];
            BinaryPrimitives.WriteUInt32BigEndian(bytes, keyHash);
            signature.CopyTo(bytes, HashLength);
            text.Append(Mark).Append(name).Append(' ').Append(Convert.ToBase64String(bytes)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Reads a note; false when the text is none.</summary>
    public static bool TryRead(string note, [NotNullWhen(true)] out SignedNote? read)
    {
        read = null;
        var split = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (split < 0 || !note.EndsWith('\n'))
        {
            return false;
        }

        var signatures = new List<NoteSignature>();
        foreach (var line in note[(split + 2)..^1].Split('\n'))
        {
            if (!line.StartsWith(Mark, StringComparison.Ordinal) || line[Mark.Length..].Split(' ') is not [{ Length: > 0 } name, var encoded] || Decode(encoded) is not { } bytes)
            {
                return false;
            }

            signatures.Add(new NoteSignature(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes[HashLength..]));
        }

        read = new SignedNote(note[..(split + 1)], signatures);
        return true;
    }

    private static byte[]? Decode(string encoded)
    {
        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out var length) && length > HashLength ? bytes[..length] : null;
    }
}
