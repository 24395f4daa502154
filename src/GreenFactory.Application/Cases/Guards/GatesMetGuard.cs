using GreenFactory.Application.Declarations;
using GreenFactory.Domain.Declarations;

namespace GreenFactory.Application.Cases.Guards;

/// <summary>Every basic requirement and negative-list item is answered and met.</summary>
internal sealed class GatesMetGuard(ApplicantCaseReader cases) : SingleGuard
{
    /// <inheritdoc/>
    public override CaseGuard Guard => CaseGuard.GatesMet;

    /// <inheritdoc/>
    protected override async Task<bool> HoldsAsync(StepAtWork step, CancellationToken cancellation) =>
        (step.Asked.Known.Work ?? await cases.ReadAsync(step.Id, cancellation)) is { Sheet.GatesPassed: true };
}
