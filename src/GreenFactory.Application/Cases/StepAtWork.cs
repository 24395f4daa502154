using GreenFactory.Application.Access;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Cases;

/// <summary>A step on one case at the moment it is proved.</summary>
/// <param name="Declaration">The case.</param>
/// <param name="Asked">What is asked for.</param>
/// <param name="Scope">Who asks, and at which desk.</param>
/// <param name="Now">The moment.</param>
public sealed record StepAtWork(Declaration Declaration, CaseStep Asked, AccessScope Scope, DateTimeOffset Now)
{
    /// <summary>Key of the case.</summary>
    public DeclarationId Id => Declaration.Id;

    /// <summary>The step of the one table; null when the case has no such step now.</summary>
    public CaseTransition? Transition { get; } = CaseTransitions.Find(Declaration.State, Asked.Action, Declaration.Purpose);

    /// <summary>Whether the person's roles allow it.</summary>
    public bool IsMine => Transition is { } step && step.Roles.Any(Scope.ActorOn(Declaration).Roles.Contains);
}
