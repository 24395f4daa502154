namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>The words of the workbook for what the document writes in short: the key is read by people, the value stands in the document.</summary>
internal static class WorkbookWords
{
    public const string Yes = "是";
    public const string No = "否";

    /// <summary>Stands in a parameter cell when the source has no such level.</summary>
    public const string NoLevel = "—";

    /// <summary>Stands in a parameter cell when the row leaves the column out.</summary>
    public const string NotListed = "未列";

    /// <summary>Stands for a list that an overlay empties.</summary>
    public const string EmptyList = "（空）";

    public static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    public static readonly IReadOnlyDictionary<string, string> Formats = Of(("完整规则集", "greenfactory-ruleset/1"), ("派生规则集", "greenfactory-overlay/1"));

    public static readonly IReadOnlyDictionary<string, string> Kinds = Of(("绿色工厂", "factory"), ("绿色工业园区", "park"));

    public static readonly IReadOnlyDictionary<string, string> Provenances = Of(("官方", "official"), ("转录", "transcribed"), ("派生", "derived"), ("示例", "example"));

    public static readonly IReadOnlyDictionary<string, string> Confirmations = Of(("已核", "confirmed"), ("待核", "unconfirmed"), ("征求意见稿", "draft"));

    public static readonly IReadOnlyDictionary<string, string> NotApplicable = Of(
        ("分摊到全部指标", "normaliseWithinTotal"), ("分摊到同一一级指标", "normaliseWithinGroup"), ("按满分计", "fullMarks"), ("按零分计", "zero"));

    public static readonly IReadOnlyDictionary<string, string> RoundingModes = Of(("四舍五入", "awayFromZero"), ("四舍六入五成双", "toEven"));

    public static readonly IReadOnlyDictionary<string, string> RoundingPlaces = Of(("每项指标", "indicator"), ("总分", "total"));

    public static readonly IReadOnlyDictionary<string, string> InputTypes = Of(
        ("数字", "number"), ("单选", "choice"), ("多选", "multi-choice"), ("是否", "boolean"), ("日期", "date"), ("文字", "text"));

    public static readonly IReadOnlyDictionary<string, string> Periods = Of(("评价年", "evaluationYear"), ("三年合计", "threeYears"));

    public static readonly IReadOnlyDictionary<string, string> IndicatorTypes = Of(
        ("正向定量", "正向定量"), ("逆向定量", "逆向定量"), ("正向定性", "正向定性"), ("逆向定性", "逆向定性"));

    public static readonly IReadOnlyDictionary<string, string> LeafKinds = Of(
        ("按比例", "linear"), ("分情形", "either"), ("按产品", "products"), ("分档", "tiered"), ("计数", "count"), ("选项给分", "options"),
        ("专家评分", "graded"), ("条款", "clause"), ("比值", "ratio"), ("多项选取", "choose"), ("附加分", "bonus"));

    public static readonly IReadOnlyDictionary<string, string> ChooseModes = Of(("取得分最高", "best"), ("取申报的", "declared"));

    public static readonly IReadOnlyDictionary<string, string> Operations = Of(("增加", "add"), ("替换", "replace"));

    public static readonly IReadOnlyDictionary<string, string> Changes = Of(("删除", "remove"), ("保留", "keep"), ("增加", "add"));

    public static readonly IReadOnlyDictionary<string, string> Sections = Of(
        ("基本要求", "gates"), ("一级指标", "groups"), ("指标", "indicators"), ("输入项", "inputs"), ("多行填报项", "repeatGroups"),
        ("定义", "definitions"), ("参数表", "parameters"), ("参数行", "rows"));

    public static readonly IReadOnlyDictionary<string, string> AnswerParts = Of(
        ("输入项", "inputs"), ("多行填报项", "groups"), ("基本要求", "gates"), ("不适用", "notApplicable"), ("专家评分", "grades"), ("申报选取", "declared"));

    public static readonly IReadOnlyDictionary<string, string> States = Of(
        ("已计分", "scored"), ("缺失", "missing"), ("不适用", "notApplicable"), ("待评分", "awaitingGrade"), ("有误", "error"));

    private static Dictionary<string, string> Of(params (string Shown, string Word)[] pairs) =>
        pairs.ToDictionary(pair => pair.Shown, pair => pair.Word, StringComparer.Ordinal);
}
