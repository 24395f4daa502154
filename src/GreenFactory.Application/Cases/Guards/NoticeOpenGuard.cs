using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;

namespace GreenFactory.Application.Cases.Guards;

/// <summary>The case is a row of the notice that is being opened.</summary>
internal sealed class NoticeOpenGuard(PortalDbContext db) : GivenGuard
{
    /// <inheritdoc/>
    public override CaseGuard Guard => CaseGuard.NoticeOpen;

    /// <inheritdoc/>
    protected override bool Holds(StepAtWork step) => db.NoticeRows.Local.Any(row => row.DeclarationId == step.Id);
}
