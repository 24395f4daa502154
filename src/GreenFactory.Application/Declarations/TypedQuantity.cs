using System.Collections.Frozen;
using System.Globalization;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Application.Declarations;

/// <summary>A number that was typed together with its unit, such as 12.5 万kWh.</summary>
/// <param name="Number">The number as typed.</param>
/// <param name="Unit">The unit that was typed.</param>
public sealed record TypedQuantity(decimal Number, Unit Unit)
{
    private const int LongestUnit = 12;

    /// <summary>Names that people use for units, besides the symbols that rule sets know.</summary>
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["度"] = "kWh",
        ["千瓦时"] = "kWh",
        ["万度"] = "万kWh",
        ["万千瓦时"] = "万kWh",
        ["兆瓦时"] = "MWh",
        ["吉焦"] = "GJ",
        ["兆焦"] = "MJ",
        ["吨标准煤"] = "tce",
        ["吨标煤"] = "tce",
        ["千克标准煤"] = "kgce",
        ["万吨标准煤"] = "万tce",
        ["吨二氧化碳"] = "tCO2",
        ["tCO₂"] = "tCO2",
        ["立方米"] = "m³",
        ["方"] = "m³",
        ["万立方米"] = "万m³",
        ["万方"] = "万m³",
        ["平方米"] = "m²",
        ["公顷"] = "hm²",
        ["吨"] = "t",
        ["千克"] = "kg",
        ["公斤"] = "kg",
        ["万吨"] = "万t",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Symbols = new[]
    {
        "kgce", "tce", "万tce", "gce", "kWh", "MWh", "万kWh", "GJ", "MJ", "kg", "t", "万t",
        "m3", "m³", "万m3", "万m³", "m2", "m²", "hm2", "hm²", "km²", "tCO2", "kgCO2", "万tCO2",
    }.ToFrozenDictionary(symbol => symbol, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a number with a unit behind it; null for a number alone and for anything else.</summary>
    public static TypedQuantity? Read(string typed)
    {
        var text = typed.Trim();
        var end = text.Length;
        while (end > 0 && !IsDigit(text, end - 1))
        {
            end--;
        }

        var written = string.Concat(text[end..].Where(c => !char.IsWhiteSpace(c)));
        if (end == 0 || written.Length is 0 or > LongestUnit)
        {
            return null;
        }

        var symbol = Names.GetValueOrDefault(written) ?? Symbols.GetValueOrDefault(written) ?? written;
        return TypedText.TryReadNumber(text[..end], out var number, out _) && Unit.TryParse(symbol, out var unit) && unit.Text.Length > 0
            ? new TypedQuantity(number, unit)
            : null;
    }

    /// <summary>The same quantity in another unit, exactly; null where the two measure different things or a decimal cannot hold the result.</summary>
    public decimal? In(string unit) => unit.Length > 0 && Unit.TryParse(unit, out var target) ? Exactly(Number, Unit, target) : null;

    /// <summary>A number of one unit in another, exactly; null where that cannot be.</summary>
    public static decimal? Exactly(decimal number, Unit from, Unit to)
    {
        if (!from.SameDimension(to))
        {
            return null;
        }

        try
        {
            var result = number * from.Scale / to.Scale;
            return result * to.Scale / from.Scale == number && Digits(number) <= 18 ? result : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>The answer as the engine reads it: the number alone, in the unit of the question, where a unit that can be converted was typed; otherwise what was typed.</summary>
    /// <param name="input">The question.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="unit">Finds the unit of the question; asked only where one was typed.</param>
    public static string ForScoring(InputDefinition input, string typed, Func<string> unit) =>
        input.Type is InputType.Number && Read(typed)?.In(unit()) is { } number ? number.ToString("0.############################", CultureInfo.InvariantCulture) : typed;

    /// <summary>A digit in any width, but the power of m² and m³ and the 2 of CO2 are none.</summary>
    private static bool IsDigit(string text, int at) => char.IsDigit(text[at]) && (at == 0 || !char.IsLetter(text[at - 1]));

    private static int Digits(decimal number) => number.ToString(CultureInfo.InvariantCulture).Count(char.IsAsciiDigit);
}
