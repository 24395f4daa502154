namespace GreenFactory.Domain.Declarations;

/// <summary>What can be done to a case as a whole.</summary>
public enum CaseAction
{
    /// <summary>提交.</summary>
    Submit,

    /// <summary>受理.</summary>
    Take,

    /// <summary>退回补正.</summary>
    Return,

    /// <summary>补正后重新提交.</summary>
    Resubmit,

    /// <summary>推荐.</summary>
    Recommend,

    /// <summary>不予推荐.</summary>
    DeclineRecommendation,

    /// <summary>对标结论.</summary>
    ConcludeBenchmark,

    /// <summary>撤销推荐结论, back to the review while the pack is not sealed.</summary>
    Reconsider,

    /// <summary>报送.</summary>
    Report,

    /// <summary>符合性审查通过.</summary>
    PassCompliance,

    /// <summary>符合性审查不通过.</summary>
    FailCompliance,

    /// <summary>市级退回区县.</summary>
    SendBack,

    /// <summary>完成评审.</summary>
    CompleteAssessment,

    /// <summary>拟入围.</summary>
    Shortlist,

    /// <summary>不入围.</summary>
    DeclineShortlist,

    /// <summary>重新参评: an excluded case is taken back into the selection.</summary>
    TakeBack,

    /// <summary>递补: an excluded case on the waiting list takes a place that became free.</summary>
    MoveUp,

    /// <summary>公示.</summary>
    OpenNotice,

    /// <summary>撤销资格 after an upheld objection.</summary>
    Disqualify,

    /// <summary>发布.</summary>
    Publish,

    /// <summary>撤回.</summary>
    Withdraw,

    /// <summary>恢复 a withdrawn case before the deadline.</summary>
    Revive,
}
