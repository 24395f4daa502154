namespace GreenFactory.Domain.Honours;

/// <summary>The Chinese words of removal and restoration.</summary>
public static class RemovalWords
{
    /// <summary>Where a proposal stands.</summary>
    public static string Of(ProposalState state) => state switch
    {
        ProposalState.Proposed => "已提出",
        ProposalState.Heard => "听取意见",
        ProposalState.Approved => "已同意，待公告",
        ProposalState.Declined => "不同意",
        ProposalState.Announced => "已公告",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>Where a finding of falsification stands.</summary>
    public static string Of(FindingState state) => state switch
    {
        FindingState.Recorded => "待确认",
        FindingState.Confirmed => "已查实",
        FindingState.Dismissed => "不成立",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>The ground of a bar for falsification.</summary>
    public static string Falsified(string caseNumber, string facts) => $"案件 {caseNumber} 弄虚作假已查实：{facts.TrimEnd('。')}";

    /// <summary>What a proposal asks for.</summary>
    public static string Of(ProposalKind kind) => kind is ProposalKind.Removal ? "移出" : "恢复";

    /// <summary>A decision.</summary>
    public static string Decision(ProposalKind kind, bool approved) => $"{(approved ? "同意" : "不同意")}{(kind is ProposalKind.Removal ? "移出名录" : "恢复列入名录")}";
}
