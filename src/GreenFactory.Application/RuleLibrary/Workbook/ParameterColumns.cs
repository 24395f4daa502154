namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>The columns of parameter rows: in their middle one for each column of any table.</summary>
internal static class ParameterColumns
{
    /// <summary>How the code of a value column begins; the rest is the column's code in the tables.</summary>
    public const string Prefix = "value.";

    /// <summary>Columns before the values.</summary>
    public static IReadOnlyList<WorkbookColumn> Before { get; } =
    [
        RowOperation.Column,
        new("table", "参数表代码", ColumnType.Text, 18) { IsRequired = true },
        new("key", "键", ColumnType.Text, 44) { IsRequired = true },
        new("label", "名称", ColumnType.Text, 36) { IsRequired = true },
        new("unit", "单位", ColumnType.Text, 14),
        new("from", "生效日期", ColumnType.Date, 12),
        new("to", "失效日期", ColumnType.Date, 12),
    ];

    /// <summary>Columns after the values.</summary>
    public static IReadOnlyList<WorkbookColumn> After { get; } =
    [
        new("source", "出处", ColumnType.Text, 36),
        new("clause", "条款", ColumnType.Text, 24),
        new("provenance", "来源性质", ColumnType.Word, 10) { Words = WorkbookWords.Provenances, IsRequired = true },
        new("confirmation", "核对情况", ColumnType.Word, 12) { Words = WorkbookWords.Confirmations, IsRequired = true },
        new("note", "备注", ColumnType.Text, 50),
        new("correction", "修正代码", ColumnType.Text, 20) { Hint = "标准对这一行的数值有修正时，填“修正”工作表里的代码" },
    ];

    /// <summary>All columns.</summary>
    /// <param name="values">Code and label of the value columns.</param>
    public static IReadOnlyList<WorkbookColumn> All(IEnumerable<(string Code, string Label)> values) =>
    [
        .. Before,
        .. values.Select(value => new WorkbookColumn(Prefix + value.Code, value.Label, ColumnType.Value, 14) { Hint = "数字；标准没有这一级时填“—”，不是 0" }),
        .. After,
    ];
}
