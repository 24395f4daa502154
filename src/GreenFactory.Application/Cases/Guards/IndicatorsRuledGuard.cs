using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Declarations;

namespace GreenFactory.Application.Cases.Guards;

/// <summary>Every indicator has a verdict on its present answers, and no question is open.</summary>
internal sealed class IndicatorsRuledGuard(CaseReviewReader reviews) : SingleGuard
{
    /// <inheritdoc/>
    public override CaseGuard Guard => CaseGuard.IndicatorsRuled;

    /// <inheritdoc/>
    protected override async Task<bool> HoldsAsync(StepAtWork step, CancellationToken cancellation) =>
        (step.Asked.Known.Review ?? await reviews.ReadAsync(step.Id, cancellation)) is { IsComplete: true };
}
