using GreenFactory.Domain.Declarations;

namespace GreenFactory.Application.Cases.Guards;

/// <summary>A reason is given that is long enough for the step, and not too long.</summary>
internal sealed class ReasonGivenGuard : GivenGuard
{
    /// <inheritdoc/>
    public override CaseGuard Guard => CaseGuard.ReasonGiven;

    /// <inheritdoc/>
    protected override bool Holds(StepAtWork step) => StepReason.Of(step.Asked.Action).IsMetBy(step.Asked.Reason);
}
