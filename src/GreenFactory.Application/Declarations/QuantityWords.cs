using System.Globalization;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Expressions;

namespace GreenFactory.Application.Declarations;

/// <summary>What a typed number comes to in other units, and what is scored, in words.</summary>
public static class QuantityWords
{
    /// <summary>GJ of one tce: the net calorific value of standard coal, 29 307.6 kJ/kg (GB/T 2589—2020, transcribed). It is shown and never scored.</summary>
    private const decimal HeatOfCoal = 29.3076m;

    private const string HeatSource = "1 tce = 29.3076 GJ，GB/T 2589—2020，转录";

    private static readonly Dictionary<string, string[]> Beside = new(StringComparer.Ordinal)
    {
        ["tce"] = ["kgce"],
        ["kgce"] = ["tce"],
        ["万kWh"] = ["kWh"],
        ["kWh"] = ["万kWh"],
        ["m³"] = ["万m³"],
        ["万m³"] = ["m³"],
        ["万元"] = ["元"],
        ["t"] = ["kg"],
        ["tCO2"] = ["kgCO2"],
        ["GJ"] = ["MJ"],
        ["m²"] = ["hm²"],
    };

    /// <summary>
    /// What stands beside a number while it is filled in: the number in other units, what is stored and scored where a unit was typed with it, and why a
    /// unit that measures something else is not converted. Empty where there is nothing to say.
    /// </summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="unit">The unit of the question.</param>
    public static string Of(string typed, string unit)
    {
        if (TypedText.TryReadNumber(typed, out var number, out _))
        {
            return number == 0m ? "" : string.Join("", Others(number, unit));
        }

        if (TypedQuantity.Read(typed) is not { } quantity)
        {
            return "";
        }

        return quantity.In(unit) is { } converted
            ? $"{(converted == quantity.Number ? "" : $"{Text(quantity.Number)} {quantity.Unit} = {Text(converted)} {unit}。")}按 {Text(converted)} {unit} 计分，原文照存。"
            : unit is "tce" && quantity.In("GJ") is { } heat
                ? $"热量不自动折算：{Text(heat)} GJ 约合 {Text(Math.Round(heat / HeatOfCoal, 4))} tce（{HeatSource}）。请核对后按 tce 填写。"
                : $"“{quantity.Unit}”和本项的“{unit}”量的不是同一种量，不自动折算。请按 {unit} 填写。";
    }

    /// <summary>A typed number as it reads before its unit: with what it was converted to where another unit was typed with it.</summary>
    public static string BeforeUnit(string typed, string unit) =>
        TypedQuantity.Read(typed) is not { } quantity || quantity.In(unit) is not { } converted ? typed
        : converted == quantity.Number ? Text(converted)
        : $"{Text(quantity.Number)} {quantity.Unit} = {Text(converted)}";

    /// <summary>A typed number with its unit.</summary>
    public static string WithUnit(string typed, string unit) => $"{BeforeUnit(typed, unit)} {unit}".TrimEnd();

    private static IEnumerable<string> Others(decimal number, string unit)
    {
        foreach (var other in Beside.GetValueOrDefault(unit, []))
        {
            if (Unit.TryParse(unit, out var from) && Unit.TryParse(other, out var to) && TypedQuantity.Exactly(number, from, to) is { } exact)
            {
                yield return $"= {Text(exact)} {other}";
            }
        }

        if (unit is "tce" && Math.Abs(number) < 1_000_000_000_000m)
        {
            yield return $" = {Text(number * HeatOfCoal)} GJ（{HeatSource}）";
        }
    }

    private static string Text(decimal number) => number.ToString("#,##0.############################", CultureInfo.InvariantCulture);
}
