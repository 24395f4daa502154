using GreenFactory.Application.Campaigns;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Web.Face.Marks;

namespace GreenFactory.Web.Pages.Admin.Campaigns;

/// <summary>What stands beside a rule set that a campaign pins.</summary>
internal static class PinWords
{
    /// <summary>Title, version, origin and what to watch for, in one line.</summary>
    public static string Line(PinnableRuleSet set) => $"{set.Title} {set.Version}（{ProvenanceWord.Describe(set.Provenance).Word}）{Of(set)}";

    /// <summary>The reminder before a campaign opens that targets of its rule sets are still examples; none when there are none.</summary>
    public static string? Examples(IEnumerable<PinnableRuleSet> sets) =>
        sets.SelectMany(set => set.ExampleValues).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } labels
            ? $"开放填报之前请注意：所选规则集有 {labels.Count} 项引领值、基准值仍是示例，不是官方目标，不能作为评价依据：{string.Join("、", labels)}。取得官方目标后，请另出规则集版本替换。"
            : null;

    /// <summary>What to watch for; empty when nothing.</summary>
    public static string Of(PinnableRuleSet set) => (set.State, set.LacksEndorsement) switch
    {
        (RuleSetState.Retired, _) => " 已停用，仅本批次继续使用",
        (_, true) => $" 非官方文本，已有 {set.Endorsements} 人确认，需要 {RuleSetVersion.EndorsementsNeeded} 人",
        _ => "",
    };
}
