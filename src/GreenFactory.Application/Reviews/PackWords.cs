using GreenFactory.Scoring.Evaluation;

namespace GreenFactory.Application.Reviews;

/// <summary>What a sealed pack says, in words.</summary>
public static class PackWords
{
    /// <summary>优先推荐条件 by the name that is sealed; 无法判定 where the rule set has no rule.</summary>
    public static string Preference(string kept) => Enum.TryParse<PreferenceState>(kept, out var state)
        ? state switch { PreferenceState.Met => "达到", PreferenceState.NotMet => "未达到", PreferenceState.NotApplicable => "不适用", _ => "无法判定" }
        : "无法判定";

    /// <summary>Every version of an opinion that was corrected, the first one first; empty where nothing was.</summary>
    public static string Corrections(PackOpinion opinion) => string.Join("；", opinion.Versions.Select(Words));

    private static string Words(PackOpinionVersion version) =>
        $"{version.GivenAt} {version.GivenBy} {version.Opinion}{(version.Text.Length > 0 ? "，" + version.Text : "")}{(version.Reason.Length > 0 ? "，更正理由：" + version.Reason : "")}";
}
