using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Honours;

/// <summary>One unit of a published list, as it was signed: its canonical text is what the hash tree is built over.</summary>
public sealed class PublicationRow : ITenantOwned
{
    private PublicationRow()
    {
    }

    /// <summary>Key.</summary>
    public PublicationRowId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The publication.</summary>
    public PublicationId PublicationId { get; private set; }

    /// <summary>The unit.</summary>
    public GreenUnitId GreenUnitId { get; private set; }

    /// <summary>Place in the list, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>Canonical JSON of the row.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Hash of the row in the tree.</summary>
    public string LeafHash { get; private set; } = "";

    /// <summary>Records a row.</summary>
    public static PublicationRow Create(PublicationRowId id, Publication publication, GreenUnitId unit, ListedRow row)
    {
        var text = row.Canonical();
        return new()
        {
            Id = id,
            MunicipalityId = publication.MunicipalityId,
            PublicationId = publication.Id,
            GreenUnitId = unit,
            Position = row.Position,
            Text = text,
            LeafHash = MerkleTree.LeafHash(text),
        };
    }
}
