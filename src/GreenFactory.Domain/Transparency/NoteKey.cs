using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GreenFactory.Domain.Transparency;

/// <summary>A public Ed25519 key that verifies notes, as C2SP writes it: <c>name+hash+key</c>.</summary>
/// <param name="Name">Name of the key; for a log, its origin.</param>
/// <param name="PublicKey">The 32 bytes of the key.</param>
public sealed record NoteKey(string Name, byte[] PublicKey)
{
    /// <summary>Type of Ed25519 signatures.</summary>
    private const byte Ed25519 = 1;

    private const int KeyLength = 32;

    /// <summary>First four bytes of SHA-256 over name, line break, type and key.</summary>
    public uint Hash => BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData([.. Encoding.UTF8.GetBytes(Name), (byte)'\n', Ed25519, .. PublicKey]));

    /// <summary>The key in its text form.</summary>
    public string Write() => $"{Name}+{Hash.ToString("x8", CultureInfo.InvariantCulture)}+{Convert.ToBase64String([Ed25519, .. PublicKey])}";

    /// <summary>Reads a key; false when the text is none, of another type, or its hash is not its own.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out NoteKey? key)
    {
        key = null;
        // The base64 part may itself hold a plus sign.
        if (text.Split('+', 3) is not [{ Length: > 0 } name, var hash, var encoded])
        {
            return false;
        }

        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length) || length != KeyLength + 1 || bytes[0] != Ed25519)
        {
            return false;
        }

        var read = new NoteKey(name, bytes[1..length]);
        key = hash == read.Hash.ToString("x8", CultureInfo.InvariantCulture) ? read : null;
        return key is not null;
    }
}
