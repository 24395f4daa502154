namespace GreenFactory.Domain.Declarations;

/// <summary>The Chinese words for states, actions and guards; one term each, as in the glossary.</summary>
public static class CaseWords
{
    /// <summary>The word for a state.</summary>
    public static string Of(CaseState state) => state switch
    {
        CaseState.Draft => "填报中",
        CaseState.Submitted => "已提交",
        CaseState.DistrictReview => "区县初审",
        CaseState.Returned => "退回补正",
        CaseState.Recommended => "拟推荐",
        CaseState.NotRecommended => "不予推荐",
        CaseState.BenchmarkConcluded => "对标已核",
        CaseState.Reported => "已报送",
        CaseState.Compliant => "符合",
        CaseState.NonCompliant => "不符合",
        CaseState.Assessed => "已评审",
        CaseState.Shortlisted => "拟入围",
        CaseState.NotShortlisted => "未入围",
        CaseState.PublicNotice => "公示中",
        CaseState.Disqualified => "撤销资格",
        CaseState.Published => "已发布",
        CaseState.Withdrawn => "已撤回",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>The word for a purpose.</summary>
    public static string Of(DeclarationPurpose purpose) => purpose is DeclarationPurpose.Benchmark ? "自评价对标" : "新申报";

    /// <summary>The word for an action.</summary>
    public static string Of(CaseAction action) => action switch
    {
        CaseAction.Submit => "提交",
        CaseAction.Take => "受理",
        CaseAction.Return => "退回补正",
        CaseAction.Resubmit => "补正后提交",
        CaseAction.Recommend => "推荐",
        CaseAction.DeclineRecommendation => "不予推荐",
        CaseAction.ConcludeBenchmark => "作出对标结论",
        CaseAction.Reconsider => "重新审查",
        CaseAction.Report => "报送",
        CaseAction.PassCompliance => "符合性审查通过",
        CaseAction.FailCompliance => "符合性审查不通过",
        CaseAction.SendBack => "退回区县",
        CaseAction.CompleteAssessment => "完成评审",
        CaseAction.Shortlist => "列入拟入围",
        CaseAction.DeclineShortlist => "不入围",
        CaseAction.TakeBack => "重新参评",
        CaseAction.MoveUp => "递补",
        CaseAction.OpenNotice => "公示",
        CaseAction.Disqualify => "撤销资格",
        CaseAction.Publish => "发布",
        CaseAction.Withdraw => "撤回",
        CaseAction.Revive => "恢复填报",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };

    /// <summary>What is still missing when a guard is not met.</summary>
    public static string Missing(CaseGuard guard) => guard switch
    {
        CaseGuard.WindowOpen => "不在本批次受理时间内",
        CaseGuard.SectionsComplete => "还有未完成或有误的部分",
        CaseGuard.GatesMet => "基本要求或负面清单未全部符合",
        CaseGuard.Signed => "负责人尚未签署真实性承诺",
        CaseGuard.ItemsNamed => "尚未写明需要补正的内容",
        CaseGuard.ItemsAnswered => "还有补正事项未答复",
        CaseGuard.IndicatorsRuled => "还有指标未核定或提问未答复",
        CaseGuard.VisitRecorded => "现场核实记录尚未完成",
        CaseGuard.DepartmentsHeard => "部门意见尚未收齐",
        CaseGuard.ReasonGiven => "请写明理由",
        CaseGuard.PackSealed => "推荐材料尚未封存",
        CaseGuard.ComplianceRuled => "符合性审查项目尚未全部完成",
        CaseGuard.PanelComplete => "还有专家未完成评审，或完成评审的专家少于规定人数",
        CaseGuard.SelectionOpen => "本批次有公示期满、待发布的名单，发布后才能调整",
        CaseGuard.PlaceFreed => "同一排名中没有空出的名额",
        CaseGuard.NoticeOpen => "本批次公示尚未开启",
        CaseGuard.NoticeOver => "公示期未满或有异议未办结",
        CaseGuard.ObjectionUpheld => "没有查实的异议",
        CaseGuard.UnitBarred => "名录登记中没有三年内移出或撤销资格的记录",
        CaseGuard.FourEyes => "不能办理本人经办或与本人有关联的案件",
        _ => throw new ArgumentOutOfRangeException(nameof(guard), guard, null),
    };
}
