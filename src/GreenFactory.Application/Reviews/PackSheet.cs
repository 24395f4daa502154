using System.Globalization;
using GreenFactory.Application.Ports.Spreadsheets;
using GreenFactory.Domain.Reviews;

namespace GreenFactory.Application.Reviews;

/// <summary>
/// A sealed pack as a workbook (推荐汇总表): a sheet each for what the notice of 2026-06-01, 三（三）, asks of a district. The notice prescribes no form, so the columns are
/// those of the pack; everything stands in it as it was sealed.
/// </summary>
public static class PackSheet
{
    private static readonly SheetColumn[] Listed =
    [
        new("次序", 8) { IsNumeric = true },
        new("单位名称", 40),
        new("统一社会信用代码", 24),
        new("案件编号", 20),
        new("行业代码", 12),
        new("规则集", 36),
        new("申报得分", 12) { IsNumeric = true },
        new("核定得分", 12) { IsNumeric = true },
        new("优先推荐条件", 16),
        new("推荐理由", 60),
        new("按得分的次序", 14) { IsNumeric = true },
        new("调整次序的理由", 40),
    ];

    private static readonly SheetColumn[] Benchmarked =
    [
        new("单位名称", 40),
        new("统一社会信用代码", 24),
        new("案件编号", 20),
        new("类别", 8),
        new("对标结论", 14),
        new("申报得分", 12) { IsNumeric = true },
        new("核定得分", 12) { IsNumeric = true },
        new("理由", 60),
    ];

    private static readonly SheetColumn[] Opinions = [new("单位名称", 40), new("案件编号", 20), new("部门", 24), new("意见", 22), new("具体情形", 60), new("更正经过", 60)];

    private static readonly SheetColumn[] Visits = [new("单位名称", 40), new("案件编号", 20), new("核实日期", 14), new("时段", 8), new("核实人", 24), new("企业在场人员", 24), new("核实结论", 60)];

    private static readonly SheetColumn[] Unfinished = [new("单位名称", 40), new("案件编号", 20), new("封存时的状态", 16)];

    /// <summary>The sheets, in the order of the receipt.</summary>
    public static IReadOnlyList<SheetTable> Of(PackContent pack)
    {
        var recommended = pack.Cases.Where(row => row.Kind is ConclusionKind.Recommend).ToList();
        return
        [
            Table("推荐工厂", Listed, recommended.Where(row => !row.IsPark), Line),
            Table("推荐园区", Listed, recommended.Where(row => row.IsPark), Line),
            Table("对标情况", Benchmarked, pack.Cases.Where(row => row.Kind is not ConclusionKind.Recommend), row =>
            [
                SheetCell.Of(row.Organisation), SheetCell.Of(row.CreditCode), SheetCell.Of(row.CaseNumber), SheetCell.Of(row.IsPark ? "园区" : "工厂"), SheetCell.Of(ReviewWords.Of(row.Kind)),
                Points(row.DeclaredTotal), Points(row.VerifiedTotal), SheetCell.Of(row.Reason),
            ]),
            Table("部门意见", Opinions, pack.Cases.SelectMany(row => row.Opinions.Select(opinion => (row, opinion))), pair =>
            [
                SheetCell.Of(pair.row.Organisation), SheetCell.Of(pair.row.CaseNumber), SheetCell.Of(pair.opinion.Department), SheetCell.Of(pair.opinion.Opinion), SheetCell.Of(pair.opinion.Text),
                SheetCell.Of(PackWords.Corrections(pair.opinion)),
            ]),
            Table("现场核实", Visits, pack.Cases.Where(row => row.Visit is not null), row =>
            [
                SheetCell.Of(row.Organisation), SheetCell.Of(row.CaseNumber), SheetCell.Of(row.Visit!.On), SheetCell.Of(row.Visit.PartOfDay), SheetCell.Of(string.Join("、", row.Visit.Officers)),
                SheetCell.Of(row.Visit.Present), SheetCell.Of(row.Visit.Conclusion),
            ]),
            Table("封存时仍在审查", Unfinished, pack.Unfinished, row => [SheetCell.Of(row.Organisation), SheetCell.Of(row.CaseNumber), SheetCell.Of(row.State)]),
        ];
    }

    private static IReadOnlyList<SheetCell> Line(PackCase row) =>
    [
        Place(row.Rank),
        SheetCell.Of(row.Organisation),
        SheetCell.Of(row.CreditCode),
        SheetCell.Of(row.CaseNumber),
        SheetCell.Of(row.Industry),
        SheetCell.Of(row.RuleSet),
        Points(row.DeclaredTotal),
        Points(row.VerifiedTotal),
        SheetCell.Of(PackWords.Preference(row.Preference)),
        SheetCell.Of(row.Reason),
        Place(row.RankByScore),
        SheetCell.Of(row.RankReason),
    ];

    private static SheetTable Table<T>(string name, SheetColumn[] columns, IEnumerable<T> rows, Func<T, IReadOnlyList<SheetCell>> line) => new(name, columns, [.. rows.Select(line)]) { IsOpen = true };

    private static SheetCell Place(int? place) => place is { } number ? SheetCell.Of((decimal)number) : SheetCell.Empty;

    private static SheetCell Points(string sealedPoints) => SheetCell.Of(decimal.Parse(sealedPoints, CultureInfo.InvariantCulture));
}
