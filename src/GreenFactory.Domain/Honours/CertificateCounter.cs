using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Honours;

/// <summary>The last certificate number given out in one year for one kind; its row is locked while a list is published.</summary>
public sealed class CertificateCounter : ITenantOwned
{
    private CertificateCounter()
    {
    }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>Year of the campaign.</summary>
    public int Year { get; private set; }

    /// <summary>Factory or park.</summary>
    public OrganisationKind Kind { get; private set; }

    /// <summary>The number given out last.</summary>
    public int Last { get; private set; }
}
