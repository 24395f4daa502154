using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Assessments;

/// <summary>The refusals of compliance check, panel and selection.</summary>
public static class AssessmentErrors
{
    /// <summary>The declaration on conflict of interest was made.</summary>
    public static Error AlreadyDeclared { get; } = new("assignment.declared", "您已作出回避声明，不能再次声明。如情况有变，请联系市级部门。");

    /// <summary>The expert is not at work on the case.</summary>
    public static Error NotReviewing { get; } = new("assignment.not_reviewing", "该案件不在评审中，内容未保存。请返回“我的评审”查看。");

    /// <summary>The expert saved in another window or on another computer since the form was opened.</summary>
    public static Error AssessmentChangedMeanwhile { get; } = new(
        "assessment.changed_meanwhile", "您打开页面之后，在别的窗口或电脑上保存过本案的评分和意见。本次没有保存，您填写的内容在下面，已保存的列在旁边，请对照后再保存。");

    /// <summary>The case waits for no compliance check.</summary>
    public static Error NotReported { get; } = new("compliance.not_reported", "该案件不在符合性审查环节，可能已由他人办理。请刷新页面查看。");

    /// <summary>Somebody ruled, or something the check rests on changed, since the page was opened.</summary>
    public static Error ComplianceChangedMeanwhile(string? byName) => new(
        "compliance.changed_meanwhile",
        $"您打开页面之后，{(byName is null ? "本案的部门意见或得分有变化" : $"{byName}保存过本案的符合性审查")}。本次没有保存，您填写的内容在下面，每项旁边是已保存的结论，请对照后再提交。");

    /// <summary>Another lead set the quota since the page was opened.</summary>
    public static Error QuotaChangedMeanwhile(int places, string byName, string reason) => new(
        "quota.changed_meanwhile", $"您打开页面之后，{byName}已把名额定为 {places} 家（依据：{reason}）。本次没有保存，您填写的内容在下面，请对照后再提交。", "Places");

    /// <summary>Another officer changed the panel of a case since the page was opened.</summary>
    public static Error PanelChangedMeanwhile(string cases) => new(
        "panel.changed_meanwhile", $"您打开页面之后，{cases}的专家或评审进度有变化。本次没有分配，页面已按现在的情况显示，您的选择没有丢失，请核对后再提交。");

    /// <summary>Not every item is ruled.</summary>
    public static Error ItemOpen(ComplianceItem item) => new("compliance.item_open", $"“{AssessmentWords.Of(item)}”尚未审查，请选择结论。", $"Items[{(int)item}].Verdict");

    /// <summary>An item without remark.</summary>
    public static Error RemarkMissing(ComplianceItem item) => new("compliance.remark_missing", $"“{AssessmentWords.Of(item)}”：请写明情况。", $"Items[{(int)item}].Remark");

    /// <summary>Something was written about an item, and nothing concluded.</summary>
    public static Error RemarkWithoutVerdict(ComplianceItem item) => new(
        "compliance.remark_without_verdict", $"“{AssessmentWords.Of(item)}”：填写了说明，但没有选择结论。请选择结论，或清空说明。", $"Items[{(int)item}].Verdict");

    /// <summary>A conflict is described by somebody who says that there is none.</summary>
    public static Error ConflictDescribed { get; } = new(
        "conflict.described", "填写了回避情形，却选择了“没有”。有需要回避的情形请选“有，申请回避”；确实没有的，请清空所填的情形。", "Conflict");

    /// <summary>A failing item forbids passing.</summary>
    public static Error HasFailingItem { get; } = new("compliance.failing_item", "有项目不符合，不能审查通过。请选择“审查不通过”或“退回区县”。");

    /// <summary>No failing item to rest a refusal on.</summary>
    public static Error NoFailingItem { get; } = new("compliance.no_failing_item", "没有“不符合”的项目，不能作出不通过结论。请先标明不符合的项目。");

    /// <summary>A barred unit passes only with the city's reason.</summary>
    public static Error Barred(ListBar bar) => new(
        "compliance.barred",
        $"{bar.Sentence}。应判为“不符合”；市级研究同意继续的，选择“符合，有说明”并写明依据。",
        $"Items[{(int)ComplianceItem.Eligibility}].Verdict");

    /// <summary>The frozen score does not replay.</summary>
    public static Error ScoreNotIntact { get; } = new("compliance.score_not_intact", "得分复算结果与存档不一致，不能判为符合。请退回区县并通知平台管理员。", $"Items[{(int)ComplianceItem.ScoresIntact}].Verdict");

    /// <summary>The place that became free is taken, or there is none.</summary>
    public static Error NoPlaceFreed { get; } = new("selection.no_place", "没有这个空出的名额，可能已由他人递补。请刷新页面查看。");

    /// <summary>Another case stands before it on the waiting list.</summary>
    public static Error NotNext(string next) => new("selection.not_next", $"候补按名次依次递补，下一家是 {next}。不递补它的，先对它作“不递补”的结论并写明理由。");

    /// <summary>Nobody is left on the waiting list.</summary>
    public static Error NobodyWaits { get; } = new("selection.nobody_waits", "候补名单中没有可以递补的单位。");

    /// <summary>Nobody chosen.</summary>
    public static Error NothingChosen { get; } = new("panel.nothing_chosen", "请至少选择一个案件和一名专家。");

    /// <summary>A cap that is no cap.</summary>
    public static Error CapOutOfRange(int largest) => new("panel.cap", $"每人上限应为 1 至 {largest} 的整数。", "Cap");

    /// <summary>The proposal comes out otherwise than it was shown.</summary>
    public static Error ProposalChangedMeanwhile { get; } = new(
        "panel.proposal_changed", "您打开页面之后，案件、专家或回避情形有变化，方案已不同。本次没有分配，请核对现在的方案后再确认。");

    /// <summary>The proposal is empty.</summary>
    public static Error NothingProposed { get; } = new("panel.nothing_proposed", "方案中没有可以分配的评审。");

    /// <summary>The chosen person is no expert.</summary>
    public static Error NotAnExpert { get; } = new("panel.not_an_expert", "所选人员不是有效的专家。");

    /// <summary>A due day that is over.</summary>
    public static Error DueInPast { get; } = new("panel.due_in_past", "评审期限应在今天之后。", "LastDay");

    /// <summary>The campaign has a panel, so its assessment rule stays.</summary>
    public static Error RuleFixed { get; } = new("assessment_rule.fixed", "本批次已经分配专家，评审规则不能再改：否则看过评分的人可以选择算法。");

    /// <summary>Another administrator set the rule since the page was opened.</summary>
    public static Error RuleChangedMeanwhile(string rule) => new(
        "assessment_rule.changed_meanwhile", $"您打开页面之后，评审规则刚被他人改为：{rule}。本次没有保存，您填写的内容在下面，请对照后再保存。");

    /// <summary>Fewer reviews are completed than the campaign's rule needs.</summary>
    public static Error ReviewsMissing(int required, int finished) => new(
        "panel.reviews_missing", $"本批次规定每个案件至少 {required} 名专家完成评审，现有 {finished} 名完成，还缺 {required - finished} 名。请等专家完成，或者增派专家后再办。");

    /// <summary>The marks lie far apart, and nobody says why the panel is closed all the same.</summary>
    public static Error DisputeUnexplained(string lines) => new(
        "panel.dispute_unexplained", $"专家评分有分歧（{lines}），请写明如何处理，5 至 500 字，随评审底稿存档。", "Note");

    /// <summary>The panel has not finished.</summary>
    public static Error PanelOpen { get; } = new("panel.open", "还有专家未完成评审。请等全部专家完成后再办。");
}
