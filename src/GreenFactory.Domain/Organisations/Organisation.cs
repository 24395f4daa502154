using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Organisations;

/// <summary>
/// An enterprise or a park, or one site or group (组团) of it that is recognised by itself: known by its credit code together with the site.
/// </summary>
public sealed class Organisation : ITenantOwned
{
    private Organisation()
    {
    }

    /// <summary>Key.</summary>
    public OrganisationId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The district whose authority reviews it.</summary>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Enterprise or park.</summary>
    public OrganisationKind Kind { get; private set; }

    /// <summary>统一社会信用代码; unique inside the municipality together with <see cref="Site"/>.</summary>
    public CreditCode CreditCode { get; private set; }

    /// <summary>Site or group (厂区、组团) that is recognised by itself; empty for the organisation as a whole.</summary>
    public string Site { get; private set; } = "";

    /// <summary>Registered name, the site in it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Address of the site.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Whether it is in the cultivation register (梯度培育库), required of new factories in principle.</summary>
    public bool InCultivationRegister { get; private set; }

    /// <summary>The name of a site in full: the organisation's, with the site in brackets unless it says the site already.</summary>
    public static string NameOf(string name, string site) =>
        WrittenText.SaysNothing(site) || ComparableText.Name(name).Contains(ComparableText.Name(site), StringComparison.Ordinal) ? WrittenText.Said(name) : $"{WrittenText.Said(name)}（{WrittenText.Said(site)}）";

    /// <summary>Gives it the name that its proof of renaming shows.</summary>
    public void Rename(string name) => Name = NameOf(name, Site);

    /// <summary>Creates an organisation.</summary>
    public static Organisation Create(
        OrganisationId id, MunicipalityId municipality, DistrictId district, OrganisationKind kind, CreditCode creditCode, string name, string address, bool inCultivationRegister = false, string site = "") =>
        new()
        {
            Id = id,
            MunicipalityId = municipality,
            DistrictId = district,
            Kind = kind,
            CreditCode = creditCode,
            Site = WrittenText.Said(site),
            Name = NameOf(name, site),
            Address = WrittenText.Said(address),
            InCultivationRegister = inCultivationRegister,
        };
}
