using System.IO.Compression;
using System.Text;
using GreenFactory.Application.Ports;
using Xunit;

namespace GreenFactory.Application.Tests.Infrastructure;

public sealed class FileInspectionTests
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n…\n%%EOF");

    [Fact]
    public void Each_accepted_type_passes_with_its_chinese_name_kept()
    {
        Assert.Equal(("环评 批复（2025）.pdf", FileKind.Pdf), Accept(Pdf, @"C:\资料\环评 批复（2025）.pdf"));
        Assert.Equal(("现场.JPG", FileKind.Jpeg), Accept([0xFF, 0xD8, 0xFF, 0xE0, 0, 0], "现场.JPG"));
        Assert.Equal(("a.png", FileKind.Png), Accept([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], "../../a.png"));
        Assert.Equal(("台账.xlsx", FileKind.Xlsx), Accept(Package("xl/workbook.xml"), "台账.xlsx"));
        Assert.Equal(("报告.docx", FileKind.Docx), Accept(Package("word/document.xml"), "报告.docx"));
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
    [InlineData("a.zip")]
    [InlineData("a.xls")]
    [InlineData("a.mp4")]
    [InlineData("无扩展名")]
    public void Other_types_are_refused_with_what_to_do(string name)
    {
        var refusal = Refuse(Pdf, name);

        Assert.Equal(FileRefusals.TypeNotAccepted, refusal.Code);
        Assert.Matches("可用格式|另存为", refusal.Message);
    }

    [Fact]
    public void A_bomb_is_refused_without_being_unpacked_whole()
    {
        var refusal = Refuse(Package(("xl/workbook.xml", 10), ("xl/worksheets/sheet1.xml", 60 * FileSize.Megabyte)), "a.xlsx");

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

    private static byte[] Package(params string[] parts) => Package([.. parts.Select(part => (part, 10))]);

    private static byte[] Package(params (string Name, int Bytes)[] parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts.Prepend(("[Content_Types].xml", 10)))
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(new byte[bytes]);
            }
        }

        return stream.ToArray();
    }
}
