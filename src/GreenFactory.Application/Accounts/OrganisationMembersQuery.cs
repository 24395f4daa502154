using GreenFactory.Application.Access;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Accounts;

/// <summary>A member of an organisation.</summary>
public sealed record OrganisationMember(MembershipId Id, UserId UserId, string PersonName, Role Role, DateTimeOffset GrantedAt);

/// <summary>An own organisation with its members.</summary>
public sealed record OwnOrganisation(
    OrganisationId Id, string Name, CreditCode CreditCode, OrganisationKind Kind, string DistrictName, string Address, IReadOnlyList<OrganisationMember> Members);

/// <summary>The organisations of the signed-in person at the applicant's desk, with those who work for them; two queries.</summary>
public sealed class OrganisationMembersQuery(PortalDbContext db, CurrentAccess access)
{
    /// <summary>Reads.</summary>
    public async Task<IReadOnlyList<OwnOrganisation>> ReadAsync(CancellationToken cancellation)
    {
        var own = access.Scope.Units.Select(unit => new OrganisationId(unit)).ToList();
        return await db.Organisations.Where(row => own.Contains(row.Id))
            .OrderBy(row => row.Name)
            .Select(row => new OwnOrganisation(
                row.Id,
                row.Name,
                row.CreditCode,
                row.Kind,
                db.Districts.Where(district => district.Id == row.DistrictId).Select(district => district.Name).First(),
                row.Address,
                db.Memberships.Where(member => member.OrganisationId == row.Id && member.EndedAt == null)
                    .OrderBy(member => member.GrantedAt)
                    .Select(member => new OrganisationMember(member.Id, member.UserId, member.PersonName, member.Role, member.GrantedAt))
                    .ToList()))
            .AsSplitQuery()
            .ToListAsync(cancellation);
    }
}
