using System.Text.Json.Nodes;

namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>The questions: those asked once, and those of repeat groups, which name their group.</summary>
internal sealed class InputPart : IWorkbookPart
{
    private const string Group = "repeatGroup";

    private static readonly WorkbookColumn[] Fields =
    [
        new("code", "输入项代码", ColumnType.Text, 26) { IsRequired = true },
        new("label", "名称", ColumnType.Text, 36) { IsRequired = true },
        new("type", "类型", ColumnType.Word, 10) { Words = WorkbookWords.InputTypes, IsRequired = true },
        new("unit", "单位", ColumnType.Text, 14),
        new("decimals", "小数位数", ColumnType.Number, 10),
        new("min", "最小值", ColumnType.Number, 14),
        new("max", "最大值", ColumnType.Number, 14),
        new("plausibleMin", "合理下限", ColumnType.Number, 14),
        new("plausibleMax", "合理上限", ColumnType.Number, 14),
        new("optionsFrom", "选项取自参数表", ColumnType.Text, 20),
        new("period", "期间", ColumnType.Word, 12) { Words = WorkbookWords.Periods, Otherwise = "evaluationYear" },
        new("section", "所属一级指标代码", ColumnType.Text, 18),
        new("help", "填写说明", ColumnType.Text, 60),
        new("evidence", "佐证材料", ColumnType.Lines, 40) { Hint = "每行一项" },
        new("required", "必填", ColumnType.Flag, 8) { Otherwise = "true" },
        new("visibleWhen", "显示条件", ColumnType.Formula, 40),
    ];

    private static readonly WorkbookColumn[] Columns =
    [
        RowOperation.Column,
        new(Group, "多行填报项代码", ColumnType.Text, 22) { Hint = "只问一次的输入项留空" },
        .. Fields,
    ];

    /// <inheritdoc/>
    public string Name => "输入项";

    /// <summary>Every question with the code of its repeat group, empty for none.</summary>
    public static IEnumerable<(string Group, JsonObject Item)> All(RuleDocument document) =>
        document.Items("inputs").Select(entry => ("", entry.Item)).Concat(
            from entry in document.Items("repeatGroups")
            from input in entry.Item["inputs"] as JsonArray ?? []
            select (CellWriting.Plain(entry.Item["code"]), input!.AsObject()));

    /// <inheritdoc/>
    public IReadOnlyList<WorkbookColumn> ColumnsFor(RuleDocument document) => Columns;

    /// <inheritdoc/>
    public IReadOnlyList<WorkbookColumn> ColumnsFor(IReadOnlyList<string> codes) => Columns;

    /// <inheritdoc/>
    public IEnumerable<IReadOnlyDictionary<string, JsonNode?>> Write(RuleDocument document)
    {
        var operations = document.Items("inputs").ToDictionary(entry => entry.Item, entry => entry.Operation);
        foreach (var (group, item) in All(document))
        {
            var row = Fields.ToDictionary(field => field.Code, field => item[field.Code]);
            row[RowOperation.Column.Code] = operations.GetValueOrDefault(item);
            row[Group] = group;
            yield return row;
        }
    }

    /// <inheritdoc/>
    public void Read(SheetSource sheet, RuleDocument document)
    {
        foreach (var row in sheet.Rows)
        {
            var group = row.Text(Group);
            var item = new JsonObject();
            if (PathOf(row, document, group, item) is not { } path)
            {
                continue;
            }

            row.Place(path, "code");
            foreach (var field in Fields)
            {
                row.Put(item, path, field.Code);
            }

            if (CellWriting.Plain(item["code"]) is { Length: > 0 } code && !document.Remember("inputs", group, code, item, path))
            {
                row.Report("code", $"代码“{code}”在这个工作表里出现了两次，请改成不同的代码或只保留一行。");
            }
        }
    }

    private static string? PathOf(SheetRow row, RuleDocument document, string group, JsonObject item)
    {
        if (group.Length == 0)
        {
            return RowOperation.TryTake(row, document, out var operation) ? document.Append("inputs", operation, item) : null;
        }

        if (!row.IsBlank(RowOperation.Column.Code))
        {
            row.Report(RowOperation.Column.Code, "多行填报项里的输入项随整个多行填报项增加或替换，这里请清空。");
        }

        if (document.Find("repeatGroups", "", group) is { } owner)
        {
            return RuleDocument.Append(owner.Item, owner.Path, "inputs", item);
        }

        row.Report(Group, $"没有多行填报项“{group}”。请核对代码，或在“多行填报项”工作表中补上。");
        return null;
    }
}
