using System.Globalization;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring.Evaluation;

namespace GreenFactory.Application.Reviews;

/// <summary>A case at its place.</summary>
/// <param name="Case">The case.</param>
/// <param name="Place">Its place among the recommendations of its kind, from 1; null for a conclusion that has none.</param>
/// <param name="ByScore">The place that the order of the score gives it; null for a conclusion that has none.</param>
public sealed record PlacedCase(ConcludedCase Case, int? Place, int? ByScore)
{
    /// <summary>Whether it was placed by hand.</summary>
    public bool IsPlacedByHand => Case.Conclusion.Rank is not null;
}

/// <summary>
/// The order of a district's recommendations of one kind (docs/adr/0032). The verified score orders them, among equal points the preferred first; what was placed by
/// hand stands at its place, and the others fill the places that are left, in the order of the score. So a place by hand is kept, with its reason, when a further
/// case is concluded, and everything else needs nobody's hand.
/// </summary>
public static class RecommendationOrder
{
    private const int StampLength = 16;

    /// <summary>By the verified score alone.</summary>
    public static IReadOnlyList<ConcludedCase> ByScore(IEnumerable<ConcludedCase> cases) =>
    [
        .. cases.OrderByDescending(row => row.Verified?.Total ?? decimal.MinValue)
            .ThenByDescending(row => row.Preference?.State is PreferenceState.Met)
            .ThenBy(row => row.Declaration.CaseNumber, StringComparer.Ordinal),
    ];

    /// <summary>As it stands, each case with its place.</summary>
    public static IReadOnlyList<PlacedCase> Of(IEnumerable<ConcludedCase> cases)
    {
        var byScore = ByScore(cases);
        var places = byScore.Select((row, index) => (row.Declaration.Id, Place: index + 1)).ToDictionary(row => row.Id, row => row.Place);
        return [.. Fill(byScore, row => row.Conclusion.Rank).Select((row, index) => new PlacedCase(row, index + 1, places[row.Declaration.Id]))];
    }

    /// <summary>Moves one case; the others close up.</summary>
    /// <param name="standing">The order as it stands.</param>
    /// <param name="moved">The case.</param>
    /// <param name="place">Its place to be, from 1; beyond the end is the end.</param>
    /// <returns>The cases that are placed by hand afterwards, with their places; those that stand where the score puts them are not among them.</returns>
    public static IReadOnlyDictionary<DeclarationId, int> Move(IReadOnlyList<PlacedCase> standing, DeclarationId moved, int place)
    {
        var wanted = standing.Select(row => row.Case).ToList();
        var from = wanted.FindIndex(row => row.Declaration.Id == moved);
        var one = wanted[from];
        wanted.RemoveAt(from);
        wanted.Insert(Math.Clamp(place, 1, wanted.Count + 1) - 1, one);
        var byScore = ByScore(wanted);
        var byHand = wanted.Select((row, index) => (row, Place: index + 1)).Where(at => at.row.Declaration.Id == moved || at.row.Conclusion.Rank is not null)
            .ToDictionary(at => at.row.Declaration.Id, at => at.Place);
        foreach (var id in byHand.Keys.OrderBy(id => id != moved).ToList())
        {
            var kept = byHand[id];
            byHand.Remove(id);
            if (!Fill(byScore, row => byHand.TryGetValue(row.Declaration.Id, out var held) ? held : null).SequenceEqual(wanted))
            {
                byHand[id] = kept;
            }
        }

        return byHand;
    }

    /// <summary>The order as a short text that changes when it does: a move that was decided on another order is refused.</summary>
    public static string Stamp(IEnumerable<PlacedCase> standing) => ContentHashing.Sha256Hex(
        [.. standing.Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Case.Declaration.Id.Value}:{row.Place}:{row.Case.Conclusion.Rank}"))])[..StampLength];

    private static ConcludedCase[] Fill(IReadOnlyList<ConcludedCase> byScore, Func<ConcludedCase, int?> byHand)
    {
        var slots = new ConcludedCase?[byScore.Count];
        foreach (var row in byScore.Where(row => byHand(row) is not null).OrderBy(row => byHand(row)))
        {
            var slot = Math.Clamp(byHand(row)!.Value, 1, slots.Length) - 1;
            var free = Array.FindIndex(slots, slot, one => one is null);
            slots[free >= 0 ? free : Array.FindLastIndex(slots, slot, one => one is null)] = row;
        }

        var rest = new Queue<ConcludedCase>(byScore.Where(row => byHand(row) is null));
        return [.. slots.Select(row => row ?? rest.Dequeue())];
    }
}
