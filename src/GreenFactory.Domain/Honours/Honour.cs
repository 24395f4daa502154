using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Honours;

/// <summary>What a unit was named in one year (称号), with its certificate and the score it rests on. Public.</summary>
public sealed class Honour : ITenantOwned
{
    private Honour()
    {
    }

    /// <summary>Key.</summary>
    public HonourId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The unit.</summary>
    public GreenUnitId GreenUnitId { get; private set; }

    /// <summary>The publication it rests on; null for entries taken over from earlier lists.</summary>
    public PublicationId? PublicationId { get; private set; }

    /// <summary>Year of the campaign.</summary>
    public int Year { get; private set; }

    /// <summary>Level.</summary>
    public HonourLevel Level { get; private set; }

    /// <summary>Number of the certificate.</summary>
    public string CertificateNumber { get; private set; } = "";

    /// <summary>Final score in points of the rule set; null where none was recorded.</summary>
    public decimal? Points { get; private set; }

    /// <summary>Rule set and version that gave the points; points of different ones are never compared.</summary>
    public string RuleSet { get; private set; } = "";

    /// <summary>Records an honour.</summary>
    public static Honour Create(HonourId id, GreenUnit unit, PublicationId? publication, int year, HonourLevel level, string certificateNumber, decimal? points, string ruleSet) =>
        new()
        {
            Id = id,
            MunicipalityId = unit.MunicipalityId,
            GreenUnitId = unit.Id,
            PublicationId = publication,
            Year = year,
            Level = level,
            CertificateNumber = certificateNumber,
            Points = points,
            RuleSet = ruleSet,
        };
}
