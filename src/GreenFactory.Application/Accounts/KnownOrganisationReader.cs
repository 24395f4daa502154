using GreenFactory.Application.Data;
using GreenFactory.Domain.Organisations;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Accounts;

/// <summary>What a claimant learns about an organisation that the platform or the register (名录) knows.</summary>
/// <param name="Name">Registered name.</param>
/// <param name="Site">Site or group that is recognised by itself; empty for the organisation as a whole.</param>
/// <param name="DistrictId">The district that reviews it.</param>
/// <param name="DistrictName">Name of that district.</param>
public sealed record KnownOrganisation(string Name, string Site, Guid DistrictId, string DistrictName)
{
    /// <summary>Whether it acts on the platform already; otherwise only the register has it.</summary>
    public bool OnPlatform { get; init; } = true;

    /// <summary>Factory or park as the register has it; null where the platform's own row decides.</summary>
    public OrganisationKind? Kind { get; init; }

    /// <summary>Its current certificate; null when it is not in the register.</summary>
    public string? CertificateNumber { get; init; }
}

/// <summary>
/// Finds what stands under an exact code, for a person who holds no role in it yet: the units of the platform, and those that only the public
/// register has. One code may hold several sites or groups.
/// </summary>
public sealed class KnownOrganisationReader(PortalDbContext db)
{
    /// <summary>Every unit of this municipality under the code; two queries.</summary>
    public async Task<IReadOnlyList<KnownOrganisation>> FindAsync(CreditCode code, CancellationToken cancellation)
    {
        var rows = await db.Database.SqlQuery<KnownOrganisationRow>($"select name, site, district_id, district_name from gf.known_organisation({code.Value})").ToListAsync(cancellation);
        var listed = await db.GreenUnits.AsNoTracking().Where(unit => unit.CreditCode == code).OrderBy(unit => unit.Site).ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => new KnownOrganisation(row.Name, row.Site, row.DistrictId, row.DistrictName)),
            .. listed.Where(unit => rows.TrueForAll(row => row.Site != unit.Site)).Select(unit => new KnownOrganisation(unit.Name, unit.Site, unit.DistrictId.Value, unit.DistrictName)
            {
                OnPlatform = false,
                Kind = unit.Kind,
                CertificateNumber = unit.CertificateNumber,
            }),
        ];
    }
}

/// <summary>A row of gf.known_organisation.</summary>
internal sealed record KnownOrganisationRow(string Name, string Site, Guid DistrictId, string DistrictName);
