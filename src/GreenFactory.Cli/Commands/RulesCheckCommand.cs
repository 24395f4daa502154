using System.Text.Json.Nodes;
using GreenFactory.Cli.Support;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Checking;

namespace GreenFactory.Cli.Commands;

/// <summary>Checks rule sets and prints every refusal with file, line, JSON path and sentence.</summary>
internal static class RulesCheckCommand
{
    public static int Run(RuleFolder folder, Arguments arguments, TextWriter output, TextWriter error)
    {
        var files = arguments.Flag("all") ? folder.Files() : [.. arguments.After(2, 1).Select(folder.Find)];
        var results = new JsonArray();
        var refused = 0;
        foreach (var file in files)
        {
            var reading = folder.Read(file);
            IReadOnlyList<Problem> problems = reading.IsValid
                ? [.. RuleSetChecker.Check(reading.RuleSet!).Select(reading.Locate)]
                : reading.Problems;
            foreach (var problem in problems)
                error.WriteLine($"{file}:{Math.Max(1, problem.Line)}: {problem.Path}: {problem.Message}");
            var green = problems.All(p => p.Severity != Severity.Error);
            refused += green ? 0 : 1;
            results.Add(new JsonObject
            {
                ["file"] = file,
                ["id"] = reading.RuleSet?.Id,
                ["green"] = green,
                ["problems"] = Json.Array(problems, p => new JsonObject
                {
                    ["code"] = p.Code,
                    ["path"] = p.Path,
                    ["line"] = p.Line,
                    ["severity"] = p.Severity.ToString().ToLowerInvariant(),
                    ["message"] = p.Message,
                }),
            });
        }

        if (arguments.Flag("json"))
            Json.Write(output, results);
        else
            output.WriteLine($"{files.Count - refused} green, {refused} refused");
        return refused == 0 ? 0 : 1;
    }
}
