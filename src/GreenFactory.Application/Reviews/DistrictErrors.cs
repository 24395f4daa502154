using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Reviews;

/// <summary>The refusals of the district's desk.</summary>
public static class DistrictErrors
{
    /// <summary>A correction without a changed value.</summary>
    public static Error NothingCorrected { get; } = new("verdict.nothing_corrected", "选择“修正”时，请至少修改一个数值；数值无误请选择“认可”。", "Kind");

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

    /// <summary>Nothing to report.</summary>
    public static Error NothingToReport { get; } = new("pack.empty", "没有可以报送的结论，请先完成推荐或对标结论。");

    /// <summary>Only the lead seals.</summary>
    public static Error OnlyTheLead { get; } = new("pack.lead", "只有区县负责人可以封存并报送。");

    /// <summary>The pack lacks something.</summary>
    public static Error PackIncomplete(string what) => new("pack.incomplete", what);

    /// <summary>A department said that the case must not be recommended.</summary>
    public static Error Barred(string department) => new("conclusion.barred", $"{department}反馈存在不得推荐情形，不能推荐。请核实后由该部门更正意见，或作出不予推荐的结论。");

    /// <summary>The case is in another state.</summary>
    public static Error NotInReview(CaseState state) => new("review.not_in_review", $"案件当前为“{CaseWords.Of(state)}”，不能核定。请刷新页面查看。");
}
