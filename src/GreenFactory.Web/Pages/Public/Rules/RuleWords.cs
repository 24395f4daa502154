using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Web.Pages.Public.Rules;

/// <summary>Chinese words for the choices a rule set makes.</summary>
public static class RuleWords
{
    /// <summary>正向定量 and so on.</summary>
    public static string Of(IndicatorType type) => type switch
    {
        IndicatorType.PositiveQuantitative => "正向定量",
        IndicatorType.InverseQuantitative => "逆向定量",
        IndicatorType.PositiveQualitative => "正向定性",
        IndicatorType.InverseQualitative => "逆向定性",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    /// <summary>What happens to an indicator that is not applicable.</summary>
    public static string Of(NotApplicablePolicy policy) => policy switch
    {
        NotApplicablePolicy.NormaliseWithinTotal => "不计分，权重分摊到全表其他指标",
        NotApplicablePolicy.NormaliseWithinGroup => "不计分，权重分摊到同一一级指标的其他指标",
        NotApplicablePolicy.FullMarks => "得满分",
        NotApplicablePolicy.Zero => "得 0 分",
        _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, null),
    };

    /// <summary>How scores are rounded.</summary>
    public static string Of(Rounding rounding) =>
        $"{(rounding.Mode is RoundingMode.AwayFromZero ? "四舍五入" : "四舍六入五成双")}，保留 {rounding.Places} 位小数，{(rounding.At is RoundingPlace.Indicator ? "逐项取舍后相加" : "只对总分取舍一次")}";

    /// <summary>Which products must reach which level; never part of the score.</summary>
    public static string Of(PreferenceRule rule, RuleSet set)
    {
        string Level(PreferenceLevel level)
        {
            var table = set.Parameters.First(candidate => candidate.Code == level.Table);
            return $"“{table.Label}”的{table.Columns.First(column => column.Code == level.Column).Label}";
        }

        return $"列入重点领域的产品达到{Level(rule.KeySectors)}，其他产品达到{Level(rule.Others)}，每个产品都达到才算达到；所用数值待核或缺少时无法判定。不影响得分。依据：{rule.Clause}";
    }

    /// <summary>What the standard's correction does to the numbers of a row; empty where the row names none.</summary>
    public static string Correction(ParameterTable table, ParameterRow row) => table.Corrections.FirstOrDefault(correction => correction.Code == row.Correction) switch
    {
        null => "",
        { Unknown.Length: > 0 } unknown => $"标准规定按{unknown.Label}修正（{unknown.Clause}），{unknown.Unknown}：表列值未修正，优先推荐条件无法判定",
        { Levels.Count: > 0 } known => $"按{known.Label}修正（{known.Clause}）：{known.Note}。修正公式出处：{known.Source}",
        var other => other.Note,
    };

    /// <summary>Whether a parameter was checked against its source.</summary>
    public static string Of(Confirmation confirmation) => confirmation switch
    {
        Confirmation.Confirmed => "已核",
        Confirmation.Unconfirmed => "待核",
        Confirmation.Draft => "征求意见稿",
        _ => throw new ArgumentOutOfRangeException(nameof(confirmation), confirmation, null),
    };
}
