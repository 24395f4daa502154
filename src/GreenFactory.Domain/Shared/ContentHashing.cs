using System.Security.Cryptography;
using System.Text;

namespace GreenFactory.Domain.Shared;

/// <summary>Hashes of texts that people and programs compare.</summary>
public static class ContentHashing
{
    /// <summary>SHA-256 over the parts, each preceded by its length in bytes so that no two lists of parts collide; lower-case hexadecimal.</summary>
    public static string Sha256Hex(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(Encoding.ASCII.GetBytes($"{bytes.Length}:"));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
