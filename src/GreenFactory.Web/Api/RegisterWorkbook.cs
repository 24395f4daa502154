using GreenFactory.Application.Honours;
using GreenFactory.Application.Ports.Spreadsheets;
using GreenFactory.Domain.Honours;
using GreenFactory.Web.Pages.Public.Register;

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
        new("核验", 40),
    ];

    /// <summary>Writes the workbook, in the order of the units.</summary>
    public static byte[] Write(ISpreadsheetWriter writer, IEnumerable<CheckedUnit> units) => writer.Write(
    [
        new SheetTable("名录", Columns, [.. units.Select(IReadOnlyList<SheetCell> (unit) =>
        [
            SheetCell.Of(unit.Shown.Name),
            SheetCell.Of(unit.Shown.FormerNames),
            SheetCell.Of(unit.Shown.CreditCode),
            SheetCell.Of(unit.Shown.DistrictName),
            SheetCell.Of(HonourWords.Of(unit.Shown.Kind)),
            SheetCell.Of(HonourWords.Of(unit.Shown.Level)),
            SheetCell.Of(unit.Proof is RegisterProof.Unproven ? RegisterWords.Unproven : HonourWords.Of(unit.Shown.State)),
            SheetCell.Of((decimal)unit.Shown.AdmittedYear),
            SheetCell.Of(unit.Shown.CertificateNumber),
            SheetCell.Of(unit.Shown.Site),
            SheetCell.Of(RegisterWords.Of(unit.Proof)),
        ])])
        {
            IsOpen = true,
        },
    ]);
}
