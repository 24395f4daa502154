using GreenFactory.Application.Data;
using GreenFactory.Domain.Organisations;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Accounts;

/// <summary>What a claimant learns about an organisation that is registered already.</summary>
/// <param name="Name">Registered name.</param>
/// <param name="DistrictId">The district that reviews it.</param>
/// <param name="DistrictName">Name of that district.</param>
public sealed record KnownOrganisation(string Name, Guid DistrictId, string DistrictName);

/// <summary>Finds a registered organisation by its exact code, for a person who holds no role in it yet.</summary>
public sealed class KnownOrganisationReader(PortalDbContext db)
{
    /// <summary>The organisation, or null when the code is not registered in this municipality.</summary>
    public async Task<KnownOrganisation?> FindAsync(CreditCode code, CancellationToken cancellation) =>
        (await db.Database.SqlQuery<KnownOrganisation>($"select name, district_id, district_name from gf.known_organisation({code.Value})").ToListAsync(cancellation)).FirstOrDefault();
}
