using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Declarations;

/// <summary>How long the reason for a step must be, in characters (字). What a step needs is here alone: guards, use cases and pages read it.</summary>
/// <param name="Shortest">Fewest characters, blanks around the text not counted.</param>
/// <param name="Longest">Most characters.</param>
public sealed record StepReason(int Shortest, int Longest)
{
    /// <summary>What an action needs where <see cref="CaseGuard.ReasonGiven"/> is asked for.</summary>
    public static StepReason Of(CaseAction action) => action switch
    {
        CaseAction.Withdraw => new(4, 500),
        CaseAction.TakeBack or CaseAction.MoveUp => new(5, 500),
        CaseAction.FailCompliance or CaseAction.SendBack or CaseAction.Disqualify => new(5, 1000),
        CaseAction.Shortlist or CaseAction.DeclineShortlist => new(2, 500),
        _ => new(1, 500),
    };

    /// <summary>Whether a text is a reason.</summary>
    public bool IsMetBy(string? text) => WrittenText.IsBetween(text, Shortest, Longest);
}
