namespace GreenFactory.Web.Face.Blocks;

/// <summary>One line of the live score.</summary>
/// <param name="Label">1 能源消耗强度</param>
/// <param name="Anchor">Id of the indicator on the page.</param>
/// <param name="Points">Points won; null when not computable.</param>
/// <param name="Max">Points possible.</param>
/// <param name="Problem">A word in red: 有误; null when there is none.</param>
public sealed record LiveLine(string Label, string Anchor, decimal? Points, decimal Max, string? Problem = null);

/// <summary>The score beside a form, from the official engine. Partial <c>_LiveScore</c>; give it a place with <c>data-live="score"</c> so that autosave can replace it.</summary>
/// <param name="Title">本节得分</param>
/// <param name="Points">Points of this section.</param>
/// <param name="Max">Points possible in this section.</param>
/// <param name="Lines">One per indicator.</param>
/// <param name="Total">Points over all sections.</param>
/// <param name="TotalMax">Points possible over all sections.</param>
/// <param name="RuleSet">Name and version of the rule set.</param>
/// <param name="Provenance">official, transcribed, derived or example.</param>
public sealed record LiveScore(string Title, decimal Points, decimal Max, IReadOnlyList<LiveLine> Lines, decimal Total, decimal TotalMax, string RuleSet, string Provenance)
{
    /// <summary>Difference since the last save; null leaves it out.</summary>
    public decimal? Change { get; init; }

    /// <summary>改正第 3 项后预计 52.12; null leaves it out.</summary>
    public (string Label, decimal Points)? Outlook { get; init; }
}
