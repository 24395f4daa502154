using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Cases.Guards;

/// <summary>At least one item says in words what must be corrected, and none is blank.</summary>
internal sealed class ItemsNamedGuard : GivenGuard
{
    /// <inheritdoc/>
    public override CaseGuard Guard => CaseGuard.ItemsNamed;

    /// <inheritdoc/>
    protected override bool Holds(StepAtWork step) => step.Asked.Items.Count > 0 && step.Asked.Items.All(text => !WrittenText.SaysNothing(text));
}
