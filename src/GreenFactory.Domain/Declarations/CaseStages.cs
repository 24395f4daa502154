namespace GreenFactory.Domain.Declarations;

/// <summary>Which states of a case ask something of a desk. A list counts as open (未办结) what stands in one of them.</summary>
public static class CaseStages
{
    /// <summary>The applicant fills in, or answers a return.</summary>
    public static IReadOnlyList<CaseState> WithApplicant { get; } = [CaseState.Draft, CaseState.Returned];

    /// <summary>The district has still to conclude or to report.</summary>
    public static IReadOnlyList<CaseState> WithDistrict { get; } =
        [CaseState.Submitted, CaseState.DistrictReview, CaseState.Returned, CaseState.Recommended, CaseState.BenchmarkConcluded];

    /// <summary>A department may answer, or answer anew.</summary>
    public static IReadOnlyList<CaseState> WithDepartments { get; } = [CaseState.DistrictReview, CaseState.Returned];

    /// <summary>The city has still to check, assess, select, notice or publish; a benchmarking case ends when it is compliant.</summary>
    public static IReadOnlyList<CaseState> WithCity { get; } =
        [CaseState.Reported, CaseState.Compliant, CaseState.Assessed, CaseState.Shortlisted, CaseState.PublicNotice];
}
