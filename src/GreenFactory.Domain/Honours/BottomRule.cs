namespace GreenFactory.Domain.Honours;

/// <summary>How a share of a population that is no whole number becomes one.</summary>
public enum ShareRounding
{
    /// <summary>舍去: 5 % of 19 are 0.95, so no unit. A unit then lies in the last 5 % only where it and all behind it are no more than 5 % of the population.</summary>
    Down,

    /// <summary>四舍五入: 5 % of 19 are one unit, of 9 none.</summary>
    Nearest,

    /// <summary>进位: 5 % of 19 are one unit, of 1 too.</summary>
    Up,
}

/// <summary>
/// Which units of a year lie in the last 5 % (notice 2026, 二（二）: 得分连续三年处于后5%). The notice gives the share and the years; how a share that is no
/// whole number is rounded it leaves open, so that is a field of the campaign.
/// </summary>
/// <param name="Rounding">How the share is rounded.</param>
public sealed record BottomRule(ShareRounding Rounding)
{
    /// <summary>The share of the notice, in per cent.</summary>
    public const decimal SharePercent = 5m;

    /// <summary>Years running after which the notice removes a unit.</summary>
    public const int YearsToRemoval = 3;

    /// <summary>How many units a population of a rule-set version has in its last 5 %, at most.</summary>
    public int PlacesIn(int population)
    {
        var share = population * SharePercent / 100m;
        return (int)(Rounding switch
        {
            ShareRounding.Down => Math.Floor(share),
            ShareRounding.Up => Math.Ceiling(share),
            _ => Math.Round(share, MidpointRounding.AwayFromZero),
        });
    }

    /// <summary>The places of a year, by rule-set version: points of different versions are never compared.</summary>
    public IReadOnlyList<YearlyPlace> Place(IEnumerable<ScoredUnit> year) =>
        [.. year.GroupBy(unit => unit.RuleSet, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).SelectMany(group => PlaceOne([.. group]))];

    private IEnumerable<YearlyPlace> PlaceOne(IReadOnlyList<ScoredUnit> population)
    {
        var bottom = PlacesIn(population.Count);
        var rank = 1;
        foreach (var tied in population.GroupBy(unit => unit.Points).OrderByDescending(group => group.Key))
        {
            var size = tied.Count();
            foreach (var unit in tied.OrderBy(unit => unit.Unit.Value))
            {
                yield return new YearlyPlace(unit.Unit, unit.RuleSet, unit.Points, rank, size, population.Count, bottom);
            }

            rank += size;
        }
    }
}

/// <summary>A unit with its frozen score of a year.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="RuleSet">Rule set and version that gave the points.</param>
/// <param name="Points">The points.</param>
public sealed record ScoredUnit(GreenUnitId Unit, string RuleSet, decimal Points);

/// <summary>The place of a unit among those scored by the same rule-set version in a year.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="RuleSet">Rule set and version.</param>
/// <param name="Points">Its points.</param>
/// <param name="Rank">Its place from the top; units with the same points have the same one.</param>
/// <param name="Tied">How many units have these points, itself among them.</param>
/// <param name="Population">How many units the version scored in the year.</param>
/// <param name="BottomPlaces">How many places the last 5 % of this population are.</param>
public sealed record YearlyPlace(GreenUnitId Unit, string RuleSet, decimal Points, int Rank, int Tied, int Population, int BottomPlaces)
{
    /// <summary>How many units have no more points than it, itself among them.</summary>
    public int AtOrBelow => Population - Rank + 1;

    /// <summary>The share of the population that has no more points than it, in per cent.</summary>
    public decimal Percentile => Math.Round(AtOrBelow * 100m / Population, 2, MidpointRounding.AwayFromZero);

    /// <summary>
    /// Whether it lies in the last 5 %: it and all that have no more points fit into the places. Units with the same points are so treated alike, and where they do not
    /// all fit, none of them is in.
    /// </summary>
    public bool IsBottom => AtOrBelow <= BottomPlaces;
}
