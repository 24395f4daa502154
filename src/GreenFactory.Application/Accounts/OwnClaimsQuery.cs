using GreenFactory.Application.Access;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Accounts;

/// <summary>A claim as its maker sees it.</summary>
public sealed record OwnClaim(string OrganisationName, CreditCode CreditCode, string DistrictName, ClaimState State, DateTimeOffset CreatedAt, string? RefusalReason);

/// <summary>A district that can be chosen.</summary>
public sealed record DistrictChoice(DistrictId Id, string Name, string AuthorityName);

/// <summary>Own claims, newest first, and the districts that recommend; one query each.</summary>
public sealed class OwnClaimsQuery(PortalDbContext db, CurrentAccess access)
{
    /// <summary>The signed-in person's claims.</summary>
    public async Task<IReadOnlyList<OwnClaim>> ReadAsync(CancellationToken cancellation)
    {
        var user = access.Scope.RequiredUser;
        return await db.OrganisationClaims.Where(row => row.UserId == user)
            .OrderByDescending(row => row.CreatedAt)
            .Take(20)
            .Select(row => new OwnClaim(
                row.OrganisationName,
                row.CreditCode,
                db.Districts.Where(district => district.Id == row.DistrictId).Select(district => district.Name).First(),
                row.State,
                row.CreatedAt,
                row.RefusalReason))
            .ToListAsync(cancellation);
    }

    /// <summary>The districts that recommend, in the order of the notice's list.</summary>
    public async Task<IReadOnlyList<DistrictChoice>> DistrictsAsync(CancellationToken cancellation) =>
        await db.Districts.Where(row => row.Recommends).OrderBy(row => row.Position)
            .Select(row => new DistrictChoice(row.Id, row.Name, row.AuthorityName))
            .ToListAsync(cancellation);
}
