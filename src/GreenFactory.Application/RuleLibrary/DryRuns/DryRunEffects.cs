using System.Text.Json;
using System.Text.Json.Serialization;
using GreenFactory.Scoring.Simulation;

namespace GreenFactory.Application.RuleLibrary.DryRuns;

/// <summary>How effects and reports of dry runs are stored: JSON whose numbers are exact decimals.</summary>
public static class DryRunEffects
{
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The stored form of the effects of one submission.</summary>
    public static string Write(IReadOnlyList<SimulatedEffect> effects) => JsonSerializer.Serialize(effects, Options);

    /// <summary>Reads stored effects.</summary>
    public static IReadOnlyList<SimulatedEffect> Read(string json) => JsonSerializer.Deserialize<IReadOnlyList<SimulatedEffect>>(json, Options)!;
}
