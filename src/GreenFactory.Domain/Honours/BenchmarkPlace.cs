using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Honours;

/// <summary>The fixed place of a unit in the benchmarking of a year (年度位次): what counts as one of the three years of the notice. Append-only.</summary>
public sealed class BenchmarkPlace : ITenantOwned
{
    private BenchmarkPlace()
    {
    }

    /// <summary>Key.</summary>
    public BenchmarkPlaceId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The unit.</summary>
    public GreenUnitId GreenUnitId { get; private set; }

    /// <summary>District of the unit when the year was fixed.</summary>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Year of the campaign.</summary>
    public int Year { get; private set; }

    /// <summary>Rule set and version that gave the points.</summary>
    public string RuleSet { get; private set; } = "";

    /// <summary>Frozen score in points.</summary>
    public decimal Points { get; private set; }

    /// <summary>Place from the top among those of the same version; equal points, equal place.</summary>
    public int Rank { get; private set; }

    /// <summary>How many units have these points, itself among them.</summary>
    public int Tied { get; private set; }

    /// <summary>How many units the version scored.</summary>
    public int Population { get; private set; }

    /// <summary>How many places the last 5 % were, by the rounding of the year.</summary>
    public int BottomPlaces { get; private set; }

    /// <summary>How a share that is no whole number was rounded in the year.</summary>
    public ShareRounding Rounding { get; private set; }

    /// <summary>Whether it lay in the last 5 %.</summary>
    public bool IsBottom { get; private set; }

    /// <summary>The lead who fixed the year.</summary>
    public string FixedByName { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset FixedAt { get; private set; }

    /// <summary>Fixes a place.</summary>
    public static BenchmarkPlace Create(BenchmarkPlaceId id, GreenUnit unit, int year, YearlyPlace place, ShareRounding rounding, string byName, DateTimeOffset now) =>
        new()
        {
            Id = id,
            MunicipalityId = unit.MunicipalityId,
            GreenUnitId = unit.Id,
            DistrictId = unit.DistrictId,
            Year = year,
            RuleSet = place.RuleSet,
            Points = place.Points,
            Rank = place.Rank,
            Tied = place.Tied,
            Population = place.Population,
            BottomPlaces = place.BottomPlaces,
            Rounding = rounding,
            IsBottom = place.IsBottom,
            FixedByName = byName,
            FixedAt = now,
        };

    /// <summary>The place as it was computed.</summary>
    public YearlyPlace AsPlaced() => new(GreenUnitId, RuleSet, Points, Rank, Tied, Population, BottomPlaces);
}
