using System.Collections.Frozen;

namespace GreenFactory.Scoring.Expressions;

/// <summary>The unit symbols that rule sets may use, each with its base dimension, power and scale.</summary>
internal static class UnitSymbols
{
    public static readonly FrozenDictionary<string, (string Dimension, int Power, decimal Scale)> Known =
        new Dictionary<string, (string, int, decimal)>(StringComparer.Ordinal)
        {
            ["%"] = ("", 0, 0.01m),
            ["‰"] = ("", 0, 0.001m),
            ["gce"] = ("coal", 1, 0.001m),
            ["kgce"] = ("coal", 1, 1m),
            ["tce"] = ("coal", 1, 1000m),
            ["万tce"] = ("coal", 1, 10_000_000m),
            ["kgoe"] = ("oil", 1, 1m),
            ["kgCO2"] = ("co2", 1, 1m),
            ["tCO2"] = ("co2", 1, 1000m),
            ["万tCO2"] = ("co2", 1, 10_000_000m),
            ["mg"] = ("mass", 1, 0.000001m),
            ["g"] = ("mass", 1, 0.001m),
            ["kg"] = ("mass", 1, 1m),
            ["t"] = ("mass", 1, 1000m),
            ["万t"] = ("mass", 1, 10_000_000m),
            ["元"] = ("money", 1, 1m),
            ["千元"] = ("money", 1, 1000m),
            ["万元"] = ("money", 1, 10_000m),
            ["亿元"] = ("money", 1, 100_000_000m),
            ["kWh"] = ("electricity", 1, 1m),
            ["MWh"] = ("electricity", 1, 1000m),
            ["万kWh"] = ("electricity", 1, 10_000m),
            ["MJ"] = ("heat", 1, 0.001m),
            ["GJ"] = ("heat", 1, 1m),
            ["m"] = ("length", 1, 1m),
            ["km"] = ("length", 1, 1000m),
            ["m2"] = ("length", 2, 1m),
            ["m²"] = ("length", 2, 1m),
            ["hm2"] = ("length", 2, 10_000m),
            ["hm²"] = ("length", 2, 10_000m),
            ["km2"] = ("length", 2, 1_000_000m),
            ["km²"] = ("length", 2, 1_000_000m),
            ["L"] = ("length", 3, 0.001m),
            ["kL"] = ("length", 3, 1m),
            ["m3"] = ("length", 3, 1m),
            ["m³"] = ("length", 3, 1m),
            ["万m3"] = ("length", 3, 10_000m),
            ["万m³"] = ("length", 3, 10_000m),
            ["kPa"] = ("pressure", 1, 1m),
            ["h"] = ("time", 1, 1m),
            ["项"] = ("项", 1, 1m),
            ["人"] = ("人", 1, 1m),
            ["台"] = ("台", 1, 1m),
            ["件"] = ("件", 1, 1m),
            ["家"] = ("家", 1, 1m),
            // What the chosen row of a limit table is measured in; of a table in kilograms of coal equivalent a number is the same.
            ["限额单位"] = ("coal", 1, 1m),
            ["实物单位"] = ("实物单位", 1, 1m),
            ["产品单位"] = ("产品单位", 1, 1m),
        }.ToFrozenDictionary(StringComparer.Ordinal);
}
