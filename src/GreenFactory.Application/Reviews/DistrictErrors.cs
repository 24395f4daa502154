using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Reviews;

/// <summary>The refusals of the district's desk.</summary>
public static class DistrictErrors
{
    /// <summary>A correction without a changed value.</summary>
    public static Error NothingCorrected { get; } = new("verdict.nothing_corrected", "选择“修正”时，请至少修改一个数值；数值无误请选择“认可”。", "Kind");

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
