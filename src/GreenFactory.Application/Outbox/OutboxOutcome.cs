namespace GreenFactory.Application.Outbox;

/// <summary>What became of a piece of outbox work.</summary>
/// <param name="IsDone">False: try again later.</param>
/// <param name="Problem">English, for the operator; null when all is well.</param>
public sealed record OutboxOutcome(bool IsDone, string? Problem)
{
    /// <summary>Done.</summary>
    public static OutboxOutcome Done { get; } = new(true, null);

    /// <summary>To be tried again.</summary>
    public static OutboxOutcome Later(string problem) => new(false, problem);

    /// <summary>Given up: another attempt would end the same way.</summary>
    public static OutboxOutcome GivenUp(string problem) => new(true, problem);
}
