using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Assessments;

/// <summary>What a case brings into a ranking.</summary>
/// <param name="Declaration">The case.</param>
/// <param name="CaseNumber">Its number.</param>
/// <param name="RuleSetVersion">The rule-set version that scored it.</param>
/// <param name="Points">Final score in points.</param>
/// <param name="FirstSubmittedAt">When it was first submitted.</param>
public sealed record RankingEntry(DeclarationId Declaration, string CaseNumber, RuleSetVersionId RuleSetVersion, decimal Points, DateTimeOffset FirstSubmittedAt);

/// <summary>A case with its rank.</summary>
/// <param name="Entry">The case.</param>
/// <param name="Rank">Place from 1, without gaps.</param>
/// <param name="TiedWithNeighbour">Whether a neighbour has the same points, so that the tie rule decided.</param>
/// <param name="DistanceToLine">Points above (or, negative, below) the cut line; null without a line.</param>
public sealed record RankedEntry(RankingEntry Entry, int Rank, bool TiedWithNeighbour, decimal? DistanceToLine);

/// <summary>
/// Ranks the cases of one rule-set version. Points of different versions measure different things and are never put into one
/// order: doing so is refused. Ties: the earlier first submission stands first, then the smaller case number.
/// </summary>
public static class ScoreRanking
{
    /// <summary>The tie rule in the words shown with every ranking.</summary>
    public const string TieRule = "得分相同的，首次提交时间早的在前；仍相同的，案件编号小的在前。";

    /// <summary>Ranks.</summary>
    /// <param name="entries">Cases of one rule-set version.</param>
    /// <param name="places">How many are inside the cut line; null for none yet.</param>
    /// <exception cref="ArgumentException">The cases were scored by more than one rule-set version.</exception>
    public static IReadOnlyList<RankedEntry> Rank(IReadOnlyCollection<RankingEntry> entries, int? places)
    {
        if (entries.Select(entry => entry.RuleSetVersion).Distinct().Skip(1).Any())
        {
            throw new ArgumentException("Cases of different rule-set versions are never ranked together.", nameof(entries));
        }

        var ordered = entries.OrderByDescending(entry => entry.Points).ThenBy(entry => entry.FirstSubmittedAt).ThenBy(entry => entry.CaseNumber, StringComparer.Ordinal).ToList();
        var line = Line(ordered, places);
        return [.. ordered.Select((entry, index) => new RankedEntry(
            entry,
            index + 1,
            (index > 0 && ordered[index - 1].Points == entry.Points) || (index + 1 < ordered.Count && ordered[index + 1].Points == entry.Points),
            line is { } points ? entry.Points - points : null))];
    }

    /// <summary>Points of the last case inside the line; null when there is no line or nobody is outside and inside of it.</summary>
    private static decimal? Line(List<RankingEntry> ordered, int? places) =>
        places is > 0 && ordered.Count > 0 ? ordered[Math.Min(places.Value, ordered.Count) - 1].Points : null;
}
