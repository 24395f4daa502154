using System.Globalization;
using GreenFactory.Scoring.Evaluation;

namespace GreenFactory.Domain.Assessments;

/// <summary>The Chinese words of compliance check and panel; one term each, as in the glossary.</summary>
public static class AssessmentWords
{
    /// <summary>The word for an item.</summary>
    public static string Of(ComplianceItem item) => item switch
    {
        ComplianceItem.Materials => "材料齐全",
        ComplianceItem.Eligibility => "申报资格",
        ComplianceItem.NegativeListDeclared => "负面清单：申报单位声明",
        ComplianceItem.NegativeListDepartments => "负面清单：部门意见",
        ComplianceItem.NegativeListImported => "负面清单：信用信息核对",
        ComplianceItem.BasicRequirements => "基本要求",
        ComplianceItem.RuleSetConfirmed => "规则集已确认",
        ComplianceItem.ScoresIntact => "得分可复算",
        _ => throw new ArgumentOutOfRangeException(nameof(item), item, null),
    };

    /// <summary>The word for a verdict.</summary>
    public static string Of(ComplianceVerdict verdict) => verdict switch
    {
        ComplianceVerdict.Ok => "符合",
        ComplianceVerdict.OkWithRemark => "符合，有说明",
        ComplianceVerdict.NotOk => "不符合",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, null),
    };

    /// <summary>The word for how marks combine.</summary>
    public static string Of(PanelMethod method) => method switch
    {
        PanelMethod.Mean => "平均值",
        PanelMethod.Median => "中位数",
        PanelMethod.TrimmedMean => "去掉一个最高分、一个最低分后的平均值",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, null),
    };

    /// <summary>An assessment rule in sentences, as it is published.</summary>
    public static string Of(AssessmentRule rule) => string.Create(
        CultureInfo.InvariantCulture,
        $"每个案件至少 {rule.RequiredReviews} 名专家完成评审。同一指标各专家评分的{Of(rule.Method)}为专家组评分，按规则集的规定取舍一次后计入得分；{(rule.JudgesOptions ? "定性指标由专家重新评定，取不高于专家组评分的最高一档。" : "没有由专家评分的指标时，得分不变。")}最高分与最低分相差达到满分的 {rule.DisputedFrom:0.##}% 的，列为分歧，须写明处理理由。");

    /// <summary>The word for the state of an assignment.</summary>
    public static string Of(AssignmentState state) => state switch
    {
        AssignmentState.Assigned => "待声明回避",
        AssignmentState.Reviewing => "评审中",
        AssignmentState.Conflicted => "已回避",
        AssignmentState.Finished => "已完成",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
