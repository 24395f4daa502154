using GreenFactory.Scoring;
using GreenFactory.Scoring.Simulation;

namespace GreenFactory.Cli.Support;

/// <summary>A submission of a simulation and where it was read.</summary>
internal sealed record SourcedSubmission(SimulatedSubmission Submission, string File, int FirstLine, SubmissionReading Reading)
{
    /// <summary>A problem of the facts as file, line, field and sentence.</summary>
    public string Place(Problem problem) => $"{File}:{FirstLine - 1 + Reading.LineOf(problem.Path)}: {problem.Path}: {problem.Message}";
}

/// <summary>Reads submissions from a folder of JSON files or from a file with one JSON object a line; everything wrong is refused together.</summary>
internal static class SubmissionSource
{
    private const int MostRefusals = 100;

    public static IReadOnlyList<SourcedSubmission> Read(string path, DateOnly asOf)
    {
        var (found, refusals) = (new List<SourcedSubmission>(), new List<string>());
        foreach (var (file, line, key, json) in Texts(path))
        {
            var reading = SubmissionJson.Read(json, key, asOf);
            refusals.AddRange(reading.Problems.Select(problem => $"{file}:{line - 1 + Math.Max(1, problem.Line)}: {problem.Path}: {problem.Message}"));
            found.Add(new SourcedSubmission(reading.Submission, file, line, reading));
        }

        foreach (var twice in found.GroupBy(one => one.Submission.Key, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
            refusals.Add($"{twice.Last().File}:{twice.Last().FirstLine}: id: there is another submission '{twice.Key}'");
        if (found.Count == 0)
            refusals.Add($"gf: there is no submission in '{path}'");
        return refusals.Count == 0 ? found : throw new RefusedException([.. refusals.Take(MostRefusals)]);
    }

    private static IEnumerable<(string File, int Line, string Key, string Json)> Texts(string path)
    {
        if (Directory.Exists(path))
        {
            foreach (var file in Directory.EnumerateFiles(path, "*.json").Order(StringComparer.Ordinal))
                yield return (file, 1, Path.GetFileNameWithoutExtension(file), File.ReadAllText(file));
            yield break;
        }

        if (!File.Exists(path))
            throw new RefusedException([$"gf: there is no folder or file '{path}'"]);
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                yield return (path, number, $"line {number}", line);
        }
    }
}
