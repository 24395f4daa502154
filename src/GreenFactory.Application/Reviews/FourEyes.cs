using GreenFactory.Application.Access;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Reviews;

/// <summary>Nobody decides on a case they prepared or signed, nor on an organisation they are tied to.</summary>
public static class FourEyes
{
    /// <summary>Proves the guard for this person and case; at most one query.</summary>
    public static async Task<bool> HoldAsync(PortalDbContext db, AccessScope scope, Declaration declaration, CancellationToken cancellation) =>
        scope.RequiredUser != declaration.CreatedBy
        && scope.Memberships.All(membership => membership.Unit != declaration.OrganisationId.Value)
        && !await db.Submissions.AnyAsync(row => row.DeclarationId == declaration.Id && row.SignedBy == scope.RequiredUser, cancellation);
}
