using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Json;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Simulation;

/// <summary>Searches along one answer after the other for the nearest one that earns the points asked for.</summary>
internal sealed class GoalSearch
{
    /// <summary>How far an answer is tried out, as multiples of what it is.</summary>
    private static readonly decimal[] Reaches = [1.05m, 1.25m, 2m, 5m, 25m, 1000m];

    /// <summary>Units of what is counted in whole things.</summary>
    private static readonly HashSet<string> Counted = new(["项", "人", "台", "件", "家"], StringComparer.Ordinal);

    private readonly CompiledRuleSet set;
    private readonly Facts facts;
    private readonly DateOnly asOf;
    private readonly int faults;
    private readonly Dictionary<string, int> readers;

    public GoalSearch(CompiledRuleSet set, Facts facts, DateOnly asOf)
    {
        (this.set, this.facts, this.asOf) = (set, facts, asOf);
        Now = set.Evaluate(facts, asOf, explain: false);
        faults = Faults(Now);
        readers = set.RuleSet.Indicators.SelectMany(indicator => set.InputsOf(indicator.Code)).CountBy(code => code).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>The sheet as it is.</summary>
    public ScoreSheet Now { get; }

    /// <summary>The nearest answer that earns an indicator so many points; null where no single answer does.</summary>
    public PointGoal? Find(string indicator, decimal aim)
    {
        foreach (var (place, input) in Answers(indicator))
        {
            var found = input.Type switch
            {
                InputType.Number => Number(indicator, place, input, aim),
                InputType.Choice => Choice(indicator, place, input, aim),
                InputType.MultiChoice => Ticks(indicator, place, input, aim),
                _ => null,
            };
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The answers an indicator reads, those first that fewest others read too.</summary>
    private IEnumerable<(AnswerPlace Place, InputDefinition Input)> Answers(string indicator)
    {
        var reads = set.InputsOf(indicator);
        var inputs = set.RuleSet.Inputs.Where(input => reads.Contains(input.Code)).OrderBy(input => readers[input.Code]).Select(input => (AnswerPlace.OfInput(input.Code), input));
        var cells = from list in set.RuleSet.RepeatGroups
                    where reads.Contains(list.Code) && facts.Groups.ContainsKey(list.Code)
                    from row in Enumerable.Range(0, facts.Groups[list.Code].Length)
                    from input in list.Inputs
                    where input.Type is InputType.Number
                    select (AnswerPlace.OfCell(list.Code, row, input.Code), input);
        return inputs.Concat(cells);
    }

    private PointGoal? Number(string indicator, AnswerPlace place, InputDefinition input, decimal aim)
    {
        if (place.In(facts) is not { } from || !TypedText.TryReadNumber(from.Text, out var number, out _) || Math.Abs(number) >= 1_000_000_000_000m)
        {
            return null;
        }

        var step = StepOf(number, input);
        foreach (var far in Far(number, step))
        {
            if (Earned(indicator, place, far, aim) is not { } reached)
            {
                continue;
            }

            var (near, enough, best) = (number / step, far / step, reached);
            while (Math.Abs(enough - near) > 1m)
            {
                var middle = decimal.Truncate((near + enough) / 2m);
                if (middle == near || middle == enough)
                {
                    break;
                }

                if (Earned(indicator, place, middle * step, aim) is { } still)
                {
                    (enough, best) = (middle, still);
                }
                else
                {
                    near = middle;
                }
            }

            return best with { From = from };
        }

        return null;
    }

    /// <summary>Answers further and further away, less before more, on the steps in which it is searched.</summary>
    private static IEnumerable<decimal> Far(decimal number, decimal step)
    {
        foreach (var reach in Reaches)
        {
            if (number == 0m)
            {
                yield return reach * reach * reach * step is var some && some >= step ? decimal.Ceiling(some / step) * step : step;
                continue;
            }

            yield return decimal.Floor(number / reach / step) * step;
            yield return decimal.Ceiling(number * reach / step) * step;
        }
    }

    /// <summary>The step in which a number is searched: whole things by one, everything else by its sixth digit or as finely as it was typed.</summary>
    private static decimal StepOf(decimal number, InputDefinition input)
    {
        if (Counted.Contains(input.Unit) && decimal.IsInteger(number))
        {
            return 1m;
        }

        if (number == 0m)
        {
            return 0.01m;
        }

        var (step, size) = (1m, Math.Abs(number));
        while (step > 0.000001m && (size < 100_000m * step || decimal.Truncate(number / step) != number / step))
        {
            step /= 10m;
        }

        return step;
    }

    private PointGoal? Choice(string indicator, AnswerPlace place, InputDefinition input, decimal aim) => input.Options
        .Where(option => option.Code != place.In(facts)?.Text)
        .Select(option => Try(indicator, place, Answer.Of(option.Code), aim))
        .OfType<PointGoal>()
        .MinBy(goal => goal.Score);

    private PointGoal? Ticks(string indicator, AnswerPlace place, InputDefinition input, decimal aim)
    {
        var ticked = place.In(facts)?.Parts ?? [];
        var left = input.Options.Select(option => option.Code).Where(code => !ticked.Contains(code)).ToList();
        return Enumerable.Range(1, left.Count).Select(more => Try(indicator, place, Answer.Of([.. ticked, .. left.Take(more)]), aim)).FirstOrDefault(goal => goal is not null);
    }

    private PointGoal? Earned(string indicator, AnswerPlace place, decimal number, decimal aim) => Try(indicator, place, Answer.Of(DecimalText.Write(number)), aim);

    private PointGoal? Try(string indicator, AnswerPlace place, Answer to, decimal aim)
    {
        var sheet = set.Evaluate(place.Put(facts, to), asOf, explain: false);
        var row = sheet.Indicators.First(one => one.Code == indicator);
        return row.State is ScoreState.Scored && row.Score >= aim && sheet.Total > Now.Total && Faults(sheet) <= faults
            ? new PointGoal(indicator, place, place.In(facts), to, row.Value, row.Score, sheet.Total)
            : null;
    }

    private static int Faults(ScoreSheet sheet) => sheet.Problems.Count(problem => problem.Severity is Severity.Error);
}
