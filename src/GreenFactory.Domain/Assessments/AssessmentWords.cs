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
