namespace GreenFactory.Web.Face.Measures;

/// <summary>One first-level indicator on the score ruler; its width is its weight.</summary>
/// <param name="Name">能源低碳化, 资源高效化 …</param>
/// <param name="Max">Points possible.</param>
/// <param name="Declared">Points of the applicant's values; null when nothing can be computed yet.</param>
/// <param name="Verified">Points of the district's values; null leaves the second row out for this part.</param>
public sealed record ScorePart(string Name, decimal Max, decimal? Declared, decimal? Verified = null)
{
    /// <summary>Short name for narrow places; the name itself when null.</summary>
    public string? ShortName { get; init; }

    /// <summary>The points that count now: verified where present, else declared.</summary>
    public decimal? Current => Verified ?? Declared;
}
