namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>The sheets of a rule-set workbook in their order; a sheet is read after those whose codes it uses.</summary>
internal static class WorkbookParts
{
    /// <summary>Every sheet.</summary>
    public static IReadOnlyList<IWorkbookPart> All { get; } =
    [
        new SetPart(),
        new ChangesPart(),
        new ListPart(
            "基本要求",
            "gates",
            new("code", "代码", ColumnType.Text, 24) { IsRequired = true },
            new("title", "名称", ColumnType.Text, 30) { IsRequired = true },
            new("clause", "条款", ColumnType.Text, 18),
            new("text", "要求全文", ColumnType.Text, 80) { IsRequired = true },
            new("evidence", "必交材料", ColumnType.Lines, 40) { Hint = "每行一项" },
            new("evidenceIfAny", "有则提交的材料", ColumnType.Lines, 40) { Hint = "每行一项" },
            new("mandatory", "必须符合", ColumnType.Flag, 10) { Otherwise = "true", Hint = "鼓励类填“否”" },
            new("negativeList", "负面清单", ColumnType.Flag, 10) { Otherwise = "false", Hint = "属于负面清单的填“是”" }),
        new ListPart(
            "一级指标",
            "groups",
            new("code", "代码", ColumnType.Text, 20) { IsRequired = true },
            new("name", "名称", ColumnType.Text, 30) { IsRequired = true },
            new("weight", "权重分值", ColumnType.Number, 12) { IsRequired = true },
            new("bonus", "附加项", ColumnType.Flag, 10) { Otherwise = "false", Hint = "在 100 分以外的填“是”" }),
        new IndicatorPart(),
        new ListPart(
            "多行填报项",
            "repeatGroups",
            new("code", "代码", ColumnType.Text, 24) { IsRequired = true },
            new("label", "名称", ColumnType.Text, 36) { IsRequired = true },
            new("maxRows", "最多行数", ColumnType.Number, 10) { IsRequired = true },
            new("section", "所属一级指标代码", ColumnType.Text, 18),
            new("help", "填写说明", ColumnType.Text, 60),
            new("visibleWhen", "显示条件", ColumnType.Formula, 40)),
        new InputPart(),
        new SublistPart("选项", "options", new("input", "输入项代码", ColumnType.Text, 26) { IsRequired = true }, InputPart.All, "inputs", hasGroup: true),
        new ListPart(
            "定义",
            "definitions",
            new("code", "代码", ColumnType.Text, 26) { IsRequired = true },
            new("label", "名称", ColumnType.Text, 36) { IsRequired = true },
            new("unit", "单位", ColumnType.Text, 14),
            new("group", "多行填报项代码", ColumnType.Text, 22) { Hint = "逐行计算的填写" },
            new("formula", "公式", ColumnType.Formula, 70) { IsRequired = true },
            new("clause", "条款", ColumnType.Text, 30)),
        new ListPart(
            "核对提示",
            "cautions",
            new("at", "在哪个输入项旁提示", ColumnType.Text, 30) { IsRequired = true },
            new("holds", "应当成立的关系", ColumnType.Formula, 60) { IsRequired = true },
            new("message", "提示", ColumnType.Text, 70) { IsRequired = true },
            new("refuses", "不成立时退回", ColumnType.Flag, 12) { Otherwise = "false", Hint = "“是”：改正之前不能提交；“否”：说明之后可以提交" }),
        new ListPart(
            "参数表",
            "parameters",
            new("code", "参数表代码", ColumnType.Text, 22) { IsRequired = true },
            new("label", "名称", ColumnType.Text, 40) { IsRequired = true },
            new("unit", "单位", ColumnType.Text, 18) { Hint = "各行单位相同时填写；留空则每一行写自己的单位" }),
        new SublistPart("参数列", "columns", new("table", "参数表代码", ColumnType.Text, 22) { IsRequired = true }, ParameterPart.AllTables, "parameters", hasGroup: false),
        new CorrectionPart(),
        new CorrectionFormulaPart(),
        new ParameterPart(),
        new CasePart(),
        new AnswerPart(),
        new ExpectationPart(),
    ];
}
