using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.Json;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>What is said where a unit is beyond the mandatory value of a limit standard.</summary>
public static class LimitWords
{
    private const string Start = "劣于强制性限定值（3 级）";

    /// <summary>The sentence of a row whose levels are not in the table: whose they are and who rules on them.</summary>
    public const string Own = "对标的数值不在规则集的表中，由申报单位按标准填报，须区县核定";

    /// <summary>The sentence of a row of a sheet.</summary>
    public static string Beyond(decimal limit, string unit) => $"{Start}{DecimalText.Write(limit)} {unit}，不符合强制性能耗限额标准";

    /// <summary>The sentence of corrected levels, each with the number that the standard prints and the number that counts.</summary>
    internal static string Corrected(IEnumerable<(LevelCorrection Correction, string Column, decimal Printed, Value Corrected)> levels)
    {
        var all = levels.ToList();
        var said = all.Select(level => $"{level.Column} {DecimalText.Write(level.Printed)} → {(level.Corrected.IsKnown ? DecimalText.Write(level.Corrected.Number) : level.Corrected.Reason)}");
        return $"按{all[0].Correction.Label}修正（{all[0].Correction.Clause}）：{string.Join("，", said)}";
    }

    /// <summary>Whether a note says so.</summary>
    public static bool IsBeyond(string note) => note.Contains(Start, StringComparison.Ordinal);
}
