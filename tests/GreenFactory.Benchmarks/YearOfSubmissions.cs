using System.Globalization;
using GreenFactory.Scoring.RuleSets;
using GreenFactory.Scoring.Simulation;

namespace GreenFactory.Benchmarks;

/// <summary>Invented submissions, 10,000 unless another number is asked for, and two versions of a rule set of 40 indicators that differ in numbers, formulas, weights and policies at once.</summary>
internal sealed class YearOfSubmissions
{
    public const int Count = 10_000;

    public YearOfSubmissions(int count = Count)
    {
        Before = Doubled(Folders.General());
        After = Before with
        {
            Parameters = [.. Before.Parameters.Select(t => t.Code != "targets" ? t : t with { Rows = [.. t.Rows.Select(r => r.Key != "water_reuse" ? r : r with { Values = r.Values.ToDictionary(v => v.Key, v => v.Value * 1.05m) })] })],
            Indicators =
            [
                .. Before.Indicators.Select(i => i switch
                {
                    { Code: "solid_waste_use", Leaf: LinearLeaf leaf } => i with { Leaf = leaf with { Value = "solid_used / solid_generated" } },
                    { Code: "energy_intensity" } => i with { Weight = i.Weight + 1m },
                    { Code: "ems_functions_count" } => i with { Weight = i.Weight - 1m },
                    _ => i,
                }),
            ],
            Policies = Before.Policies with { NotApplicable = NotApplicablePolicy.NormaliseWithinGroup },
        };
        Submissions = [.. Enumerable.Range(0, count).Select(Submission)];
    }

    public RuleSet Before { get; }

    public RuleSet After { get; }

    public IReadOnlyList<SimulatedSubmission> Submissions { get; }

    private static RuleSet Doubled(RuleSet set) => set with
    {
        Indicators = [.. set.Indicators.Concat(set.Indicators.Select(i => i with { Code = $"{i.Code}_again" })).Select(i => i with { Weight = i.Weight / 2m })],
    };

    private static SimulatedSubmission Submission(int number)
    {
        var factory = Folders.FactoryOnce;
        var facts = factory.Facts;
        var step = number * 37L;
        foreach (var code in (ReadOnlySpan<string>)["energy_total", "carbon_total", "water_reused", "solid_used", "green_investment"])
        {
            step = ((step * 7919) + 104729) % 1_000_003;
            var typed = decimal.Parse(factory.Facts.Inputs[code].Text, CultureInfo.InvariantCulture);
            facts = facts.With(code, (typed * (40 + (step % 160)) / 100m).ToString(CultureInfo.InvariantCulture));
        }

        return new SimulatedSubmission($"{number:D6}", facts, factory.AsOf)
        {
            Industry = $"30{number % 90:D2}",
            District = $"district {number % 40}",
            SubmittedAt = new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(number),
        };
    }
}
