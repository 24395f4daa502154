namespace GreenFactory.Scoring;

/// <summary>
/// Something wrong with a rule set or with facts: a stable code, the JSON path of the place, a Chinese sentence that says what to do,
/// and the line in the text that was read (0 when the document did not come from text).
/// </summary>
public sealed record Problem(string Code, string Path, string Message, int Line = 0, Severity Severity = Severity.Error)
{
    /// <summary>Most problems of one document that are told; nobody reads further.</summary>
    internal const int Most = 500;

    /// <summary>The first problems, and one that says how many more there are and is as severe as the worst of them.</summary>
    internal static IReadOnlyList<Problem> Told(IReadOnlyList<Problem> problems)
    {
        if (problems.Count <= Most)
            return problems;
        var rest = problems.Skip(Most).ToList();
        return [.. problems.Take(Most), new Problem("problems.more", rest[0].Path, $"另有 {rest.Count} 处问题未列出，请先改正以上各处。", rest[0].Line, rest.Min(p => p.Severity))];
    }
}

/// <summary>Whether a problem stops the work or only asks for attention.</summary>
public enum Severity
{
    /// <summary>The document or answer cannot be used until this is corrected.</summary>
    Error,

    /// <summary>The value is used as given, and a person should look at it.</summary>
    Warning,
}
