using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.RuleLibrary;

/// <summary>Refusals of scores that are not what was frozen.</summary>
public static class ScoreErrors
{
    /// <summary>Total, sheet, facts or hash of a frozen score was changed.</summary>
    public static Error NotIntact(string caseNumber) => new(
        "score.not_intact", $"案件 {caseNumber} 登记的得分与定格的评分不一致，得分可能被改动过，不能使用。请立即联系运维和审计人员，保留现场。");
}
