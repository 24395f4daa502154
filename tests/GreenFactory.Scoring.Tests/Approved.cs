namespace GreenFactory.Scoring.Tests;

/// <summary>
/// Texts that somebody read and approved once: what was said and scored then is said and scored today. With GREENFACTORY_APPROVE=1 the files are
/// written instead of compared; the difference is then to be read before it is committed.
/// </summary>
internal static class Approved
{
    public static void Equal(string file, IEnumerable<string> lines)
    {
        var path = Path.Combine(Shipped.TestFolder, file);
        string[] actual = [.. lines.SelectMany(line => line.ReplaceLineEndings("\n").Split('\n'))];
        if (Environment.GetEnvironmentVariable("GREENFACTORY_APPROVE") == "1")
            File.WriteAllText(path, string.Join('\n', actual) + "\n");
        var expected = File.ReadAllLines(path);
        for (var i = 0; i < Math.Min(expected.Length, actual.Length); i++)
            Assert.Equal($"{file}:{i + 1} {expected[i]}", $"{file}:{i + 1} {actual[i]}");
        Assert.Equal(expected.Length, actual.Length);
    }

    public static string Line(Problem problem) => $"  {problem.Severity} {problem.Code} {problem.Path} :{problem.Line} {problem.Message}";
}
