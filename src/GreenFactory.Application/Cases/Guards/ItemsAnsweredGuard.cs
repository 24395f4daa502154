using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Declarations;

namespace GreenFactory.Application.Cases.Guards;

/// <summary>Every item of the return that stands is answered.</summary>
internal sealed class ItemsAnsweredGuard(ChangeRequestReader returns) : SingleGuard
{
    /// <inheritdoc/>
    public override CaseGuard Guard => CaseGuard.ItemsAnswered;

    /// <inheritdoc/>
    protected override Task<bool> HoldsAsync(StepAtWork step, CancellationToken cancellation) => returns.AllAnsweredAsync(step.Id, cancellation);
}
