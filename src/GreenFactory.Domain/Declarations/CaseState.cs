namespace GreenFactory.Domain.Declarations;

/// <summary>Where a case stands.</summary>
public enum CaseState
{
    /// <summary>填报中.</summary>
    Draft,

    /// <summary>已提交, waits for the district.</summary>
    Submitted,

    /// <summary>区县初审.</summary>
    DistrictReview,

    /// <summary>退回补正: the applicant answers field by field before a deadline; the clock stops.</summary>
    Returned,

    /// <summary>拟推荐.</summary>
    Recommended,

    /// <summary>不予推荐.</summary>
    NotRecommended,

    /// <summary>对标已核: an existing unit's benchmarking has a conclusion.</summary>
    BenchmarkConcluded,

    /// <summary>已报送: part of the district's sealed pack.</summary>
    Reported,

    /// <summary>符合: passed the city's compliance check.</summary>
    Compliant,

    /// <summary>不符合.</summary>
    NonCompliant,

    /// <summary>已评审: the experts have finished.</summary>
    Assessed,

    /// <summary>拟入围.</summary>
    Shortlisted,

    /// <summary>未入围.</summary>
    NotShortlisted,

    /// <summary>公示中.</summary>
    PublicNotice,

    /// <summary>撤销资格: an objection was upheld.</summary>
    Disqualified,

    /// <summary>已发布: on the list.</summary>
    Published,

    /// <summary>已撤回 by the applicant.</summary>
    Withdrawn,
}
