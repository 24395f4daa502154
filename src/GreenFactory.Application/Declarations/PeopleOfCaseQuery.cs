using GreenFactory.Application.Data;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Declarations;

/// <summary>A person who acts for the applicant.</summary>
/// <param name="Name">The name.</param>
/// <param name="Role">Signer or editor.</param>
public sealed record PersonOfCase(string Name, Role Role);

/// <summary>Reads who acts for an organisation, as far as the asking person may see it. One query.</summary>
public sealed class PeopleOfCaseQuery(PortalDbContext db)
{
    /// <summary>Reads the memberships that were not ended.</summary>
    public async Task<IReadOnlyList<PersonOfCase>> ReadAsync(OrganisationId organisation, CancellationToken cancellation) =>
        await db.Memberships
            .Where(row => row.OrganisationId == organisation && row.EndedAt == null)
            .OrderBy(row => row.Role)
            .Select(row => new PersonOfCase(row.PersonName, row.Role))
            .ToListAsync(cancellation);
}
