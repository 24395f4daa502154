using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>
/// What people read for an indicator: 序号, 二级指标 and, where the form has one, 三级指标. GB/T 36132—2025 has two or three rows of one number and name (5, 10, 11, 15), which
/// only the third part tells apart.
/// </summary>
public static class IndicatorTitles
{
    /// <summary>Title of an indicator of a rule set: 15 土地产出率：容积率.</summary>
    public static string Of(Indicator indicator) => Of(indicator.Number, indicator.Name, indicator.Detail);

    /// <summary>Title of a scored row.</summary>
    public static string Of(IndicatorScore row) => Of(row.Number, row.Name, row.Detail);

    private static string Of(string number, string name, string detail) => detail.Length > 0 && detail != name ? $"{number} {name}：{detail}" : $"{number} {name}";
}
