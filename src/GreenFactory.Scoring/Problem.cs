namespace GreenFactory.Scoring;

/// <summary>
/// Something wrong with a rule set or with facts: a stable code, the JSON path of the place, a Chinese sentence that says what to do,
/// and the line in the text that was read (0 when the document did not come from text).
/// </summary>
public sealed record Problem(string Code, string Path, string Message, int Line = 0, Severity Severity = Severity.Error);

/// <summary>Whether a problem stops the work or only asks for attention.</summary>
public enum Severity
{
    /// <summary>The document or answer cannot be used until this is corrected.</summary>
    Error,

    /// <summary>The value is used as given, and a person should look at it.</summary>
    Warning,
}
