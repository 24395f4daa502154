using GreenFactory.Application.Clock;
using GreenFactory.Application.Ports.Spreadsheets;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Organisations;

namespace GreenFactory.Application.Reviews;

/// <summary>The queue as it is filtered and ordered, as a workbook.</summary>
public static class QueueSheet
{
    private static readonly SheetColumn[] Columns =
    [
        new("案件编号", 20),
        new("单位名称", 40),
        new("类别", 8),
        new("申报类型", 10),
        new("状态", 12),
        new("经办人", 12),
        new("行业代码", 10),
        new("规则集", 36),
        new("提交日期", 14),
        new("申报得分", 10) { IsNumeric = true },
        new("核定得分", 10) { IsNumeric = true },
        new("已核定指标", 12) { IsNumeric = true },
        new("未答复提问", 12) { IsNumeric = true },
        new("有信号指标", 12) { IsNumeric = true },
        new("部门无意见", 12) { IsNumeric = true },
        new("部门有意见", 12) { IsNumeric = true },
        new("存在不得推荐情形", 18) { IsNumeric = true },
        new("现场核实", 16),
        new("时限", 24),
    ];

    /// <summary>One sheet.</summary>
    public static SheetTable Of(IEnumerable<QueueRow> rows) => new("工作队列", Columns, [.. rows.Select(Line)]) { IsOpen = true };

    private static IReadOnlyList<SheetCell> Line(QueueRow row) =>
    [
        SheetCell.Of(row.CaseNumber),
        SheetCell.Of(row.Organisation),
        SheetCell.Of(row.Kind is OrganisationKind.Park ? "园区" : "工厂"),
        SheetCell.Of(row.Purpose is DeclarationPurpose.Benchmark ? "对标" : "新申报"),
        SheetCell.Of(CaseWords.Of(row.State)),
        SheetCell.Of(row.OwnerName),
        SheetCell.Of(row.Industry ?? ""),
        SheetCell.Of(row.RuleSet),
        SheetCell.Of(row.SubmittedAt is { } at ? ChinaTime.Day(at) : ""),
        Points(row.Declared),
        Points(row.Verified),
        SheetCell.Of((decimal)row.Ruled),
        SheetCell.Of((decimal)row.Questions),
        SheetCell.Of((decimal)row.Signals),
        SheetCell.Of((decimal)row.Consenting),
        SheetCell.Of((decimal)row.Commenting),
        SheetCell.Of((decimal)row.Objecting),
        SheetCell.Of(row.VisitDone ? "已核实" : row.VisitOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "待安排"),
        SheetCell.Of(row.Due is { } due ? ChinaTime.Deadline(due) : ""),
    ];

    private static SheetCell Points(decimal? points) => points is { } known ? SheetCell.Of(known) : SheetCell.Empty;
}
