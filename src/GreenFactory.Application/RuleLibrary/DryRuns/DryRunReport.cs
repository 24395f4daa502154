using System.Text.Json;
using GreenFactory.Scoring.RuleSets;
using GreenFactory.Scoring.Simulation;

namespace GreenFactory.Application.RuleLibrary.DryRuns;

/// <summary>The report of a dry run as it is stored: the submissions themselves are rows.</summary>
/// <param name="Summary">The report, without its submissions.</param>
/// <param name="Indicators">Names of the indicators by code.</param>
public sealed record DryRunReport(SimulationReport Summary, IReadOnlyDictionary<string, string> Indicators)
{
    /// <summary>A report with the names of both versions.</summary>
    public static DryRunReport Of(SimulationReport report, RuleSet before, RuleSet after) => new(
        report with { Moves = [] },
        after.Indicators.Concat(before.Indicators).DistinctBy(indicator => indicator.Code)
            .ToDictionary(indicator => indicator.Code, indicator => indicator.Detail.Length > 0 ? $"{indicator.Name}·{indicator.Detail}" : indicator.Name, StringComparer.Ordinal));

    /// <summary>Reads a stored report.</summary>
    public static DryRunReport Read(string json) => JsonSerializer.Deserialize<DryRunReport>(json, DryRunEffects.Options)!;

    /// <summary>The stored form.</summary>
    public string Write() => JsonSerializer.Serialize(this, DryRunEffects.Options);

    /// <summary>Name of an indicator; an empty code is what belongs to none.</summary>
    public string NameOf(string indicator) => indicator.Length == 0 ? "总分取舍和不适用分摊" : Indicators.GetValueOrDefault(indicator, indicator);
}
