using GreenFactory.Application.Data;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Accounts;

/// <summary>A claim that waits for its district.</summary>
/// <param name="Id">Key.</param>
/// <param name="CreditCode">统一社会信用代码.</param>
/// <param name="OrganisationName">Name as typed.</param>
/// <param name="Kind">Enterprise or park.</param>
/// <param name="Address">Address of the site.</param>
/// <param name="PersonName">Who claims.</param>
/// <param name="Phone">Telephone number of the person.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="RegisteredName">Name under which the code is registered already; null for a new organisation.</param>
/// <param name="Signers">Who signs for it now.</param>
public sealed record PendingClaim(
    OrganisationClaimId Id,
    CreditCode CreditCode,
    string OrganisationName,
    OrganisationKind Kind,
    string Address,
    string PersonName,
    string Phone,
    DateTimeOffset CreatedAt,
    string? RegisteredName,
    IReadOnlyList<string> Signers);

/// <summary>Claims that wait for the districts of the signed-in officer, oldest first; two queries.</summary>
public sealed class PendingClaimsQuery(PortalDbContext db)
{
    /// <summary>At most 100.</summary>
    public async Task<IReadOnlyList<PendingClaim>> ReadAsync(CancellationToken cancellation) =>
        await db.OrganisationClaims.Where(row => row.State == ClaimState.Pending)
            .OrderBy(row => row.CreatedAt)
            .Take(100)
            .Select(row => new PendingClaim(
                row.Id,
                row.CreditCode,
                row.OrganisationName,
                row.Kind,
                row.Address,
                row.PersonName,
                row.Phone,
                row.CreatedAt,
                db.Organisations.Where(organisation => organisation.CreditCode == row.CreditCode).Select(organisation => organisation.Name).FirstOrDefault(),
                db.Memberships
                    .Where(member => member.EndedAt == null && member.Role == Domain.Users.Role.ApplicantSigner
                        && db.Organisations.Any(organisation => organisation.Id == member.OrganisationId && organisation.CreditCode == row.CreditCode))
                    .Select(member => member.PersonName)
                    .ToList()))
            .AsSplitQuery()
            .ToListAsync(cancellation);
}
