namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>The column in which an overlay says what a row does to its parent.</summary>
internal static class RowOperation
{
    /// <summary>The column.</summary>
    public static WorkbookColumn Column { get; } =
        new("op", "操作", ColumnType.Word, 10) { Words = WorkbookWords.Operations, Hint = "只有派生规则集填写：增加或替换；删除写在“改动”工作表" };

    /// <summary>Reads it; false when it does not fit the document, which is then reported.</summary>
    public static bool TryTake(SheetRow row, RuleDocument document, out string? operation)
    {
        var isBlank = row.IsBlank(Column.Code);
        operation = row.Take(Column.Code) is { } word ? CellWriting.Plain(word) : null;
        if (document.IsOverlay == (operation is not null))
        {
            return true;
        }

        if (isBlank || operation is not null)
        {
            row.Report(Column.Code, document.IsOverlay
                ? "派生规则集的每一行要写明是“增加”还是“替换”基础规则集中的同一代码。"
                : "完整规则集不填“操作”，请清空；要删除就删除整行。");
        }

        return false;
    }
}
