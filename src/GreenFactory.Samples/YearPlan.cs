using GreenFactory.Domain.Organisations;

namespace GreenFactory.Samples;

/// <summary>What a district has of the year.</summary>
/// <param name="District">The district.</param>
/// <param name="Cases">How many cases.</param>
/// <param name="IsHome">Whether the demonstration's accounts work here.</param>
/// <param name="IsSealed">Whether its pack is with the city.</param>
internal sealed record DistrictPlan(District District, int Cases, bool IsHome, bool IsSealed);

/// <summary>How the cases of the year are spread over districts and stages.</summary>
internal static class YearPlan
{
    private const int HomeShare = 24;
    private const int SealedShare = 72;

    /// <summary>Each district begins at another place of the list, so that small shares meet every stage too.</summary>
    private const int Stride = 7;

    /// <summary>Every how many cases one is a park's.</summary>
    public const int ParkEvery = 21;

    /// <summary>Of how many districts other than the demonstration's one has a park.</summary>
    public const int ParkDistricts = 4;

    private static readonly Stage[] AtHome =
    [
        Stage.Submitted, Stage.Review, Stage.Review, Stage.Submitted, Stage.Concludable, Stage.Recommended, Stage.Review, Stage.Submitted, Stage.Review, Stage.Returned,
        Stage.Submitted, Stage.Review, Stage.Resubmitted, Stage.Recommended, Stage.Review, Stage.Draft, Stage.Submitted, Stage.Review, Stage.NotRecommended, Stage.Review,
    ];

    private static readonly Stage[] WithCity =
    [
        Stage.Reported, Stage.Panel, Stage.Assessed, Stage.Reported, Stage.Compliant, Stage.Reported, Stage.Assessed, Stage.Panel, Stage.Reported, Stage.Assessed,
        Stage.NotRecommended, Stage.Reported, Stage.Compliant, Stage.Assessed, Stage.Reported, Stage.Panel, Stage.NonCompliant, Stage.Assessed, Stage.Reported, Stage.Withdrawn,
    ];

    private static readonly Stage[] AtWork =
        [Stage.Submitted, Stage.Review, Stage.Recommended, Stage.Review, Stage.Returned, Stage.Concludable, Stage.Draft, Stage.Review, Stage.Withdrawn, Stage.Resubmitted];

    /// <summary>The districts with their shares: the demonstration's gets about a quarter, most of the others have reported.</summary>
    public static IReadOnlyList<DistrictPlan> Spread(IReadOnlyList<District> districts, int size)
    {
        var home = size * HomeShare / 100;
        var (others, rest) = (districts.Count - 1, size - home);
        return
        [
            new DistrictPlan(districts[0], home, true, false),
            .. districts.Skip(1).Select((district, index) => new DistrictPlan(
                district, (rest / others) + (index < rest % others ? 1 : 0), false, index * 100 < others * SealedShare)),
        ];
    }

    /// <summary>A year that is over: all its districts have reported.</summary>
    public static IReadOnlyList<DistrictPlan> Over(IReadOnlyList<District> districts, int size) => [.. districts.Select(district => new DistrictPlan(district, size / districts.Count, false, true))];

    /// <summary>How far a case comes.</summary>
    public static Stage StageOf(DistrictPlan plan, int number)
    {
        var stages = plan.IsHome ? AtHome : plan.IsSealed ? WithCity : AtWork;
        return stages[(number + (plan.IsHome ? 0 : plan.District.Position * Stride)) % stages.Length];
    }
}
