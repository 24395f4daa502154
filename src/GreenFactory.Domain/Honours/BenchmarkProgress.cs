using GreenFactory.Domain.Declarations;

namespace GreenFactory.Domain.Honours;

/// <summary>How far a unit of the list has come with the benchmarking (自评价对标) of a year (notice 2026, 二（二）).</summary>
public enum BenchmarkProgress
{
    /// <summary>未开始.</summary>
    NotBegun,

    /// <summary>填报中: begun and not handed in, or returned and not handed in again.</summary>
    Drafting,

    /// <summary>已提交: with the district.</summary>
    Filed,

    /// <summary>已核: the district has concluded on it.</summary>
    Verified,

    /// <summary>未对标: the time of its district is over and nothing was handed in.</summary>
    Missed,
}

/// <summary>Tells the progress of a benchmarking from the state of its case, and its words.</summary>
public static class BenchmarkProgresses
{
    /// <summary>The progress.</summary>
    /// <param name="state">State of the unit's benchmarking case; null where it has none.</param>
    /// <param name="over">Whether the time in which its district reports, grace included, is over.</param>
    public static BenchmarkProgress Of(CaseState? state, bool over) => state switch
    {
        null or CaseState.Withdrawn => over ? BenchmarkProgress.Missed : BenchmarkProgress.NotBegun,
        CaseState.Draft or CaseState.Returned => over ? BenchmarkProgress.Missed : BenchmarkProgress.Drafting,
        CaseState.Submitted or CaseState.DistrictReview => BenchmarkProgress.Filed,
        _ => BenchmarkProgress.Verified,
    };

    /// <summary>The word for it.</summary>
    public static string Of(BenchmarkProgress progress) => progress switch
    {
        BenchmarkProgress.NotBegun => "未开始",
        BenchmarkProgress.Drafting => "填报中",
        BenchmarkProgress.Filed => "已提交",
        BenchmarkProgress.Verified => "已核",
        BenchmarkProgress.Missed => "未对标",
        _ => throw new ArgumentOutOfRangeException(nameof(progress), progress, null),
    };
}
