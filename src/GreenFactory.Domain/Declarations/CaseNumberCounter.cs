using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Declarations;

/// <summary>The last running number given out under one prefix of case numbers; its row is locked while a number is taken.</summary>
public sealed class CaseNumberCounter : ITenantOwned
{
    private CaseNumberCounter()
    {
    }

    /// <summary>A counter that has given out so many numbers.</summary>
    public static CaseNumberCounter Create(MunicipalityId municipality, string prefix, int last) => new() { MunicipalityId = municipality, Prefix = prefix, Last = last };

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>Kind, year and district, such as F2026-0102.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary>The number given out last.</summary>
    public int Last { get; private set; }
}
