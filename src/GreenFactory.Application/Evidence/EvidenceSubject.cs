using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Application.Evidence;

/// <summary>What a file of evidence proves, in words.</summary>
public static class EvidenceSubject
{
    /// <summary>Title of the basic requirement, or number and name of the indicator; the code itself where the rule set knows neither.</summary>
    /// <param name="set">The rule set of the case; null while none is chosen.</param>
    /// <param name="code">Code of the gate or indicator.</param>
    public static string NameOf(RuleSet? set, string code) =>
        set?.Gates.FirstOrDefault(gate => gate.Code == code)?.Title
        ?? (set?.Indicators.FirstOrDefault(indicator => indicator.Code == code) is { } indicator ? IndicatorTitles.Of(indicator) : code);
}
