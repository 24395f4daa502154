using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Audit;

/// <summary>One entry of a case's timeline, as far as this person may read it.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="ActorName">Who.</param>
/// <param name="Summary">What, in Chinese.</param>
/// <param name="Reason">Why, where a reason was asked for.</param>
/// <param name="Kind">Kind of the event.</param>
public sealed record TimelineEntry(DateTimeOffset OccurredAt, string ActorName, string Summary, string? Reason, string Kind);

/// <summary>
/// Reads the timeline of a case, oldest first: its newest 400 events, of which files that one person adds or takes out one after the other on a day are one entry.
/// </summary>
public sealed class CaseTimelineQuery(PortalDbContext db)
{
    private const int MostEvents = 400;
    private static readonly string[] OfFiles = [nameof(EventKind.EvidenceUploaded), nameof(EventKind.EvidenceRemoved), nameof(EventKind.VisitPhotoAdded)];

    /// <summary>Reads; one query.</summary>
    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(DeclarationId declaration, CancellationToken cancellation)
    {
        var events = await db.ProcessEvents
            .Where(e => e.DeclarationId == declaration && e.Kind != nameof(EventKind.ScoreFrozen))
            .OrderByDescending(e => e.OccurredAt).ThenByDescending(e => e.Sequence)
            .Take(MostEvents)
            .Select(e => new TimelineEntry(e.OccurredAt, e.ActorName, e.Summary, db.Processes.Where(p => p.Id == e.ProcessId).Select(p => p.Reason).FirstOrDefault(), e.Kind))
            .ToListAsync(cancellation);
        events.Reverse();
        return Fold(events);
    }

    private static List<TimelineEntry> Fold(List<TimelineEntry> events)
    {
        var folded = new List<(TimelineEntry First, int Files)>();
        foreach (var entry in events)
        {
            if (folded.Count > 0 && Continues(folded[^1].First, entry))
            {
                folded[^1] = (folded[^1].First, folded[^1].Files + 1);
            }
            else
            {
                folded.Add((entry, 1));
            }
        }

        return [.. folded.Select(entry => entry.Files == 1 ? entry.First : entry.First with { Summary = $"{entry.First.Summary}等 {entry.Files} 份" })];
    }

    private static bool Continues(TimelineEntry first, TimelineEntry next) =>
        OfFiles.Contains(next.Kind) && first.Kind == next.Kind && first.ActorName == next.ActorName && ChinaTime.DayOf(first.OccurredAt) == ChinaTime.DayOf(next.OccurredAt);
}
