using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Cases.Guards;

/// <summary>The promise of truth is ticked, and signed with the name of the person who is signed in.</summary>
internal sealed class SignedGuard : GivenGuard
{
    /// <inheritdoc/>
    public override CaseGuard Guard => CaseGuard.Signed;

    /// <inheritdoc/>
    protected override bool Holds(StepAtWork step) =>
        step.Asked.Promise is { Ticked: true } promise && ComparableText.IsSameName(promise.Signature, step.Scope.PersonName);
}
