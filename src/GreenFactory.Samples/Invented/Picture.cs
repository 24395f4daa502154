using System.Buffers.Binary;
using System.IO.Compression;

namespace GreenFactory.Samples.Invented;

/// <summary>Draws a picture of a works hall, as a stand-in for a photograph of a visit.</summary>
internal static class Picture
{
    private const int Width = 320;
    private const int Height = 200;
    private const int Ground = 150;
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The picture, another one for each number.</summary>
    public static Paper Of(int number)
    {
        var chance = Chance.Of("picture", string.Create(null, $"{number}"));
        var (roof, wall) = (chance.Between(60, 100), chance.Between(120, 200));
        var pixels = new byte[Height * (1 + (Width * 3))];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var at = (y * (1 + (Width * 3))) + 1 + (x * 3);
                (pixels[at], pixels[at + 1], pixels[at + 2]) = ColourAt(x, y, roof, wall, number);
            }
        }

        using var file = new MemoryStream();
        file.Write(Signature);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), Height);
        (head[8], head[9]) = (8, 2);
        Chunk(file, "IHDR"u8, head);
        using (var packed = new MemoryStream())
        {
            using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            {
                zlib.Write(pixels);
            }

            Chunk(file, "IDAT"u8, packed.ToArray());
        }

        Chunk(file, "IEND"u8, []);
        return new Paper($"现场照片{number}.png", "image/png", file.ToArray());
    }

    private static (byte Red, byte Green, byte Blue) ColourAt(int x, int y, int roof, int wall, int number)
    {
        var window = x % 28 is > 6 and < 20 && y % 30 is > 8 and < 22;
        return y > Ground ? ((byte)112, (byte)128, (byte)104)
            : x is > 30 and < 250 && y > roof ? (window ? ((byte)78, (byte)102, (byte)128) : ((byte)wall, (byte)(wall - 8), (byte)(wall - 20)))
            : x is > 270 and < 284 && y > 24 ? ((byte)150, (byte)140, (byte)132)
            : ((byte)(168 + (number * 3 % 30)), (byte)196, (byte)(220 - (y / 4)));
    }

    private static void Chunk(Stream file, ReadOnlySpan<byte> kind, byte[] data)
    {
        Span<byte> word = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(word, data.Length);
        file.Write(word);
        file.Write(kind);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(word, Crc([.. kind, .. data]));
        file.Write(word);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
