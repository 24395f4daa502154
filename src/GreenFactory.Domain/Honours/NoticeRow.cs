using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Honours;

/// <summary>One unit on a public notice, as it was signed.</summary>
public sealed class NoticeRow : ITenantOwned
{
    private NoticeRow()
    {
    }

    /// <summary>Key.</summary>
    public NoticeRowId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The notice.</summary>
    public NoticeId NoticeId { get; private set; }

    /// <summary>The case.</summary>
    public DeclarationId DeclarationId { get; private set; }

    /// <summary>Place in the signed list, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>Number of the case.</summary>
    public string CaseNumber { get; private set; } = "";

    /// <summary>Name of the unit.</summary>
    public string OrganisationName { get; private set; } = "";

    /// <summary>Its credit code.</summary>
    public CreditCode CreditCode { get; private set; }

    /// <summary>Site or group of the organisation; empty for the organisation as a whole.</summary>
    public string Site { get; private set; } = "";

    /// <summary>Name of its district.</summary>
    public string DistrictName { get; private set; } = "";

    /// <summary>Factory or park.</summary>
    public OrganisationKind Kind { get; private set; }

    /// <summary>Final score in points of its rule set.</summary>
    public decimal Points { get; private set; }

    /// <summary>Rule set and version that gave the points.</summary>
    public string RuleSet { get; private set; } = "";

    /// <summary>Hash of the row in the tree.</summary>
    public string LeafHash { get; private set; } = "";

    /// <summary>Records a row.</summary>
    public static NoticeRow Create(NoticeRowId id, Notice notice, DeclarationId declaration, ListedRow row) =>
        new()
        {
            Id = id,
            MunicipalityId = notice.MunicipalityId,
            NoticeId = notice.Id,
            DeclarationId = declaration,
            Position = row.Position,
            CaseNumber = row.CaseNumber,
            OrganisationName = row.Name,
            CreditCode = row.CreditCode,
            Site = row.Site,
            DistrictName = row.District,
            Kind = row.Kind,
            Points = row.Points,
            RuleSet = row.RuleSet,
            LeafHash = MerkleTree.LeafHash(row.Canonical()),
        };
}
