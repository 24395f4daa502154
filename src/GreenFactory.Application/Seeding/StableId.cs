using System.Security.Cryptography;
using System.Text;

namespace GreenFactory.Application.Seeding;

/// <summary>Keys of seeded rows: the same name gives the same guid, so that seeding can be repeated.</summary>
internal static class StableId
{
    public static Guid Of(params string[] parts)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts))).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
