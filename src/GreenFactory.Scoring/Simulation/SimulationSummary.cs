namespace GreenFactory.Scoring.Simulation;

/// <summary>Makes the report of a simulation.</summary>
public static class SimulationSummary
{
    /// <summary>Width of a stretch of the distribution, in points.</summary>
    public const decimal BinWidth = 5m;

    /// <summary>Sums up outcomes, in whatever order they come.</summary>
    /// <exception cref="ArgumentException">Two outcomes have the same key.</exception>
    public static SimulationReport Of(IReadOnlyCollection<SimulatedOutcome> outcomes, SimulationLine? line)
    {
        var moves = Moves(outcomes, line);
        return new SimulationReport
        {
            All = Part("", moves),
            Line = line,
            Bins = Bins(moves),
            Moves = moves,
            Industries = Parts(moves, move => move.Outcome.Submission.Industry),
            Districts = Parts(moves, move => move.Outcome.Submission.District),
            Causes = [.. outcomes.SelectMany(outcome => outcome.Effects.GroupBy(effect => effect.Cause).Select(group => (Cause: group.Key, Change: group.Sum(effect => effect.Change))))
                .GroupBy(part => part.Cause).OrderBy(group => group.Key).Select(group => new CauseTotal(group.Key, group.Sum(part => part.Change), group.Count()))],
            Effects = [.. outcomes.SelectMany(outcome => outcome.Effects).GroupBy(effect => (effect.Cause, effect.Indicator))
                .Select(group => new EffectTotal(group.Key.Cause, group.Key.Indicator, group.Sum(effect => effect.Change), group.Count()))
                .OrderByDescending(total => Math.Abs(total.Sum)).ThenBy(total => total.Cause).ThenBy(total => total.Indicator, StringComparer.Ordinal)],
            WithRefusedAnswers = outcomes.Count(outcome => outcome.RefusedAfter.Count > 0),
        };
    }

    private static List<SimulatedMove> Moves(IReadOnlyCollection<SimulatedOutcome> outcomes, SimulationLine? line)
    {
        var before = Ranks(outcomes, outcome => outcome.Before);
        var after = Ranks(outcomes, outcome => outcome.After);
        return
        [
            .. outcomes.Select(outcome =>
            {
                var (was, now) = (before[outcome.Submission.Key], after[outcome.Submission.Key]);
                var crossing = line is null ? LineCrossing.None : (line.Holds(outcome.Before, was), line.Holds(outcome.After, now)) switch
                {
                    (false, true) => LineCrossing.Enters,
                    (true, false) => LineCrossing.Leaves,
                    _ => LineCrossing.None,
                };
                return new SimulatedMove(outcome, was, now, crossing);
            }).OrderBy(move => move.RankAfter),
        ];
    }

    private static Dictionary<string, int> Ranks(IEnumerable<SimulatedOutcome> outcomes, Func<SimulatedOutcome, decimal> total) => outcomes
        .OrderByDescending(total).ThenBy(outcome => outcome.Submission.SubmittedAt).ThenBy(outcome => outcome.Submission.Key, StringComparer.Ordinal)
        .Select((outcome, i) => (outcome.Submission.Key, Rank: i + 1)).ToDictionary(place => place.Key, place => place.Rank, StringComparer.Ordinal);

    private static List<SimulatedPart> Parts(List<SimulatedMove> moves, Func<SimulatedMove, string> name) =>
        [.. moves.GroupBy(name, StringComparer.Ordinal).Select(group => Part(group.Key, [.. group])).OrderBy(part => part.Name, StringComparer.Ordinal)];

    private static SimulatedPart Part(string name, List<SimulatedMove> moves) => new(
        name,
        moves.Count,
        moves.Sum(move => move.Outcome.Before),
        moves.Sum(move => move.Outcome.After),
        moves.Count(move => move.Change > 0m),
        moves.Count(move => move.Change < 0m),
        moves.Count(move => move.Crossing == LineCrossing.Enters),
        moves.Count(move => move.Crossing == LineCrossing.Leaves));

    private static List<ScoreBin> Bins(List<SimulatedMove> moves)
    {
        if (moves.Count == 0)
            return [];
        var low = decimal.Floor(moves.Min(move => Math.Min(move.Outcome.Before, move.Outcome.After)) / BinWidth);
        var high = Math.Max(decimal.Ceiling(moves.Max(move => Math.Max(move.Outcome.Before, move.Outcome.After)) / BinWidth), low + 1m);
        var (before, after) = (new int[(int)(high - low)], new int[(int)(high - low)]);
        foreach (var move in moves)
        {
            before[Place(move.Outcome.Before)]++;
            after[Place(move.Outcome.After)]++;
        }

        return [.. before.Select((count, i) => new ScoreBin((low + i) * BinWidth, (low + i + 1m) * BinWidth, count, after[i]))];

        int Place(decimal total) => (int)Math.Min(decimal.Floor(total / BinWidth) - low, high - low - 1m);
    }
}
