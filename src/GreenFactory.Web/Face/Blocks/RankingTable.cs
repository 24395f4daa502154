using GreenFactory.Web.Face.Marks;

namespace GreenFactory.Web.Face.Blocks;

/// <summary>One large figure. Partial <c>_Figures</c> takes a list of these (five fit a row).</summary>
/// <param name="Label">区县推荐</param>
/// <param name="Value">87</param>
/// <param name="Unit">家; empty for none.</param>
public sealed record Figure(string Label, string Value, string Unit = "");

/// <summary>Where a unit could have come out when weights and scores are shaken.</summary>
/// <param name="Best">Best rank of the interval.</param>
/// <param name="Worst">Worst rank of the interval.</param>
/// <param name="ShareIn">Share of runs inside the quota, 0 to 1.</param>
public sealed record RankStability(int Best, int Worst, decimal ShareIn);

/// <summary>One row of the ranking.</summary>
/// <param name="Rank">Its rank.</param>
/// <param name="Name">The unit.</param>
/// <param name="Path">Where its case opens; null for none.</param>
/// <param name="Detail">District and industry.</param>
/// <param name="Points">Raw points inside its rule set.</param>
/// <param name="Calibrated">Points comparable over rule sets; null when all rows share one.</param>
/// <param name="PreferenceShape">Shape of the preference state.</param>
/// <param name="Preference">标杆水平, 未达到, 无法判定</param>
/// <param name="VerdictShape">Shape of the verdict.</param>
/// <param name="Verdict">拟入围, 未入围 · 临界</param>
/// <param name="Reason">Why it stands where it stands.</param>
public sealed record RankRow(
    int Rank,
    string Name,
    string? Path,
    string Detail,
    decimal Points,
    decimal? Calibrated,
    StateShape PreferenceShape,
    string Preference,
    StateShape VerdictShape,
    string Verdict,
    string Reason)
{
    /// <summary>How firm the rank is; null when it was not computed.</summary>
    public RankStability? Stability { get; init; }
}

/// <summary>A ranking with its cut-off. Partial <c>_Ranking</c>.</summary>
/// <param name="Caption">新申报绿色工厂名次</param>
/// <param name="Rows">Rows by rank.</param>
/// <param name="Quota">How many are in; the cut-off is drawn after this rank.</param>
/// <param name="Total">How many are ranked in all; end of the rank axis.</param>
public sealed record RankingTable(string Caption, IReadOnlyList<RankRow> Rows, int Quota, int Total)
{
    /// <summary>Points at the cut-off; null leaves them out.</summary>
    public decimal? CutPoints { get; init; }

    /// <summary>Whether the rows go on below a cut-off that was drawn on the page before.</summary>
    public bool BelowCut { get; init; }
}
