using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Honours;

/// <summary>The refusals around removal from the list and restoration.</summary>
public static class RemovalErrors
{
    /// <summary>The hearing is opened once, on a proposal.</summary>
    public static Error NotToTell { get; } = new("removal.told", "该建议已告知单位或已办结，请刷新页面查看。");

    /// <summary>The unit answers while its time runs.</summary>
    public static Error AnswerOver { get; } = new("removal.answer_over", "陈述意见的期限已过或该建议已办结，不能再提交。确有新情况的，请联系所在区县。");

    /// <summary>An answer on paper is recorded with the paper.</summary>
    public static Error AnswerWithoutPaper { get; } = new("removal.answer_paper", "登记书面意见须附单位意见的扫描件。", "Paper");

    /// <summary>The unit has answered; what it says is not replaced by others.</summary>
    public static Error Answered { get; } = new("removal.answered", "单位已经陈述意见，不能再登记书面意见。请刷新页面查看。");

    /// <summary>Four eyes.</summary>
    public static Error OwnProposal { get; } = new("removal.own", "您提出了该建议，须由另一位负责人决定。");

    /// <summary>Four eyes.</summary>
    public static Error OwnFinding { get; } = new("falsification.own", "您登记了该项，须由另一位负责人决定。");

    /// <summary>It is decided.</summary>
    public static Error Decided { get; } = new("removal.decided", "该建议已有决定，请刷新页面查看。");

    /// <summary>The unit has to be heard first.</summary>
    public static Error NotHeard { get; } = new("removal.not_heard", "尚未告知单位，不能同意移出。请先告知依据、事实和陈述意见的期限。");

    /// <summary>The unit may still answer.</summary>
    public static Error HearingRuns { get; } = new("removal.hearing_runs", "单位陈述意见的期限未到，也没有收到意见，现在不能同意移出。");

    /// <summary>Only the lead decides.</summary>
    public static Error LeadOnly { get; } = new("removal.lead_only", "移出和恢复由市级负责人决定和公告。");

    /// <summary>There is nothing to announce.</summary>
    public static Error NothingToAnnounce { get; } = new("removal.nothing", "没有已同意、等待公告的移出或恢复。");

    /// <summary>The last day of an answer lies after the day on which the unit is told.</summary>
    public static Error DayPassed { get; } = new("removal.day", "陈述意见的最后一天须晚于今天，且不晚于60天之后。", "LastDay");

    /// <summary>Only a removed unit is restored.</summary>
    public static Error NotRemoved { get; } = new("removal.not_removed", "该单位在名录中，不需要恢复。");
}
