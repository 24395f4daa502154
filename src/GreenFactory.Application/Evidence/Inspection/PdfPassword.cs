using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace GreenFactory.Application.Evidence.Inspection;

/// <summary>
/// Tells whether an encrypted PDF opens without a password, as one does that only restricts printing or copying (ISO 32000-2, 7.6.4: algorithms 2, 2.A, 2.B,
/// 4, 5 and 6 with the empty user password).
/// </summary>
internal static class PdfPassword
{
    private const int SaltedHashBytes = 32;
    private const int SaltBytes = 8;

    private static readonly byte[] Padding = Convert.FromHexString("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A");

    /// <summary>Whether the empty password opens the file; false also for a kind of encryption that is not known.</summary>
    /// <param name="encrypt">The encryption dictionary.</param>
    /// <param name="firstId">First part of the file's identifier.</param>
    internal static bool OpensWithout(Dictionary<string, object?> encrypt, byte[] firstId) =>
        encrypt.GetValueOrDefault("/Filter") is "/Standard"
        && encrypt.GetValueOrDefault("/U") is byte[] user
        && encrypt.GetValueOrDefault("/R") is long revision
        && revision switch
        {
            2 or 3 or 4 => OpensByRc4(encrypt, firstId, user, (int)revision),
            5 or 6 when user.Length >= SaltedHashBytes + SaltBytes => OpensBySha(user, revision == 6),
            _ => false,
        };

    private static bool OpensBySha(byte[] user, bool hardened)
    {
        var salt = user.AsSpan(SaltedHashBytes, SaltBytes);
        var hash = SHA256.HashData(salt);
        return user.AsSpan(0, SaltedHashBytes).SequenceEqual(hardened ? Harden(hash) : hash);
    }

    private static ReadOnlySpan<byte> Harden(byte[] hash)
    {
        var (key, last) = (hash, (byte)0);
        for (var round = 0; round < 64 || last > round - 32; round++)
        {
            var repeated = new byte[key.Length * 64];
            for (var i = 0; i < 64; i++)
                key.CopyTo(repeated, i * key.Length);
            using var aes = Aes.Create();
            aes.Key = key[..16];
            var encrypted = aes.EncryptCbc(repeated, key.AsSpan(16, 16), PaddingMode.None);
            last = encrypted[^1];
            key = (encrypted.Take(16).Sum(value => value) % 3) switch
            {
                0 => SHA256.HashData(encrypted),
                1 => SHA384.HashData(encrypted),
                _ => SHA512.HashData(encrypted),
            };
        }

        return key.AsSpan(0, SaltedHashBytes);
    }

    [SuppressMessage("Security", "CA5351", Justification = "The format prescribes MD5; nothing is protected by it here.")]
    private static bool OpensByRc4(Dictionary<string, object?> encrypt, byte[] firstId, byte[] user, int revision)
    {
        if (user.Length < 32
            || encrypt.GetValueOrDefault("/O") is not byte[] { Length: >= 32 } owner
            || encrypt.GetValueOrDefault("/P") is not long permissions)
            return false;
        var permissionBytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(permissionBytes, unchecked((int)permissions));
        byte[] metadata = revision == 4 && encrypt.GetValueOrDefault("/EncryptMetadata") is "false" ? [0xFF, 0xFF, 0xFF, 0xFF] : [];
        var key = MD5.HashData([.. Padding, .. owner[..32], .. permissionBytes, .. firstId, .. metadata]);
        if (revision == 2)
            return Rc4(key[..5], Padding).AsSpan().SequenceEqual(user.AsSpan(0, 32));

        var length = revision == 4 ? 16 : KeyBytes(encrypt.GetValueOrDefault("/Length") as long?);
        for (var i = 0; i < 50; i++)
            key = MD5.HashData(key.AsSpan(0, length));
        key = key[..length];
        var check = MD5.HashData([.. Padding, .. firstId]);
        for (var i = 0; i < 20; i++)
            check = Rc4([.. key.Select(value => (byte)(value ^ i))], check);
        return check.AsSpan().SequenceEqual(user.AsSpan(0, check.Length));
    }

    private static int KeyBytes(long? bits) => (int)Math.Clamp((bits ?? 40) / 8, 5, 16);

    private static byte[] Rc4(byte[] key, byte[] text)
    {
        var state = new byte[256];
        for (var i = 0; i < state.Length; i++)
            state[i] = (byte)i;
        for (int i = 0, j = 0; i < state.Length; i++)
        {
            j = (j + state[i] + key[i % key.Length]) & 0xFF;
            (state[i], state[j]) = (state[j], state[i]);
        }

        var result = new byte[text.Length];
        for (int n = 0, i = 0, j = 0; n < text.Length; n++)
        {
            i = (i + 1) & 0xFF;
            j = (j + state[i]) & 0xFF;
            (state[i], state[j]) = (state[j], state[i]);
            result[n] = (byte)(text[n] ^ state[(state[i] + state[j]) & 0xFF]);
        }

        return result;
    }
}
