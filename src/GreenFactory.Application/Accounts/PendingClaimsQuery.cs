using GreenFactory.Application.Data;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Accounts;

/// <summary>A claim that waits for its district.</summary>
/// <param name="Claim">The claim as it was made.</param>
/// <param name="PlatformName">Name under which the code is registered on the platform already; null for a new organisation.</param>
/// <param name="ListedName">Name under which the code stands in the register (名录); null when it does not.</param>
/// <param name="CertificateNumber">Its certificate there.</param>
/// <param name="Signers">Who signs for it now.</param>
/// <param name="OnPlatform">Other sites or groups under the same code, on the platform.</param>
/// <param name="InRegister">The same in the register.</param>
public sealed record PendingClaim(
    OrganisationClaim Claim, string? PlatformName, string? ListedName, string? CertificateNumber, IReadOnlyList<string> Signers, IReadOnlyList<string> OnPlatform, IReadOnlyList<string> InRegister)
{
    /// <summary>Names of the other sites or groups under the same code.</summary>
    public IReadOnlyList<string> Others => [.. OnPlatform.Union(InRegister)];

    /// <summary>The name that is taken over unless a renaming is proved; null for an organisation nobody knows yet.</summary>
    public string? RegisteredName => PlatformName ?? ListedName;

    /// <summary>Whether the typed name is another one than the registered.</summary>
    public bool NameDiffers => RegisteredName is { } registered && !ComparableText.IsSameName(registered, Claim.OrganisationName);
}

/// <summary>Claims that wait for the districts of the signed-in officer, oldest first; four queries.</summary>
public sealed class PendingClaimsQuery(PortalDbContext db)
{
    /// <summary>At most 100.</summary>
    public async Task<IReadOnlyList<PendingClaim>> ReadAsync(CancellationToken cancellation) =>
        await db.OrganisationClaims.AsNoTracking().Where(row => row.State == ClaimState.Pending)
            .OrderBy(row => row.CreatedAt)
            .Take(100)
            .Select(row => new PendingClaim(
                row,
                db.Organisations.Where(organisation => organisation.CreditCode == row.CreditCode && organisation.Site == row.Site).Select(organisation => organisation.Name).FirstOrDefault(),
                db.GreenUnits.Where(unit => unit.CreditCode == row.CreditCode && unit.Site == row.Site).Select(unit => unit.Name).FirstOrDefault(),
                db.GreenUnits.Where(unit => unit.CreditCode == row.CreditCode && unit.Site == row.Site).Select(unit => unit.CertificateNumber).FirstOrDefault(),
                db.Memberships
                    .Where(member => member.EndedAt == null && member.Role == Domain.Users.Role.ApplicantSigner
                        && db.Organisations.Any(organisation => organisation.Id == member.OrganisationId && organisation.CreditCode == row.CreditCode && organisation.Site == row.Site))
                    .Select(member => member.PersonName)
                    .ToList(),
                db.Organisations.Where(organisation => organisation.CreditCode == row.CreditCode && organisation.Site != row.Site).Select(organisation => organisation.Name).ToList(),
                db.GreenUnits.Where(unit => unit.CreditCode == row.CreditCode && unit.Site != row.Site).Select(unit => unit.Name).ToList()))
            .AsSplitQuery()
            .ToListAsync(cancellation);
}
