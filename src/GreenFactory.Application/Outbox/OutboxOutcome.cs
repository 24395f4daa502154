namespace GreenFactory.Application.Outbox;

/// <summary>What became of a piece of outbox work.</summary>
/// <param name="IsDone">False: try again later.</param>
/// <param name="Problem">English, for the operator; null when all is well.</param>
/// <param name="KeepsPayload">Whether the payload stays, so that the work can be asked for again.</param>
public sealed record OutboxOutcome(bool IsDone, string? Problem, bool KeepsPayload = false)
{
    /// <summary>Done.</summary>
    public static OutboxOutcome Done { get; } = new(true, null);

    /// <summary>To be tried again.</summary>
    public static OutboxOutcome Later(string problem) => new(false, problem);

    /// <summary>Given up: another attempt would end the same way.</summary>
    public static OutboxOutcome GivenUp(string problem) => new(true, problem);

    /// <summary>Given up until somebody asks for it again.</summary>
    public static OutboxOutcome Undelivered(string problem) => new(true, problem, KeepsPayload: true);
}
