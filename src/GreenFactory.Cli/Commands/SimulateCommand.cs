using GreenFactory.Cli.Support;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;
using GreenFactory.Scoring.Simulation;

namespace GreenFactory.Cli.Commands;

/// <summary>Scores many submissions by an old and a new rule set and says what the new one would have changed, and why.</summary>
internal sealed class SimulateCommand(RuleFolder folder, TimeProvider time)
{
    private const int MostRefusals = 100;
    private const int MostPlaces = 1_000_000;

    public int Run(Arguments arguments, TextWriter output, TextWriter error)
    {
        var line = Line(arguments);
        var (before, after) = (Set(arguments.Required("old")), Set(arguments.Required("new")));
        var submissions = SubmissionSource.Read(arguments.Required("facts"), DayOption.AsOf(arguments, time));
        var outcomes = RuleSetSimulation.Between(before, after).ScoreAll([.. submissions.Select(one => one.Submission)], Environment.ProcessorCount);
        var refused = submissions.Zip(outcomes).SelectMany(pair => pair.Second.RefusedBefore.Select(pair.First.Place)).Take(MostRefusals).ToList();
        if (refused.Count > 0)
            throw new RefusedException(refused);
        foreach (var warning in submissions.Zip(outcomes).SelectMany(pair => pair.Second.RefusedAfter.Select(pair.First.Place)).Take(MostRefusals))
            error.WriteLine($"warning: by the new rule set: {warning}");

        var report = SimulationSummary.Of(outcomes, line);
        if (arguments.Flag("json"))
            Json.Write(output, SimulationOutput.Json(report, before, after));
        else
            SimulationOutput.Text(report, before, after, output);
        return 0;
    }

    private RuleSet Set(string idOrFile)
    {
        var set = folder.Load(idOrFile);
        return CompiledRuleSet.TryCompile(set, out _, out var problems) ? set : throw RuleFolder.Refused(folder.Find(idOrFile), problems);
    }

    private static SimulationLine? Line(Arguments arguments)
    {
        var (points, places) = (arguments.Option("line"), arguments.Option("places"));
        if (points is not null && places is not null)
            throw new UsageException("Give --line or --places, not both.");
        if (points is not null)
        {
            return TryRead(points, out var total) && total >= 0m
                ? new SimulationLine(SimulationLineKind.Points, total) : throw new UsageException($"'{points}' is not a number of points such as 80.");
        }

        if (places is null)
            return null;
        return TryRead(places, out var count) && count is >= 1m and <= MostPlaces && decimal.Truncate(count) == count
            ? new SimulationLine(SimulationLineKind.Places, count) : throw new UsageException($"'{places}' is not a number of places such as 30.");
    }

    private static bool TryRead(string typed, out decimal number) => TypedText.TryReadNumber(typed, out number, out _);
}
