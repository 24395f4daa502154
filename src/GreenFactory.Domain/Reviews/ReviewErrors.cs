using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Reviews;

/// <summary>The refusals of the district's review.</summary>
public static class ReviewErrors
{
    /// <summary>The record of a visit is complete.</summary>
    public static Error VisitLocked { get; } = new("visit.locked", "现场核实记录已完成并锁定，不能再修改。");

    /// <summary>Fewer than two officers.</summary>
    public static Error TooFewOfficers { get; } = new("visit.officers", "现场核实至少由两人进行。请填写两位以上不同的核实人，用顿号分开。", "Officers");

    /// <summary>A visit that lies ahead has found nothing.</summary>
    public static Error VisitNotYetHeld(SiteVisit visit) => new(
        "visit.not_yet_held", $"现场核实安排在 {visit.PlannedOn:yyyy年M月d日}{visit.PartOfDay}，还没有进行，不能完成记录。已经提前进行的，请先在“更改安排”中改为实际日期。", "On");

    /// <summary>Nobody of the unit is named.</summary>
    public static Error NobodyPresent { get; } = new("visit.present", "请填写企业（园区）在场人员。", "Present");

    /// <summary>There is no conclusion.</summary>
    public static Error ConclusionMissing { get; } = new("visit.conclusion", "请填写核实意见。", "Conclusion");

    /// <summary>An opinion needs words.</summary>
    public static Error OpinionTextMissing { get; } = new("opinion.text", "选择“有意见”或“存在不得推荐情形”时，请写明具体情形。", "Text");

    /// <summary>A correction that says what the standing version says.</summary>
    public static Error NothingCorrected { get; } = new("opinion.unchanged", "更正后的意见与现有意见完全相同，没有保存。如需补充，请修改意见、具体情形或附件。", "Kind");

    /// <summary>A correction needs its reason.</summary>
    public static Error CorrectionReasonMissing { get; } = new("opinion.reason", "该意见已经反馈。更正请写明理由，原意见和更正都会保留。", "CorrectionReason");

    /// <summary>Somebody of the department answered since the form was opened.</summary>
    public static Error OpinionGivenMeanwhile(DepartmentOpinion opinion) => new(
        "opinion.given_meanwhile", $"您打开页面之后，{opinion.GivenByName}已反馈意见（第 {opinion.Version} 版）。您填写的内容没有丢失，请对照后决定是否更正。");

    /// <summary>The department was heard already.</summary>
    public static Error AlreadyHeard { get; } = new("opinion.already_heard", "该部门已反馈意见或已登记逾期，请刷新页面查看。");

    /// <summary>The day has not passed.</summary>
    public static Error NotYetDue { get; } = new("opinion.not_yet_due", "还没有到反馈期限，不能登记逾期。");

    /// <summary>A line of the checklist is open.</summary>
    public static Error ItemOpen(SiteVisitItem item) => new("visit.item_open", $"第 {item.Position} 项“{item.Title}”还没有核实结果。", $"Items[{item.Position - 1}].Result");

    /// <summary>A mismatch needs words.</summary>
    public static Error RemarkMissing(SiteVisitItem item) => new("visit.remark", $"第 {item.Position} 项“{item.Title}”不符，请说明情况。", $"Items[{item.Position - 1}].Remark");
}
