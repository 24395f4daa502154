using System.IO.Compression;
using System.Text;

namespace GreenFactory.Samples.Invented;

/// <summary>A file as it lies in the store.</summary>
/// <param name="Name">File name without the unit.</param>
/// <param name="MediaType">Its type.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record Paper(string Name, string MediaType, byte[] Content);

/// <summary>Small files that open: a page of text as PDF, a table as workbook, a picture.</summary>
internal static class Papers
{
    private const string PdfType = "application/pdf";
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>A page with a heading and lines, in a font every reader has for Chinese; nothing is embedded.</summary>
    public static Paper Pdf(string name, params IEnumerable<string> lines)
    {
        var text = new StringBuilder("BT /F1 16 Tf 60 770 Td ").Append(Show(name)).Append(" /F1 10.5 Tf");
        foreach (var line in lines)
        {
            text.Append(" 0 -24 Td ").Append(Show(line));
        }

        var content = text.Append(" ET").ToString();
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>",
            $"<</Length {content.Length}>>stream\n{content}\nendstream",
            "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>",
            "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R>>",
            "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            places.Add(pdf.Length);
            pdf.Append(null, $"{i + 1} 0 obj{objects[i]}endobj\n");
        }

        var start = pdf.Length;
        pdf.Append(null, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        places.ForEach(place => pdf.Append(null, $"{place:D10} 00000 n \n"));
        pdf.Append(null, $"trailer<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF");
        return new Paper($"{name}.pdf", PdfType, Encoding.ASCII.GetBytes(pdf.ToString()));
    }

    /// <summary>A sheet of text cells.</summary>
    public static Paper Workbook(string name, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        using var bytes = new MemoryStream();
        using (var package = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(package, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
            Part(package, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Part(package, "xl/workbook.xml", $"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="{name[..Math.Min(name.Length, 30)]}" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            Part(package, "xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
            var cells = string.Concat(rows.Select(row => $"<row>{string.Concat(row.Select(cell => $"<c t=\"inlineStr\"><is><t>{cell}</t></is></c>"))}</row>"));
            Part(package, "xl/worksheets/sheet1.xml", $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{cells}</sheetData></worksheet>""");
        }

        return new Paper($"{name}.xlsx", WorkbookType, bytes.ToArray());
    }

    private static void Part(ZipArchive package, string path, string text)
    {
        var part = package.CreateEntry(path, CompressionLevel.Optimal);
        part.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = part.Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private static string Show(string text) => $"<{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}> Tj";
}
