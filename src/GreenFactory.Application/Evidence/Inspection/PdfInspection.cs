using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using GreenFactory.Application.Ports.Files;

namespace GreenFactory.Application.Evidence.Inspection;

/// <summary>Reads a PDF as far as it takes to know that an officer can open it: its end, its trailer, its encryption, its pages.</summary>
internal static class PdfInspection
{
    private const int HeadBytes = 1024;
    private const int MaxInflatedBytes = 64 * (int)FileSize.Megabyte;

    private static readonly byte[] Blanks = [0, 9, 10, 12, 13, 32];

    private static readonly FileRefusal Incomplete = new(
        FileRefusals.Damaged, "PDF 不完整或已损坏（没有读到文件结尾或目录），可能没有下载或传输完。请在本机确认能正常打开，用“打印为 PDF”重新生成后上传。");

    private static readonly FileRefusal Locked = new(
        FileRefusals.Locked, "PDF 设有打开密码（或使用了无法识别的加密方式），审核人员打不开。请去掉打开密码后重新上传（例如输入密码打开后“打印为 PDF”）。");

    private static readonly FileRefusal NoPages = new(FileRefusals.Damaged, "PDF 里没有页面。请在本机确认内容已生成，用“打印为 PDF”重新生成后上传。");

    /// <summary>Refuses a PDF that is cut off, needs a password to open, or has no pages.</summary>
    /// <returns>The refusal, or null.</returns>
    internal static FileRefusal? Refuse(Stream content)
    {
        var rented = ArrayPool<byte>.Shared.Rent((int)content.Length);
        try
        {
            content.Position = 0;
            return Refuse(rented.AsSpan(0, content.ReadAtLeast(rented, (int)content.Length, throwOnEndOfStream: false)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static FileRefusal? Refuse(ReadOnlySpan<byte> file)
    {
        var header = file[..Math.Min(HeadBytes, file.Length)].IndexOf("%PDF-"u8);
        file = file[Math.Max(header, 0)..];
        var (start, end) = (file.LastIndexOf("startxref"u8), file.LastIndexOf("%%EOF"u8));
        if (start < 0 || end < start || file[end..].IndexOf(" obj"u8) >= 0 || IsCutOff(file) || Trailer(file, start) is not { } trailer)
            return Incomplete;
        if (trailer.GetValueOrDefault("/Encrypt") is not { } encryption)
            return SaysNoPages(file, trailer) || !HasPages(file) ? NoPages : null;
        var dictionary = encryption is PdfReference reference ? Resolve(file, reference) : encryption as Dictionary<string, object?>;
        var id = trailer.GetValueOrDefault("/ID") is List<object?> and [byte[] first, ..] ? first : [];
        return dictionary is not null && PdfPassword.OpensWithout(dictionary, id) ? null : Locked;
    }

    // A linearised file states its length at its beginning and has a first end there, so a cut-off one seems to have both.
    private static bool IsCutOff(ReadOnlySpan<byte> file)
    {
        var head = file[..Math.Min(HeadBytes, file.Length)];
        var mark = head.IndexOf("/Linearized"u8);
        var open = mark < 0 ? -1 : head[..mark].LastIndexOf("<<"u8);
        return open >= 0
            && new PdfSyntax(file, open).Value() is Dictionary<string, object?> stated
            && stated.GetValueOrDefault("/L") is long length
            && length > file.Length;
    }

    private static Dictionary<string, object?>? Trailer(ReadOnlySpan<byte> file, int start)
    {
        var offset = new PdfSyntax(file, start + "startxref".Length).Value() is long stated && stated >= 0 && stated < start ? (int)stated : start;
        var table = file[offset..].IndexOf("trailer"u8);
        var stream = new PdfSyntax(file, offset).Object() as Dictionary<string, object?>;
        var newest = file[..start].LastIndexOf("trailer"u8);
        foreach (var candidate in new[] { stream, table < 0 ? null : At(file, offset + table), newest < 0 ? null : At(file, newest), LastStream(file) })
        {
            if (candidate?.ContainsKey("/Root") == true)
                return candidate;
        }

        return null;

        static Dictionary<string, object?>? At(ReadOnlySpan<byte> file, int position) =>
            new PdfSyntax(file, position + "trailer".Length).Value() as Dictionary<string, object?>;
    }

    private static Dictionary<string, object?>? LastStream(ReadOnlySpan<byte> file)
    {
        var mark = file.LastIndexOf("/XRef"u8);
        var open = mark < 0 ? -1 : file[..mark].LastIndexOf(" obj"u8);
        return open < 0 ? null : new PdfSyntax(file, open + " obj".Length).Value() as Dictionary<string, object?>;
    }

    private static Dictionary<string, object?>? Resolve(ReadOnlySpan<byte> file, PdfReference reference)
    {
        var name = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{reference.Number} {reference.Generation} obj"));
        for (var before = file.Length; before > 0;)
        {
            var at = file[..before].LastIndexOf(name);
            if (at < 0)
                return null;
            if (at == 0 || !char.IsAsciiDigit((char)file[at - 1]))
                return new PdfSyntax(file, at).Object() as Dictionary<string, object?>;
            before = at;
        }

        return null;
    }

    /// <summary>Whether the tree of pages, where it lies open, counts none: a page that hangs on no tree is shown by no reader.</summary>
    private static bool SaysNoPages(ReadOnlySpan<byte> file, Dictionary<string, object?> trailer) =>
        trailer.GetValueOrDefault("/Root") is PdfReference root && Resolve(file, root)?.GetValueOrDefault("/Pages") is PdfReference pages
        && Resolve(file, pages)?.GetValueOrDefault("/Count") is 0L;

    private static bool HasPages(ReadOnlySpan<byte> file)
    {
        if (NamesPage(file))
            return true;
        var budget = MaxInflatedBytes;
        for (var at = 0; file[at..].IndexOf("/ObjStm"u8) is >= 0 and var found;)
        {
            at += found + "/ObjStm".Length;
            var data = file[at..].IndexOf("stream"u8);
            var length = data < 0 ? -1 : file[(at + data)..].IndexOf("endstream"u8);
            if (length < 0)
                return false;
            if (Inflate(file.Slice(at + data, length)["stream".Length..], ref budget) is not { } objects || NamesPage(objects))
                return true;
            at += data + length;
        }

        return false;
    }

    private static bool NamesPage(ReadOnlySpan<byte> objects)
    {
        for (var at = 0; objects[at..].IndexOf("/Type"u8) is >= 0 and var found;)
        {
            at += found + "/Type".Length;
            var value = objects[at..].TrimStart(Blanks);
            if (value.StartsWith("/Page"u8) && (value.Length == "/Page".Length || !char.IsAsciiLetterOrDigit((char)value["/Page".Length])))
                return true;
        }

        return false;
    }

    // Null when it cannot be read here: then nothing is said about its pages.
    private static byte[]? Inflate(ReadOnlySpan<byte> stream, ref int budget)
    {
        var skip = stream.StartsWith("\r\n"u8) ? 2 : 1;
        if (stream.Length <= skip)
            return null;
        using var inflated = new MemoryStream();
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(stream[skip..].ToArray()), CompressionMode.Decompress);
            var buffer = new byte[8192];
            int read;
            while ((read = zlib.Read(buffer)) > 0)
            {
                budget -= read;
                if (budget <= 0)
                    return null;
                inflated.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            return null;
        }

        return inflated.ToArray();
    }
}
