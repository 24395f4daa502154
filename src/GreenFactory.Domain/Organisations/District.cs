using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Organisations;

/// <summary>A district, county or zone whose authority reviews and recommends (区县).</summary>
public sealed class District : ITenantOwned
{
    private District()
    {
    }

    /// <summary>Key.</summary>
    public DistrictId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>GB/T 2260 code, or null where none is known: it is never made up.</summary>
    public string? Code { get; private set; }

    /// <summary>Name, such as 涪陵区.</summary>
    public string Name { get; private set; } = "";

    /// <summary>区, 县, 自治县 or 功能区.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Name of the recommending body.</summary>
    public string AuthorityName { get; private set; } = "";

    /// <summary>What is uncertain about the row, with its source.</summary>
    public string Note { get; private set; } = "";

    /// <summary>False for abolished districts, kept for old records.</summary>
    public bool Recommends { get; private set; }

    /// <summary>Position in lists, as in the reference table.</summary>
    public int Position { get; private set; }

    /// <summary>Creates a district.</summary>
    public static District Create(DistrictId id, MunicipalityId municipality, string? code, string name, string kind, string authorityName, string note, bool recommends, int position) =>
        new()
        {
            Id = id,
            MunicipalityId = municipality,
            Code = code,
            Name = name,
            Kind = kind,
            AuthorityName = authorityName,
            Note = note,
            Recommends = recommends,
            Position = position,
        };
}
