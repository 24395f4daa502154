using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Honours;

/// <summary>The refusals around the places of a year.</summary>
public static class BenchmarkErrors
{
    /// <summary>Only the lead fixes a year.</summary>
    public static Error LeadOnly { get; } = new("benchmark.lead_only", "位次由市级负责人固定，取整方法由市级负责人设定。");

    /// <summary>It is fixed.</summary>
    public static Error YearFixed { get; } = new("benchmark.fixed", "该年度的位次已固定，不能再改。");

    /// <summary>Nobody has a score.</summary>
    public static Error NobodyScored { get; } = new("benchmark.nobody_scored", "该年度还没有可以比较的对标得分。");

    /// <summary>Benchmarkings are not done with.</summary>
    public static Error YearRuns(int open) => new("benchmark.runs", open > 0 ? $"还有 {open} 件对标没有办完，办完后才能固定位次。" : "区县报送截止以后才能固定位次。");
}
