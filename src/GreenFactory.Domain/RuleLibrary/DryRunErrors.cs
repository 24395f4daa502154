using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.RuleLibrary;

/// <summary>The refusals around a dry run.</summary>
public static class DryRunErrors
{
    /// <summary>No submissions were chosen, or they are none.</summary>
    public static Error NoSubmissions { get; } = new("dry_run.no_submissions", "请选择有已提交申报的批次。", "Over");

    /// <summary>A set for parks is not tried on factories.</summary>
    public static Error OtherKind { get; } = new("dry_run.other_kind", "规则集的适用对象不同：工厂和园区的申报不能互相试算。", "Over");

    /// <summary>The version does not compile.</summary>
    public static Error HasMistakes { get; } = new("dry_run.mistakes", "该版本还有公式错误，不能试算。请先按检查结果改正。");

    /// <summary>One at a time.</summary>
    public static Error Running { get; } = new("dry_run.running", "该版本正在试算，请等它完成。");

    /// <summary>The line is not a number of points.</summary>
    public static Error LinePoints { get; } = new("dry_run.line_points", "得分线请填 0 至 1000 之间的分数，例如 80。", "Line");

    /// <summary>The line is not a number of places.</summary>
    public static Error LinePlaces { get; } = new("dry_run.line_places", "名额线请填 1 至 100000 之间的整数，例如 30。", "Line");
}
