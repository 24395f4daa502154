namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>A field of the set itself, such as <c>policies.rounding.mode</c>.</summary>
/// <param name="Code">Its path in the document.</param>
/// <param name="Title">Its Chinese name.</param>
/// <param name="Type">What it holds.</param>
internal sealed record SetField(string Code, string Title, ColumnType Type)
{
    private enum Presence
    {
        Free,
        Always,
        InFullSets,
        InOverlays,
    }

    /// <summary>Every field in the order of the sheet.</summary>
    public static IReadOnlyList<SetField> All { get; } =
    [
        new("format", "文件类型", ColumnType.Word) { Words = WorkbookWords.Formats, Needed = Presence.Always },
        new("id", "规则集代码", ColumnType.Text) { Needed = Presence.Always },
        new("version", "版本", ColumnType.Text) { Needed = Presence.Always },
        new("title", "名称", ColumnType.Text) { Needed = Presence.Always },
        new("kind", "适用对象", ColumnType.Word) { Words = WorkbookWords.Kinds, Needed = Presence.InFullSets },
        new("extends.id", "基础规则集代码", ColumnType.Text) { Needed = Presence.InOverlays },
        new("extends.version", "基础规则集版本", ColumnType.Text) { Needed = Presence.InOverlays },
        new("extends.hash", "基础规则集指纹", ColumnType.Text) { Needed = Presence.InOverlays },
        new("provenance", "来源性质", ColumnType.Word) { Words = WorkbookWords.Provenances, Needed = Presence.Always },
        new("provenanceNote", "来源说明", ColumnType.Text) { Needed = Presence.InOverlays },
        new("effectiveFrom", "生效日期", ColumnType.Date),
        new("effectiveTo", "失效日期", ColumnType.Date),
        new("policies.notApplicable", "不适用指标的权重", ColumnType.Word) { Words = WorkbookWords.NotApplicable, Needed = Presence.InFullSets },
        new("policies.rounding.mode", "取整方式", ColumnType.Word) { Words = WorkbookWords.RoundingModes, Needed = Presence.InFullSets },
        new("policies.rounding.places", "得分小数位数", ColumnType.NumberAsText) { Needed = Presence.InFullSets },
        new("policies.rounding.at", "取整位置", ColumnType.Word) { Words = WorkbookWords.RoundingPlaces, Needed = Presence.InFullSets },
        new("policies.passLine", "达标线", ColumnType.NumberAsText),
        new("policies.scaleTo", "折算满分", ColumnType.NumberAsText),
        new("policies.preference.clause", "优先推荐条件：依据", ColumnType.Text),
        new("policies.preference.group", "优先推荐条件：多行填报项", ColumnType.Text),
        new("policies.preference.name", "优先推荐条件：产品", ColumnType.Formula),
        new("policies.preference.value", "优先推荐条件：比较的数", ColumnType.Formula),
        new("policies.preference.unit", "优先推荐条件：单位", ColumnType.Text),
        new("policies.preference.keySectors.table", "优先推荐条件：重点领域的参数表", ColumnType.Text),
        new("policies.preference.keySectors.column", "优先推荐条件：重点领域的列", ColumnType.Text),
        new("policies.preference.others.table", "优先推荐条件：其他产品的参数表", ColumnType.Text),
        new("policies.preference.others.column", "优先推荐条件：其他产品的列", ColumnType.Text),
        new("basis", "依据", ColumnType.Text) { IsList = true },
        new("industryCodes", "适用行业代码", ColumnType.Text) { IsList = true },
        new("lacks", "还缺什么", ColumnType.Text) { IsList = true },
    ];

    /// <summary>The words of a field of words.</summary>
    public IReadOnlyDictionary<string, string> Words { get; init; } = WorkbookWords.None;

    /// <summary>Whether it may have several rows.</summary>
    public bool IsList { get; init; }

    /// <summary>The column by which its cells are read and written.</summary>
    public WorkbookColumn Column => new(Code, Title, Type) { Words = Words };

    private Presence Needed { get; init; }

    /// <summary>The same, for a document that may require the field.</summary>
    public WorkbookColumn ColumnIn(RuleDocument document) => Column with
    {
        IsRequired = Needed is Presence.Always || Needed == (document.IsOverlay ? Presence.InOverlays : Presence.InFullSets),
    };
}
