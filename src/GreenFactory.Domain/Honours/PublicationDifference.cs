using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Honours;

/// <summary>Why a unit of the notice is not in the final list, or which unit was removed with it. Public and append-only.</summary>
public sealed class PublicationDifference : ITenantOwned
{
    private PublicationDifference()
    {
    }

    /// <summary>Key.</summary>
    public PublicationDifferenceId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The publication.</summary>
    public PublicationId PublicationId { get; private set; }

    /// <summary>Name of the unit.</summary>
    public string OrganisationName { get; private set; } = "";

    /// <summary>Its credit code.</summary>
    public CreditCode CreditCode { get; private set; }

    /// <summary>True for a unit that was on the list and is removed; false for one that stood in the notice and was not admitted.</summary>
    public bool RemovesListedUnit { get; private set; }

    /// <summary>Why, with the legal ground.</summary>
    public string Explanation { get; private set; } = "";

    /// <summary>Records a difference.</summary>
    public static PublicationDifference Create(PublicationDifferenceId id, Publication publication, string name, CreditCode code, bool removesListedUnit, string explanation) =>
        new()
        {
            Id = id,
            MunicipalityId = publication.MunicipalityId,
            PublicationId = publication.Id,
            OrganisationName = name,
            CreditCode = code,
            RemovesListedUnit = removesListedUnit,
            Explanation = explanation,
        };
}
