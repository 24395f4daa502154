using GreenFactory.Domain.Reviews;

namespace GreenFactory.Application.Reviews;

/// <summary>The Chinese words of the district's review; one term each, as in the glossary.</summary>
public static class ReviewWords
{
    /// <summary>The word for a verdict.</summary>
    public static string Of(VerdictKind kind) => kind switch
    {
        VerdictKind.Accept => "认可",
        VerdictKind.Correct => "修正",
        VerdictKind.Question => "提问",
        VerdictKind.NotApplicable => "不适用",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The word for a department's opinion.</summary>
    public static string Of(OpinionKind kind) => kind switch
    {
        OpinionKind.NoComment => "无意见",
        OpinionKind.Comment => "有意见",
        OpinionKind.Bars => "存在不得推荐情形",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The word for what a visit found.</summary>
    public static string Of(VisitResult result) => result switch
    {
        VisitResult.Open => "未核",
        VisitResult.Match => "相符",
        VisitResult.Mismatch => "不符",
        VisitResult.NotApplicable => "不适用",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, null),
    };

    /// <summary>The word for a conclusion.</summary>
    public static string Of(ConclusionKind kind) => kind switch
    {
        ConclusionKind.Recommend => "推荐",
        ConclusionKind.Decline => "不予推荐",
        ConclusionKind.Keep => "保留",
        ConclusionKind.Rectify => "整改",
        ConclusionKind.Adjust => "提出调整意见",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The word for what an item of a return is about.</summary>
    public static string Of(ChangeSubject subject) => subject switch
    {
        ChangeSubject.Field => "填报项",
        ChangeSubject.Indicator => "指标",
        ChangeSubject.Gate => "基本要求、负面清单",
        ChangeSubject.Evidence => "佐证材料",
        _ => throw new ArgumentOutOfRangeException(nameof(subject), subject, null),
    };
}
