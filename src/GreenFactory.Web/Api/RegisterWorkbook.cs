using GreenFactory.Application.Honours;
using GreenFactory.Application.Ports;
using GreenFactory.Domain.Honours;

namespace GreenFactory.Web.Api;

/// <summary>The register for people with a spreadsheet: words instead of codes, and credit codes and certificate numbers as text, so that no digit of them is lost.</summary>
internal static class RegisterWorkbook
{
    /// <summary>Media type of a workbook.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly SheetColumn[] Columns =
    [
        new("单位名称", 40),
        new("曾用名", 30),
        new("统一社会信用代码", 22),
        new("区县", 14),
        new("类别", 14),
        new("级别", 8),
        new("状态", 8),
        new("首次列入年度", 14) { IsNumeric = true },
        new("证书编号", 16),
        new("厂区或组团", 20),
    ];

    /// <summary>Writes the workbook, in the order of the entries.</summary>
    public static byte[] Write(ISpreadsheetWriter writer, IEnumerable<RegisterEntry> entries) => writer.Write(
    [
        new SheetTable("名录", Columns, [.. entries.Select(IReadOnlyList<SheetCell> (entry) =>
        [
            SheetCell.Of(entry.Name),
            SheetCell.Of(entry.FormerNames),
            SheetCell.Of(entry.CreditCode),
            SheetCell.Of(entry.DistrictName),
            SheetCell.Of(HonourWords.Of(entry.Kind)),
            SheetCell.Of(HonourWords.Of(entry.Level)),
            SheetCell.Of(HonourWords.Of(entry.State)),
            SheetCell.Of((decimal)entry.AdmittedYear),
            SheetCell.Of(entry.CertificateNumber),
            SheetCell.Of(entry.Site),
        ])])
        {
            IsOpen = true,
        },
    ]);
}
