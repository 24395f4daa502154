using GreenFactory.Application.Declarations;
using GreenFactory.Domain.Declarations;

namespace GreenFactory.Application.Cases.Guards;

/// <summary>The rule set is chosen and every section is complete.</summary>
internal sealed class SectionsCompleteGuard(ApplicantCaseReader cases) : SingleGuard
{
    /// <inheritdoc/>
    public override CaseGuard Guard => CaseGuard.SectionsComplete;

    /// <inheritdoc/>
    protected override async Task<bool> HoldsAsync(StepAtWork step, CancellationToken cancellation) =>
        (step.Asked.Known.Work ?? await cases.ReadAsync(step.Id, cancellation)) is { RuleSet: not null } work
        && CaseProgress.Of(work).All(section => section.Status is SectionStatus.Complete);
}
