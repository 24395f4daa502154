using GreenFactory.Application.Campaigns;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Web.Face.Marks;

namespace GreenFactory.Web.Pages.Admin.Campaigns;

/// <summary>What stands beside a rule set that a campaign pins.</summary>
internal static class PinWords
{
    /// <summary>Title, version, origin and what to watch for, in one line.</summary>
    public static string Line(PinnableRuleSet set) => $"{set.Title} {set.Version}（{ProvenanceWord.Describe(set.Provenance).Word}）{Of(set)}";

    /// <summary>What to watch for; empty when nothing.</summary>
    public static string Of(PinnableRuleSet set) => (set.State, set.LacksEndorsement) switch
    {
        (RuleSetState.Retired, _) => " 已停用，仅本批次继续使用",
        (_, true) => $" 非官方文本，已有 {set.Endorsements} 人确认，需要 {RuleSetVersion.EndorsementsNeeded} 人",
        _ => "",
    };
}
