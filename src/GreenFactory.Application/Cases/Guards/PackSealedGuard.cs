using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;

namespace GreenFactory.Application.Cases.Guards;

/// <summary>The case is in the pack that is being sealed. A pack of before does not count: the case has come back since.</summary>
internal sealed class PackSealedGuard(PortalDbContext db) : GivenGuard
{
    /// <inheritdoc/>
    public override CaseGuard Guard => CaseGuard.PackSealed;

    /// <inheritdoc/>
    protected override bool Holds(StepAtWork step) => db.DistrictPackRows.Local.Any(row => row.DeclarationId == step.Id);
}
