using GreenFactory.Application.Data;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Declarations;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Cases.Guards;

/// <summary>Every item of the compliance check is ruled since the case was reported; what is ruled in the same step counts.</summary>
internal sealed class ComplianceRuledGuard(PortalDbContext db) : SingleGuard
{
    private static readonly int Items = Enum.GetValues<ComplianceItem>().Length;

    /// <inheritdoc/>
    public override CaseGuard Guard => CaseGuard.ComplianceRuled;

    /// <inheritdoc/>
    protected override async Task<bool> HoldsAsync(StepAtWork step, CancellationToken cancellation)
    {
        await db.ComplianceRulings.Where(row => row.DeclarationId == step.Id).LoadAsync(cancellation);
        return db.ComplianceRulings.Local.Count(row => row.DeclarationId == step.Id && row.RuledAt >= step.Declaration.StateSince) == Items;
    }
}
