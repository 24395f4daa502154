using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Organisations;

/// <summary>An enterprise or a park, known by its credit code.</summary>
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

    /// <summary>统一社会信用代码; unique inside the municipality.</summary>
    public CreditCode CreditCode { get; private set; }

    /// <summary>Registered name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Address of the site.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Whether it is in the cultivation register (梯度培育库), required of new factories in principle.</summary>
    public bool InCultivationRegister { get; private set; }

    /// <summary>Creates an organisation.</summary>
    public static Organisation Create(
        OrganisationId id, MunicipalityId municipality, DistrictId district, OrganisationKind kind, CreditCode creditCode, string name, string address, bool inCultivationRegister = false) =>
        new()
        {
            Id = id,
            MunicipalityId = municipality,
            DistrictId = district,
            Kind = kind,
            CreditCode = creditCode,
            Name = name.Trim(),
            Address = address.Trim(),
            InCultivationRegister = inCultivationRegister,
        };
}
