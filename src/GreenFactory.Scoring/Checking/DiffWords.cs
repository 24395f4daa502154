namespace GreenFactory.Scoring.Checking;

/// <summary>What the members of the JSON form and their words are called in a difference that an official reads.</summary>
internal static class DiffWords
{
    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["weight"] = "权重",
        ["label"] = "名称",
        ["name"] = "名称",
        ["title"] = "名称",
        ["text"] = "内容",
        ["unit"] = "单位",
        ["clause"] = "条款",
        ["leaf"] = "评分方式",
        ["evidence"] = "证明材料",
        ["evidenceIfAny"] = "有则提交的证明材料",
        ["negativeList"] = "是否属于负面清单",
        ["provenance"] = "来源性质",
        ["provenanceNote"] = "来源说明",
        ["source"] = "出处",
        ["from"] = "生效日期",
        ["to"] = "失效日期",
        ["version"] = "版本",
        ["policies"] = "处理办法",
        ["preference"] = "优先推荐条件",
        ["benchmark"] = "标杆水平",
        ["keySectors"] = "重点领域的水平",
        ["others"] = "其他产品的水平",
        ["table"] = "参数表",
        ["column"] = "列",
        ["help"] = "填写说明",
        ["explanation"] = "评分说明",
        ["type"] = "类型",
        ["detail"] = "三级指标",
        ["options"] = "选项",
        ["lacks"] = "尚缺内容",
        ["leading"] = "引领值",
        ["baseline"] = "基准值",
        ["level1"] = "1 级",
        ["level2"] = "2 级",
        ["level3"] = "3 级",
        ["advanced"] = "先进值",
        ["general"] = "通用值",
        ["value"] = "指标值公式",
        ["formula"] = "公式",
        ["holds"] = "应满足的条件",
        ["message"] = "提示",
        ["kind"] = "评分方式",
        ["confirmation"] = "核对情况",
        ["note"] = "备注",
        ["notApplicable"] = "不适用指标的权重",
        ["mode"] = "方式",
        ["at"] = "位置",
        ["places"] = "小数位数",
        ["effectiveFrom"] = "生效日期",
        ["effectiveTo"] = "失效日期",
        ["passLine"] = "达标线",
        ["scaleTo"] = "折算满分",
        ["limit"] = "限定值",
        ["corrections"] = "修正",
        ["correction"] = "修正",
        ["levels"] = "修正公式",
        ["unknown"] = "修正还缺什么",
    };

    private static readonly Dictionary<(string Field, string Word), string> Values = new()
    {
        [("provenance", "official")] = "官方",
        [("provenance", "transcribed")] = "转录",
        [("provenance", "derived")] = "派生",
        [("provenance", "example")] = "示例",
        [("confirmation", "confirmed")] = "已核",
        [("confirmation", "")] = "已核",
        [("confirmation", "unconfirmed")] = "待核",
        [("confirmation", "draft")] = "征求意见稿",
        [("notApplicable", "normaliseWithinTotal")] = "分摊到全部指标",
        [("notApplicable", "normaliseWithinGroup")] = "分摊到同一一级指标",
        [("notApplicable", "fullMarks")] = "按满分计",
        [("notApplicable", "zero")] = "按零分计",
        [("mode", "awayFromZero")] = "四舍五入",
        [("mode", "toEven")] = "四舍六入五成双",
        [("mode", "best")] = "取得分最高",
        [("mode", "declared")] = "取申报的",
        [("at", "indicator")] = "每项指标",
        [("at", "total")] = "总分",
    };

    /// <summary>The name of a member; the member itself where an official knows it by that name only.</summary>
    public static string Field(string member) => Fields.GetValueOrDefault(member, member);

    /// <summary>What a member says: words of the JSON form in Chinese, everything else as it is. A row that says nothing of its confirmation is confirmed.</summary>
    public static string Value(string member, string written) => Values.GetValueOrDefault((member, written), written);
}
