using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Honours;

namespace GreenFactory.Application.Cases.Guards;

/// <summary>An objection against the case is upheld in the same step.</summary>
internal sealed class ObjectionUpheldGuard(PortalDbContext db) : GivenGuard
{
    /// <inheritdoc/>
    public override CaseGuard Guard => CaseGuard.ObjectionUpheld;

    /// <inheritdoc/>
    protected override bool Holds(StepAtWork step) => db.Objections.Local.Any(row => row.DeclarationId == step.Id && row.State is ObjectionState.Upheld);
}
