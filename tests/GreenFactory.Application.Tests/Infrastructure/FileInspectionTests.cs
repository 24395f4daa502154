using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using GreenFactory.Application.Evidence.Inspection;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Testing;
using Xunit;

namespace GreenFactory.Application.Tests.Infrastructure;

public sealed class FileInspectionTests
{
    private const string OfdSpace = "http://www.ofdspec.org/2016";
    private const string PackageSpace = "http://schemas.openxmlformats.org/package/2006/";
    private const string MainPart = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    private const string Types = "application/vnd.openxmlformats-officedocument.";
    private static readonly byte[] Pdf = SmallPdf.Saying("evidence");

    [Fact]
    public void Each_accepted_type_passes_with_its_chinese_name_kept()
    {
        Assert.Equal(("环评 批复（2025）.pdf", FileKind.Pdf), Accept(Pdf, @"C:\资料\环评 批复（2025）.pdf"));
        Assert.Equal(("现场.JPG", FileKind.Jpeg), Accept(Jpeg(4000, 3000), "现场.JPG"));
        Assert.Equal(("a.png", FileKind.Png), Accept(Png(16_320, 12_240), "../../a.png"));
        Assert.Equal(("台账.xlsx", FileKind.Xlsx), Accept(Package("xl/workbook.xml"), "台账.xlsx"));
        Assert.Equal(("报告.docx", FileKind.Docx), Accept(Package("word/document.xml"), "报告.docx"));
        Assert.Equal(("电子发票.ofd", FileKind.Ofd), Accept(Ofd(), "电子发票.ofd"));
    }

    [Theory]
    [InlineData("MZ\u0090\0\u0003", "Windows 可执行程序")]
    [InlineData("\u007FELF\u0002", "Linux 可执行程序")]
    [InlineData("#!/bin/sh", "脚本")]
    [InlineData("<!DOCTYPE html><script>", "网页（HTML）或脚本")]
    [InlineData("Rar!\u001A\u0007", "RAR 压缩包")]
    [InlineData("MZ\n%PDF-1.7", "Windows 可执行程序")]
    [InlineData("只是文字", "纯文本")]
    public void A_file_named_pdf_is_refused_with_what_it_really_is(string content, string actual)
    {
        var bytes = content.Any(c => c > 0xFF) ? Encoding.UTF8.GetBytes(content) : Encoding.Latin1.GetBytes(content);

        var refusal = Refuse(bytes, "检测报告.pdf");

        Assert.Equal(FileRefusals.ContentDiffers, refusal.Code);
        Assert.Contains(actual, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("检测报告.pdf", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_with_the_extension_of_another_kind_of_picture_is_refused() =>
        Assert.Contains("JPEG 图片", Refuse([0xFF, 0xD8, 0xFF, 0xE0], "a.png").Message, StringComparison.Ordinal);

    [Fact]
    public void A_workbook_named_docx_is_refused() =>
        Assert.Contains("Excel 工作簿", Refuse(Package("xl/workbook.xml"), "a.docx").Message, StringComparison.Ordinal);

    [Fact]
    public void A_password_protected_or_old_workbook_is_named() =>
        Assert.Contains("打开密码", Refuse([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "a.xlsx").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("a.xlsm")]
    [InlineData("a.docm")]
    public void A_macro_extension_is_refused(string name) => Assert.Equal(FileRefusals.Macros, Refuse(Package("xl/workbook.xml"), name).Code);

    [Theory]
    [InlineData("xl/vbaProject.bin")]
    [InlineData("XL\\VBAPROJECT.BIN")]
    [InlineData("xl/macrosheets/sheet1.xml")]
    public void Macros_inside_a_file_named_xlsx_are_refused(string part) =>
        Assert.Equal(FileRefusals.Macros, Refuse(Package("xl/workbook.xml", part), "a.xlsx").Code);

    [Fact]
    public void A_program_inside_an_office_file_is_refused_by_name() =>
        Assert.Contains("setup.exe", Refuse(Package("word/document.xml", "word/embeddings/setup.exe"), "a.docx").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("a.xls", ".xlsx")]
    [InlineData("a.et", ".xlsx")]
    [InlineData("a.wps", ".docx")]
    [InlineData("a.doc", ".docx")]
    public void Older_office_files_are_refused_with_how_to_save_them(string name, string format) =>
        Assert.Contains($"“另存为”{format} 后重新上传", Refuse(Pdf, name).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("a.zip")]
    [InlineData("a.pptx")]
    [InlineData("IMG_0001.HEIC")]
    [InlineData("扫描件.tif")]
    [InlineData("a.mp4")]
    [InlineData("无扩展名")]
    public void Other_types_are_refused_with_what_to_do(string name)
    {
        var refusal = Refuse(Pdf, name);

        Assert.Equal(FileRefusals.TypeNotAccepted, refusal.Code);
        Assert.Matches("可用格式|另存为", refusal.Message);
    }

    [Theory]
    [InlineData("\uFEFF")]
    [InlineData("\r\n\r\n")]
    [InlineData(" \n")]
    public void A_pdf_with_a_byte_order_mark_or_line_breaks_before_its_header_is_a_pdf(string before) =>
        Assert.Equal(FileKind.Pdf, Accept([.. Encoding.UTF8.GetBytes(before), .. Pdf], "a.pdf").Kind);

    [Theory]
    [InlineData("open-r2")]
    [InlineData("open-r3")]
    [InlineData("open-r4")]
    [InlineData("open-r4m")]
    [InlineData("open-r5")]
    [InlineData("open-r6")]
    [InlineData("open-kit-1.4")]
    [InlineData("open-kit-1.6")]
    [InlineData("open-kit-1.7")]
    [InlineData("open-object-streams")]
    [InlineData("open-object-streams-r6")]
    [InlineData("open-linearised")]
    public void A_pdf_that_opens_without_a_password_is_accepted_though_it_may_not_be_printed(string sample) =>
        Assert.Equal(FileKind.Pdf, Accept(Sample(sample), "a.pdf").Kind);

    [Theory]
    [InlineData("locked-r2")]
    [InlineData("locked-r3")]
    [InlineData("locked-r4")]
    [InlineData("locked-r4m")]
    [InlineData("locked-r5")]
    [InlineData("locked-r6")]
    [InlineData("locked-kit-1.4")]
    public void A_pdf_with_an_opening_password_is_refused_with_what_to_do(string sample)
    {
        var refusal = Refuse(Sample(sample), "a.pdf");

        Assert.Equal(FileRefusals.Locked, refusal.Code);
        Assert.Contains("请去掉打开密码后重新上传", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pageless")]
    [InlineData("pageless-object-streams")]
    public void A_pdf_without_pages_is_refused(string sample) => Assert.Contains("没有页面", Refuse(Sample(sample), "a.pdf").Message, StringComparison.Ordinal);

    [Fact]
    public void A_pdf_whose_only_page_hangs_on_no_tree_is_refused()
    {
        var text = Encoding.Latin1.GetString(Pdf);
        var orphaned = Regex.Replace(Regex.Replace(text, @"/Kids ?\[[^\]]*\]", match => "/Kids[" + new string(' ', match.Length - "/Kids[]".Length) + "]"), @"/Count 1", "/Count 0");
        Assert.NotEqual(text, orphaned);
        Assert.Contains("没有页面", Refuse(Encoding.Latin1.GetBytes(orphaned), "a.pdf").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pdf_that_breaks_off_anywhere_is_incomplete_also_one_with_an_early_end_for_fast_viewing()
    {
        var whole = Sample("open-linearised");
        Assert.All(Enumerable.Range(6, whole.Length - 16), length => Assert.Equal(FileRefusals.Damaged, Refuse(whole[..length], "a.pdf").Code));
        Assert.Equal(FileRefusals.Damaged, Refuse([.. Pdf, .. "\n6 0 obj<</Length 900>>stream"u8], "a.pdf").Code);
    }

    [Fact]
    public void A_pdf_of_rubbish_is_answered_in_time()
    {
        var unclosed = "%PDF-1.7\ntrailer<</Root 1 0 R>>" + string.Concat(Enumerable.Repeat("/Type(/ObjStm<<[", 200_000)) + "startxref\n0\n%%EOF";

        Assert.Equal(FileRefusals.Damaged, Refuse(Encoding.ASCII.GetBytes(unclosed), "a.pdf").Code);
    }

    [Fact]
    public void A_picture_that_nobody_can_open_is_refused_by_its_stated_size()
    {
        Assert.Contains("40000 × 40000", Refuse(Png(40_000, 40_000), "a.png").Message, StringComparison.Ordinal);
        Assert.Equal(FileRefusals.PictureTooLarge, Refuse(Jpeg(40_000, 40_000), "a.jpg").Code);
        Assert.Equal(FileRefusals.PictureTooLarge, Refuse(Png(18_000, 18_000), "a.png").Code);
        Assert.Equal(FileRefusals.Damaged, Refuse(Jpeg(4000, 3000)[..12], "a.jpg").Code);
        Assert.Equal(FileRefusals.Damaged, Refuse(Png(0, 3000), "a.png").Code);
    }

    [Fact]
    public void A_picture_that_was_cut_off_on_its_way_is_refused()
    {
        Assert.All([Png(40, 30)[..33], Png(40, 30)[..40], Png(40, 30)[..^1]], cut => Assert.Equal(FileRefusals.Damaged, Refuse(cut, "a.png").Code));
        Assert.All([Jpeg(40, 30)[..23], Jpeg(40, 30)[..^1]], cut => Assert.Equal(FileRefusals.Damaged, Refuse(cut, "a.jpg").Code));
        Assert.Equal(FileKind.Jpeg, Accept([.. Jpeg(40, 30), .. "what telephones put behind it"u8], "a.jpg").Kind);
    }

    [Fact]
    public void The_main_part_of_an_office_package_may_lie_anywhere()
    {
        Assert.Equal(FileKind.Docx, Accept(Package("word/document2.xml"), "在线文档.docx").Kind);
        Assert.Equal(FileKind.Docx, Accept(Package("word/document.xml", "wordprocessingml.document.main+xml", [], slash: "\\"), "a.docx").Kind);
        Assert.Equal(FileKind.Xlsx, Accept(Package("数据/主表.xml", "spreadsheetml.sheet.main+xml", []), "a.xlsx").Kind);
        Assert.Equal(FileRefusals.Macros, Refuse(Package("word/document.xml", "x.macroEnabled.main+xml", []), "a.docx").Code);
        Assert.Contains("PPT", Refuse(Package("ppt/p.xml", "presentationml.presentation.main+xml", []), "a.docx").Message, StringComparison.Ordinal);
        Assert.Contains("ZIP 压缩包", Refuse(Zip(("a.txt", "a")), "a.docx").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_that_does_not_open_is_damaged()
    {
        Assert.Equal(FileRefusals.Damaged, Refuse(Package("word/document.xml", "wordprocessingml.document.main+xml", [], "<root>"), "a.docx").Code);
        Assert.Equal(FileRefusals.Damaged, Refuse(Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<root/>")), "a.docx").Code);
        Assert.Equal(FileRefusals.Damaged, Refuse(Ofd("Pages/Page_1/Content.xml"), "a.ofd").Code);
        Assert.Contains("OFD", Refuse(Ofd(), "a.docx").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftypheic")]
    [InlineData("ftypheix")]
    [InlineData("ftypmif1")]
    public void A_photo_of_an_iphone_is_called_one_and_explained(string brand)
    {
        byte[] photo = [0, 0, 0, 24, .. Encoding.ASCII.GetBytes(brand)];

        Assert.Contains("HEIC 照片", Refuse(photo, "现场.jpg").Message, StringComparison.Ordinal);
        Assert.All(new[] { "现场.jpg", "现场.heic" }, name => Assert.Contains("兼容性最佳", Refuse(photo, name).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_bomb_is_refused_without_being_unpacked_whole()
    {
        var sheet = ("xl/worksheets/sheet1.xml", new string('0', 60 * FileSize.Megabyte));

        var refusal = Refuse(Package("xl/workbook.xml", "spreadsheetml.sheet.main+xml", [sheet]), "a.xlsx");

        Assert.Equal(FileRefusals.ArchiveBomb, refusal.Code);
    }

    [Fact]
    public void A_cut_off_office_file_is_damaged() =>
        Assert.Equal(FileRefusals.Damaged, Refuse(Package("xl/workbook.xml")[..^30], "a.xlsx").Code);

    [Fact]
    public void An_empty_file_is_refused() => Assert.Equal(FileRefusals.Empty, Refuse([], "a.pdf").Code);

    [Fact]
    public void A_file_over_the_limit_is_refused_with_both_sizes()
    {
        using var content = new MemoryStream(new byte[3 * FileSize.Megabyte / 2]);

        var refused = Assert.IsType<InspectionResult.Refused>(FileInspection.Inspect(content, "a.pdf", new FileLimits(FileSize.Megabyte)));

        Assert.Contains("1.5 MB", refused.Refusal.Message, StringComparison.Ordinal);
        Assert.Contains("上限 1 MB", refused.Refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/etc/passwd.pdf", "passwd.pdf")]
    [InlineData("a\r\nb\0.pdf", "ab.pdf")]
    [InlineData("合同\u202Efdp.exe", "合同fdp.exe")]
    [InlineData("a<b>:\"|?*.pdf", "ab.pdf")]
    [InlineData(".pdf", "未命名.pdf")]
    [InlineData("", "未命名")]
    [InlineData("..", "未命名")]
    [InlineData("报告 .pdf. ", "报告.pdf")]
    public void Names_are_made_safe(string name, string expected) => Assert.Equal(expected, FileName.Sanitise(name));

    [Fact]
    public void A_long_name_is_shortened_before_its_extension_and_never_inside_a_character()
    {
        var name = FileName.Sanitise(new string('长', 195) + "𠮷𠮷𠮷.xlsx");

        Assert.EndsWith(".xlsx", name, StringComparison.Ordinal);
        Assert.InRange(name.Length, FileName.MaxLength - 1, FileName.MaxLength);
        Assert.Equal(name, FileName.Sanitise(name));
    }

    private static (string Name, FileKind Kind) Accept(byte[] bytes, string name)
    {
        using var content = new MemoryStream(bytes);
        var accepted = Assert.IsType<InspectionResult.Accepted>(FileInspection.Inspect(content, name, FileLimits.Default));
        Assert.Equal((0, bytes.Length), (content.Position, accepted.Bytes));
        return (accepted.Name, accepted.Kind);
    }

    private static FileRefusal Refuse(byte[] bytes, string name)
    {
        using var content = new MemoryStream(bytes);
        return Assert.IsType<InspectionResult.Refused>(FileInspection.Inspect(content, name, FileLimits.Default)).Refusal;
    }

    private static byte[] Png(int width, int height)
    {
        byte[] head = [0x89, .. "PNG\r\n\u001A\n"u8, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0, .. "IEND"u8, 0xAE, 0x42, 0x60, 0x82];
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(20), height);
        return head;
    }

    // With a thumbnail's segment before the frame, as cameras write it.
    private static byte[] Jpeg(int width, int height)
    {
        byte[] head = [0xFF, 0xD8, 0xFF, 0xE1, 0, 6, 1, 2, 3, 4, 0xFF, 0xC0, 0, 17, 8, 0, 0, 0, 0, 3, 0, 0, 0, 0xFF, 0xDA, 1, 2, 0xFF, 0, 3, 0xFF, 0xD9];
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(15), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(17), (ushort)width);
        return head;
    }

    private static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Infrastructure", "SamplePdfs", $"{name}.pdf"));

    private static byte[] Ofd(string page = "Pages/Page_0/Content.xml") => Zip(
        ("OFD.xml", $"""<o:OFD xmlns:o="{OfdSpace}" DocType="OFD" Version="1.0"><o:DocBody><o:DocRoot>Doc_0/Document.xml</o:DocRoot></o:DocBody></o:OFD>"""),
        ("Doc_0/Document.xml", $"""<o:Document xmlns:o="{OfdSpace}"><o:Pages><o:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></o:Pages></o:Document>"""),
        ("Doc_0/" + page, $"""<o:Page xmlns:o="{OfdSpace}"/>"""));

    /// <summary>A package whose first part is its main part, as far as its own lists say.</summary>
    private static byte[] Package(string main, params string[] parts) => Package(
        main,
        main.Contains("workbook", StringComparison.Ordinal) ? "spreadsheetml.sheet.main+xml" : "wordprocessingml.document.main+xml",
        [.. parts.Select(part => (part, "<part/>"))]);

    private static byte[] Package(string main, string type, (string Name, string Content)[] parts, string content = "<root/>", string slash = "/") => Zip(
    [
        ("[Content_Types].xml", $"""<Types xmlns="{PackageSpace}content-types"><Override PartName="/{main}" ContentType="{Types}{type}"/></Types>"""),
        ($"_rels{slash}.rels", $"""
            <Relationships xmlns="{PackageSpace}relationships"><Relationship Id="r1" Type="{MainPart}" Target="/{main}"/></Relationships>
            """),
        (main.Replace("/", slash, StringComparison.Ordinal), content),
        .. parts,
    ]);

    private static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }
}
