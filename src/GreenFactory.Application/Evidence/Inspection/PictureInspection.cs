using System.Buffers.Binary;
using GreenFactory.Application.Ports.Files;

namespace GreenFactory.Application.Evidence.Inspection;

/// <summary>Reads what a picture's header states and whether the file goes on to its end, before anybody's browser has to unfold it.</summary>
internal static class PictureInspection
{
    private static readonly byte[] EndOfImage = [0xFF, 0xD9];

    private const int MaxSide = 20_000;

    // Telephones take up to 200 megapixels (16,320 × 12,240).
    private const long MaxPixels = 250_000_000;

    private static readonly FileRefusal Incomplete = new(
        FileRefusals.Damaged, "图片不完整或已损坏，可能没有传输完。请在本机确认能正常打开，另存为 JPG 或 PNG 后重新上传。");

    /// <summary>Refuses a picture that is cut off or larger than anybody can look at.</summary>
    /// <param name="content">The picture.</param>
    /// <param name="kind">JPEG or PNG.</param>
    internal static FileRefusal? Refuse(Stream content, FileKind kind)
    {
        content.Position = 0;
        if ((kind is FileKind.Png ? PngSize(content) : JpegSize(content)) is not (var width, var height) || width == 0 || height == 0)
            return Incomplete;
        if (width > MaxSide || height > MaxSide || width * height > MaxPixels)
        {
            return new FileRefusal(
                FileRefusals.PictureTooLarge,
                $"图片为 {width} × {height} 像素，超过上限（每边 {MaxSide} 像素、共 {MaxPixels / 100_000_000m:0.#} 亿像素），多数电脑打不开。请缩小尺寸或降低扫描分辨率后重新上传。");
        }

        return (kind is FileKind.Png ? PngEnds(content) : JpegEnds(content)) ? null : Incomplete;
    }

    // PNG (ISO/IEC 15948): signature, then the chunk IHDR with width and height.
    private static (long Width, long Height)? PngSize(Stream content)
    {
        var head = new byte[24];
        return content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.AsSpan(12, 4).SequenceEqual("IHDR"u8)
            ? (BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(16)), BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(20)))
            : null;
    }

    // PNG, 5.3 and 11.2.5: chunks of a length, a type, so much data and a check; the last one is IEND.
    private static bool PngEnds(Stream content)
    {
        content.Position = 8;
        var chunk = new byte[8];
        while (content.ReadAtLeast(chunk, chunk.Length, throwOnEndOfStream: false) == chunk.Length)
        {
            var after = content.Position + BinaryPrimitives.ReadUInt32BigEndian(chunk) + 4;
            if (after > content.Length)
                return false;
            if (chunk.AsSpan(4, 4).SequenceEqual("IEND"u8))
                return true;
            content.Position = after;
        }

        return false;
    }

    // JPEG, B.1.1.3: the picture ends with the marker EOI; telephones put more behind it. Inside compressed data FF is followed by 00 or a restart marker.
    private static bool JpegEnds(Stream content)
    {
        var buffer = new byte[81_920];
        var before = (byte)0;
        int read;
        while ((read = content.Read(buffer)) > 0)
        {
            var part = buffer.AsSpan(0, read);
            if ((before == 0xFF && part[0] == 0xD9) || part.IndexOf(EndOfImage) >= 0)
                return true;
            before = part[^1];
        }

        return false;
    }

    // JPEG (ITU-T T.81, B.1): segments with a marker and a length up to the frame header SOFn, which states height and width.
    private static (long Width, long Height)? JpegSize(Stream content)
    {
        content.Position = 2;
        var segment = new byte[9];
        while (content.ReadAtLeast(segment.AsSpan(0, 4), 4, throwOnEndOfStream: false) == 4 && segment[0] == 0xFF)
        {
            var marker = segment[1];
            if (marker == 0xFF)
            {
                content.Position -= 3;
                continue;
            }

            var isFrame = marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
            if (isFrame)
            {
                return content.ReadAtLeast(segment.AsSpan(4), 5, throwOnEndOfStream: false) == 5
                    ? (BinaryPrimitives.ReadUInt16BigEndian(segment.AsSpan(7)), BinaryPrimitives.ReadUInt16BigEndian(segment.AsSpan(5)))
                    : null;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(segment.AsSpan(2));
            if (length < 2 || content.Position + length - 2 > content.Length)
                return null;
            content.Position += length - 2;
        }

        return null;
    }
}
