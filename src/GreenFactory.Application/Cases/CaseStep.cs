using GreenFactory.Domain.Declarations;

namespace GreenFactory.Application.Cases;

/// <summary>A step that is asked for, with what the person gives with it.</summary>
/// <param name="Action">What is to be done.</param>
public sealed record CaseStep(CaseAction Action)
{
    /// <summary>Why, as typed; null where none is given.</summary>
    public string? Reason { get; init; }

    /// <summary>What is to be corrected, one text for each item of a return.</summary>
    public IReadOnlyCollection<string> Items { get; init; } = [];

    /// <summary>The promise of truth; null where none is made.</summary>
    public Promise? Promise { get; init; }

    /// <summary>What the use case has read of the case already, so that it is not read again.</summary>
    public StepKnown Known { get; init; } = StepKnown.Nothing;
}

/// <summary>真实性承诺 as it is made with a submission.</summary>
/// <param name="Ticked">Whether it is ticked.</param>
/// <param name="Signature">The name as typed.</param>
public sealed record Promise(bool Ticked, string Signature);
