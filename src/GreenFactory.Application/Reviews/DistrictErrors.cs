using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Reviews;

/// <summary>The refusals of the district's desk.</summary>
public static class DistrictErrors
{
    /// <summary>A correction without a changed value.</summary>
    public static Error NothingCorrected { get; } = new("verdict.nothing_corrected", "选择“修正”时，请至少修改一个数值；数值无误请选择“认可”。", "Kind");

    /// <summary>A value was changed on the form beside a verdict that changes none.</summary>
    public static Error CorrectedWithoutSayingSo(string label, string path) => new(
        "verdict.corrected_without_saying", $"“{label}”改成了别的内容，但核定意见不是“修正”，没有保存。要修正的请选“修正”并写明理由；不修正的请改回原来的内容。", path);

    /// <summary>A reason was written and the place is the one it had.</summary>
    public static Error PlaceUnchanged(string organisation, int place) => new(
        "recommendation.unchanged", $"{organisation}已按核定得分排在第 {place} 位，没有调整，所写的理由没有保存。要调整的请填写别的位次；不调整的请清空理由。", "Place");

    /// <summary>Nothing of what was asked for could be accepted in one step.</summary>
    public static Error NothingToAccept { get; } = new(
        "verdict.nothing_to_accept", "没有可以一并认可的指标：只有没有质量信号、还没有核定意见、而且材料您都打开过的指标可以一并认可。请先逐份打开材料，其余指标逐项核定。");

    /// <summary>The applicant's answers changed since the form was opened.</summary>
    public static Error AnswersChangedMeanwhile { get; } = new(
        "verdict.answers_changed", "您打开页面之后，企业修改了本指标的填报值。本次没有保存，您填写的内容在下面，请对照现在的填报值后再保存。");

    /// <summary>A question is withdrawn with a reason of its own.</summary>
    public static Error WithdrawalReasonMissing { get; } = new(
        "verdict.withdrawal_reason", "本指标有一条提问。改为其他意见时，请写明撤回提问的理由（例如企业如何答复、依据是什么），提问原文另行保留。", "Reason");

    /// <summary>The case changed since the conclusion's page was opened.</summary>
    public static Error CaseChangedMeanwhile { get; } = new(
        "conclusion.changed_meanwhile", "您打开页面之后，本案的核定、部门意见或现场核实有变化，结论没有保存。页面已按现在的情况显示，您填写的理由没有丢失，请核对后再次确定。");

    /// <summary>Somebody saved the record of the visit since the form was opened.</summary>
    public static Error VisitChangedMeanwhile(string? byName) => new(
        "visit.changed_meanwhile", $"您打开页面之后，{(string.IsNullOrEmpty(byName) ? "同事" : byName)}保存过现场核实记录。本次没有保存，您填写的内容在下面，每项旁边是已保存的内容，请对照后再保存。");

    /// <summary>A visit cannot have taken place before the case was there.</summary>
    public static Error VisitBeforeSubmission(DateTimeOffset submitted) => new(
        "visit.before_submission", $"现场核实的日期不能早于企业提交申报的日期（{Clock.ChinaTime.Day(submitted)}）。", "On");

    /// <summary>A visit after the report could not be part of it.</summary>
    public static Error VisitTooLate(DateTimeOffset reportBy) => new(
        "visit.too_late", $"现场核实的日期不能晚于区县报送截止时间（{Clock.ChinaTime.Deadline(reportBy)}）。请改为截止之前的日期，或先申请延期。", "On");

    /// <summary>A visit is planned for a half day.</summary>
    public static Error PartOfDayUnknown { get; } = new("visit.part_of_day", "请选择上午或下午。", "PartOfDay");

    /// <summary>The departments' answer would come when the district cannot report any more.</summary>
    public static Error AskedTooLate(DateTimeOffset reportBy) => new(
        "opinion.too_late", $"部门反馈期限不能晚于区县报送截止时间（{Clock.ChinaTime.Deadline(reportBy)}），否则收到意见时已不能报送。请改为截止之前的日期，或先申请延期。", "LastDay");

    /// <summary>Another officer ruled the indicator since the form was opened.</summary>
    public static Error RuledMeanwhile(Domain.Reviews.IndicatorVerdict theirs) => new(
        "verdict.ruled_meanwhile", $"您打开页面之后，{theirs.RuledByName}已核定本指标：{ReviewWords.Of(theirs.Kind)}。本次没有保存，请对照两份意见后决定是否取代。");

    /// <summary>The applicant could answer only when the district cannot report any more.</summary>
    public static Error ReturnTooLate(DateTimeOffset reportBy) => new(
        "return.too_late", $"补正期限应早于区县报送截止时间（{Clock.ChinaTime.Deadline(reportBy)}），否则企业补正后已不能报送。请改早一天以上，或先申请延期。", "LastDay");

    /// <summary>The visit was not planned.</summary>
    public static Error NoVisit { get; } = new("visit.none", "尚未安排现场核实，请先填写时间和核实人。");

    /// <summary>The departments were asked already.</summary>
    public static Error AlreadyAsked { get; } = new("opinion.already_asked", "五个部门均已征求过意见。");

    /// <summary>Somebody gave the case to another officer since the page was opened.</summary>
    public static Error AllocatedMeanwhile(string owner) => new(
        "allocation.changed_meanwhile", $"您打开页面之后，本案已{(owner.Length > 0 ? $"由{owner}承办" : "放回未分派")}，没有改动。请刷新页面，核对后再分派。");

    /// <summary>The person holds no role in the district now.</summary>
    public static Error NoColleague { get; } = new("allocation.no_colleague", "承办人应是本区县在任的工作人员，请从列表中选择。", "Owner");

    /// <summary>Only the lead seals.</summary>
    public static Error OnlyTheLead { get; } = new("pack.lead", "只有区县负责人可以封存并报送。");

    /// <summary>Somebody moved a recommendation, or concluded a case, since the order was shown.</summary>
    public static Error OrderChangedMeanwhile { get; } = new(
        "recommendation.order_changed", "您打开页面之后，推荐次序有变化（同事调整过，或有新的结论）。本次没有调整，页面已按现在的次序显示，请核对后再办理。");

    /// <summary>A place that departs from the order of the score has a reason.</summary>
    public static Error PlaceWithoutReason(string organisation, int place, int byScore) => new(
        "recommendation.reason", $"{organisation}按核定得分应为第 {byScore} 位，调整到第 {place} 位请写明理由，理由随推荐名单报送。", "Reason");

    /// <summary>A colleague answered the item since the form was opened.</summary>
    public static Error AnsweredMeanwhile(ChangeRequestItem item, int index) => new(
        "correction.answered_meanwhile",
        $"您打开页面之后，{item.AnsweredByName}已答复第 {item.Position} 项：“{item.Answer}”。本次没有保存，您填写的内容没有丢失，请对照后再保存。",
        $"Answers[{index}].Answer");

    /// <summary>The pack lacks something.</summary>
    public static Error PackIncomplete(string what) => new("pack.incomplete", what);

    /// <summary>A department said that the case must not be recommended.</summary>
    public static Error Barred(string department) => new("conclusion.barred", $"{department}反馈存在不得推荐情形，不能推荐。请核实后由该部门更正意见，或作出不予推荐的结论。");

    /// <summary>The case is in another state.</summary>
    public static Error NotInReview(CaseState state) => new("review.not_in_review", $"案件当前为“{CaseWords.Of(state)}”，不能核定。请刷新页面查看。");
}
