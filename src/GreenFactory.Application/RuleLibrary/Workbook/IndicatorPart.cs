using System.Text.Json.Nodes;

namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>The scored rows: one row for each indicator with its way of scoring, and below it one for each case, tier, item or child, numbered in 层次.</summary>
internal sealed class IndicatorPart : IWorkbookPart
{
    private const string Node = "node";

    private static readonly WorkbookColumn[] Columns =
    [
        RowOperation.Column,
        new("code", "指标代码", ColumnType.Text, 24) { IsRequired = true },
        new(Node, "层次", ColumnType.Text, 8) { Hint = "指标本身留空；下级依次为 1、2……，再下级为 1.1、1.2……" },
        new("number", "序号", ColumnType.Text, 8),
        new("name", "名称", ColumnType.Text, 28),
        new("detail", "三级指标", ColumnType.Text, 28),
        new("group", "一级指标代码", ColumnType.Text, 14),
        new("type", "类型", ColumnType.Word, 12) { Words = WorkbookWords.IndicatorTypes },
        new("unit", "单位", ColumnType.Text, 14),
        new("weight", "权重分值", ColumnType.Number, 10),
        new("kind", "评分方式", ColumnType.Word, 12) { Words = WorkbookWords.LeafKinds },
        new("value", "指标值公式", ColumnType.Formula, 40),
        new("leading", "引领值", ColumnType.Formula, 30) { Hint = "数或公式；达到即得满分" },
        new("baseline", "基准值", ColumnType.Formula, 30) { Hint = "数或公式；从这里起得分" },
        new("limit", "限定值", ColumnType.Formula, 30) { Hint = "强制性的最低要求；劣于它的在结果中注明" },
        new("leafUnit", "计算单位", ColumnType.Text, 14) { Hint = "与指标单位不同时填写" },
        new("label", "情形或档次", ColumnType.Text, 24),
        new("when", "条件", ColumnType.Formula, 30) { Hint = "最后一种情形可以留空，表示其余" },
        new("rowGroup", "按哪个多行填报项", ColumnType.Text, 18),
        new("rowName", "行名称", ColumnType.Formula, 14),
        new("rowWeight", "行权重公式", ColumnType.Formula, 18),
        new("input", "输入项代码", ColumnType.Text, 22),
        new("option", "选项代码", ColumnType.Text, 18),
        new("required", "必选", ColumnType.Flag, 8) { Otherwise = "false" },
        new("points", "分值", ColumnType.Number, 10),
        new("from", "从几分起", ColumnType.Number, 10),
        new("text", "评分尺度", ColumnType.Text, 40),
        new("take", "取几项", ColumnType.Number, 8),
        new("mode", "取法", ColumnType.Word, 12) { Words = WorkbookWords.ChooseModes },
        new("cap", "比值上限", ColumnType.Number, 10),
        new("child", "子项代码", ColumnType.Text, 14),
        new("clause", "条款", ColumnType.Text, 24),
        new("explanation", "评分说明", ColumnType.Text, 50),
        new("evidence", "必交材料", ColumnType.Lines, 40) { Hint = "每行一项" },
        new("evidenceIfAny", "有则提交的材料", ColumnType.Lines, 40) { Hint = "每行一项" },
    ];

    private static readonly string[] Own = ["code", "number", "name", "detail", "group", "type", "unit", "weight", "clause", "explanation", "evidence", "evidenceIfAny"];
    private static readonly string[] Needed = ["number", "name", "group", "type", "weight"];

    /// <inheritdoc/>
    public string Name => "指标";

    /// <inheritdoc/>
    public IReadOnlyList<WorkbookColumn> ColumnsFor(RuleDocument document) => Columns;

    /// <inheritdoc/>
    public IReadOnlyList<WorkbookColumn> ColumnsFor(IReadOnlyList<string> codes) => Columns;

    /// <inheritdoc/>
    public IEnumerable<IReadOnlyDictionary<string, JsonNode?>> Write(RuleDocument document)
    {
        foreach (var (operation, item) in document.Items("indicators"))
        {
            var row = Own.ToDictionary(code => code, code => item[code]);
            row[RowOperation.Column.Code] = operation;
            foreach (var line in LeafRows.Write(row, item["leaf"]!.AsObject(), item["code"], ""))
            {
                yield return line;
            }
        }
    }

    /// <inheritdoc/>
    public void Read(SheetSource sheet, RuleDocument document)
    {
        var leaves = new LeafRows();
        foreach (var row in sheet.Rows)
        {
            var code = row.Text("code");
            var node = row.Text(Node);
            if (node.Length > 0)
            {
                leaves.Read(row, code, node);
                continue;
            }

            if (!RowOperation.TryTake(row, document, out var operation) || code.Length == 0)
            {
                continue;
            }

            var item = new JsonObject();
            var path = document.Append("indicators", operation, item);
            row.Place(path, "code");
            foreach (var blank in Needed.Where(row.IsBlank))
            {
                row.Report(blank, $"请填写“{sheet.Column(blank).Title}”。");
            }

            foreach (var field in Own)
            {
                row.Put(item, path, field);
            }

            if (!leaves.Begin(row, code, item, path))
            {
                row.Report("code", $"指标代码“{code}”出现了两次。下级行请填写“层次”；不同的指标请改成不同的代码。");
            }
        }
    }
}
