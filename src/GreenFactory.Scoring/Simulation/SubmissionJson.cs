using System.Globalization;
using GreenFactory.Scoring.Json;

namespace GreenFactory.Scoring.Simulation;

/// <summary>A submission as far as it could be read, and everything wrong with the text.</summary>
public sealed record SubmissionReading(SimulatedSubmission Submission, IReadOnlyList<Problem> Problems)
{
    internal IReadOnlyDictionary<string, int> Lines { get; init; } = new Dictionary<string, int>();

    internal string Prefix { get; init; } = "";

    /// <summary>The line of a field of the facts such as inputs.energy_total.</summary>
    public int LineOf(string path) => new FactsReading(Submission.Facts, []) { Lines = Lines }.LineOf(Prefix + path);
}

/// <summary>Submissions as JSON: either facts alone, or an object with <c>facts</c> and, where known, <c>id, industry, district, submittedAt, asOf</c>.</summary>
public static class SubmissionJson
{
    /// <summary>Reads a submission; <paramref name="key"/> and <paramref name="asOf"/> hold where the text says nothing else.</summary>
    public static SubmissionReading Read(string json, string key, DateOnly asOf)
    {
        var problems = new List<Problem>();
        var document = LocatedJson.Parse(json, problems);
        if (ObjectReader.From(document, problems) is not { } root)
            return new SubmissionReading(new SimulatedSubmission(key, Facts.Empty, asOf), problems);
        if (!root.Has("facts"))
            return new SubmissionReading(new SimulatedSubmission(key, FactsJson.Read(root, problems), asOf), problems) { Lines = document!.Lines() };

        var facts = ObjectReader.From(root.Node("facts"), problems) is { } inner ? FactsJson.Read(inner, problems) : Facts.Empty;
        var submission = new SimulatedSubmission(root.OptionalText("id") ?? key, facts, root.OptionalDate("asOf") ?? asOf)
        {
            Industry = root.OptionalText("industry") ?? "",
            District = root.OptionalText("district") ?? "",
            SubmittedAt = Moment(root),
        };
        root.Finish();
        return new SubmissionReading(submission, problems) { Lines = document!.Lines(), Prefix = "facts." };
    }

    private static DateTimeOffset Moment(ObjectReader root)
    {
        if (root.OptionalText("submittedAt") is not { } text)
            return default;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            return moment;
        root.Report("json.moment", "submittedAt", $"“{text}”不是时间，请写成 2026-07-24T09:00:00+08:00 这样的形式。");
        return default;
    }
}
