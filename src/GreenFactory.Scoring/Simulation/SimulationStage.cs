using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Simulation;

/// <summary>
/// A rule set on the way from the old to the new one, and what of the stage before still holds in it: the answers as bound, when inputs,
/// definitions and parameters are the same, and the results of indicators that did not change.
/// </summary>
internal sealed class SimulationStage
{
    private readonly int[] _same;

    private SimulationStage(CompiledRuleSet set, EffectCause cause, SimulationStage? before)
    {
        (Set, Cause, Tally) = (set, cause, new PointTally(set.RuleSet));
        Answers = Text(set.RuleSet with { Indicators = [], Groups = [], Policies = Plain });
        SharesAnswers = before?.Answers == Answers;
        Leaves = [.. set.RuleSet.Indicators.Select(LeafText)];
        var earlier = Places(before);
        _same = [.. set.RuleSet.Indicators.Select((indicator, i) => SharesAnswers && earlier.TryGetValue(indicator.Code, out var place) && before!.Leaves[place] == Leaves[i] ? place : -1)];
        Rows = [.. RowsFrom(before, earlier)];
    }

    public CompiledRuleSet Set { get; }

    public EffectCause Cause { get; }

    public PointTally Tally { get; }

    /// <summary>Whether the answers as bound for the stage before serve here too.</summary>
    public bool SharesAnswers { get; }

    /// <summary>The indicators that count here or in the stage before, with their places; −1 where they do not count.</summary>
    public IReadOnlyList<(string Code, int Before, int Here)> Rows { get; }

    private static Policies Plain { get; } = new(NotApplicablePolicy.Zero, new Rounding(RoundingMode.AwayFromZero, 0, RoundingPlace.Total), null, null);

    private string Answers { get; }

    private IReadOnlyList<string> Leaves { get; }

    /// <summary>The stages from one set to another; those that change nothing are left out, except the first.</summary>
    /// <exception cref="InvalidRuleSetException">One of the two does not compile.</exception>
    public static IReadOnlyList<SimulationStage> Between(RuleSet before, RuleSet after)
    {
        var stages = new List<SimulationStage>();
        foreach (var (set, causes) in VersionComparison.Between(Anonymous(before), Anonymous(after)).Stages)
        {
            if (stages.Count == 0 || stages[^1].Set.ContentHash != set.ContentHash)
                stages.Add(new SimulationStage(set, CauseOf(causes), stages.Count == 0 ? null : stages[^1]));
        }

        return stages;
    }

    /// <summary>Results of all indicators; <paramref name="before"/> are those of the stage before.</summary>
    public LeafScore[] Score(Facts facts, EvaluationContext context, LeafScore[] before)
    {
        var results = new LeafScore[_same.Length];
        for (var i = 0; i < results.Length; i++)
            results[i] = _same[i] >= 0 ? before[_same[i]] : Set.ScoreOf(i, facts, context);
        return results;
    }

    private IEnumerable<(string Code, int Before, int Here)> RowsFrom(SimulationStage? before, Dictionary<string, int> earlier)
    {
        if (before is null)
            yield break;
        var here = Places(this);
        foreach (var code in earlier.Keys.Union(here.Keys, StringComparer.Ordinal))
        {
            var was = earlier.TryGetValue(code, out var place) && before.Tally.Counts(place) ? place : -1;
            var now = here.TryGetValue(code, out place) && Tally.Counts(place) ? place : -1;
            if (was >= 0 || now >= 0)
                yield return (code, was, now);
        }
    }

    private static Dictionary<string, int> Places(SimulationStage? stage)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < (stage?.Set.RuleSet.Indicators.Count ?? 0); i++)
            places.TryAdd(stage!.Set.RuleSet.Indicators[i].Code, i);
        return places;
    }

    private static EffectCause CauseOf(IReadOnlyList<ChangeCause> causes) => causes switch
    {
        [ChangeCause.Parameter, ChangeCause.Formula] => EffectCause.ParameterAndFormula,
        [ChangeCause.Formula] => EffectCause.Formula,
        [ChangeCause.Weight] => EffectCause.Weight,
        [ChangeCause.Policy] => EffectCause.Policy,
        _ => EffectCause.Parameter,
    };

    /// <summary>The set without the words that say nothing of points, so that two sets that score alike are alike.</summary>
    private static RuleSet Anonymous(RuleSet set) => set with
    {
        Id = "simulation",
        Version = "0",
        Title = "",
        Basis = [],
        Provenance = Provenance.Derived,
        ProvenanceNote = "",
        Lacks = [],
        EffectiveFrom = null,
        EffectiveTo = null,
        IndustryCodes = [],
        Cautions = [],
        Gates = [.. set.Gates.Select(gate => gate with { Title = "", Text = "", Clause = "", Evidence = [], EvidenceIfAny = [], NegativeList = false })],
        Policies = set.Policies with { PassLine = null },
        Indicators = [.. set.Indicators.Select(indicator => indicator with { Number = "", Name = "", Detail = "", Clause = "", Explanation = "", Evidence = [], EvidenceIfAny = [] })],
    };

    private static string LeafText(Indicator indicator) => Text(new RuleSet
    {
        Id = "leaf",
        Version = "0",
        Title = "",
        Kind = RuleSetKind.Factory,
        Provenance = Provenance.Derived,
        Policies = Plain,
        Indicators = [indicator with { Group = "" }],
    });

    private static string Text(RuleSet set) => RuleSetWriter.WriteCanonical(set);
}
