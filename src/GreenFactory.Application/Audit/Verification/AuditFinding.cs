namespace GreenFactory.Application.Audit.Verification;

/// <summary>Something that is not as it was recorded, signed or frozen.</summary>
/// <param name="Municipality">Code of the municipality.</param>
/// <param name="Kind">A word for programs: <c>event</c>, <c>gap</c>, <c>head</c>, <c>state</c>, <c>list</c>, <c>pack</c>, <c>opinion</c>, <c>row</c> or <c>score</c>.</param>
/// <param name="Message">What was found, in English, for the operator.</param>
public sealed record AuditFinding(string Municipality, string Kind, string Message);

/// <summary>What was verified of one municipality.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Events">Number of events.</param>
/// <param name="Root">Root over them, base64.</param>
/// <param name="Heads">Signed heads that were held against the log.</param>
/// <param name="Lists">Signed lists that were checked.</param>
/// <param name="Scores">Frozen scores that were checked.</param>
public sealed record VerifiedLog(string Code, long Events, string Root, int Heads, int Lists, int Scores);

/// <summary>Outcome of a verification.</summary>
public sealed record AuditReport(IReadOnlyList<VerifiedLog> Logs, IReadOnlyList<AuditFinding> Findings);
