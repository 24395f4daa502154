
namespace GreenFactory.Scoring.Simulation;

/// <summary>
/// A submission to be scored by an old and a new rule set. <see cref="Key"/> is unique in a run; <see cref="AsOf"/> is the day on which
/// parameters are looked up.
/// </summary>
public sealed record SimulatedSubmission(string Key, Facts Facts, DateOnly AsOf)
{
    /// <summary>Industry, as it shall be grouped; empty when unknown.</summary>
    public string Industry { get; init; } = "";

    /// <summary>District, as it shall be grouped; empty when unknown.</summary>
    public string District { get; init; } = "";

    /// <summary>When it was first submitted: of equal scores the earlier one ranks first, then the smaller key.</summary>
    public DateTimeOffset SubmittedAt { get; init; }
}
