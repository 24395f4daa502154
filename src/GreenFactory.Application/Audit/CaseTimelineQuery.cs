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

/// <summary>Reads the timeline of a case, oldest first, at most 200 entries.</summary>
public sealed class CaseTimelineQuery(PortalDbContext db)
{
    /// <summary>Reads.</summary>
    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(DeclarationId declaration, CancellationToken cancellation) =>
        await db.ProcessEvents
            .Where(e => e.DeclarationId == declaration && e.Kind != RunningProcess.ScoreFrozen)
            .OrderBy(e => e.OccurredAt).ThenBy(e => e.Sequence)
            .Take(200)
            .Select(e => new TimelineEntry(e.OccurredAt, e.ActorName, e.Summary, db.Processes.Where(p => p.Id == e.ProcessId).Select(p => p.Reason).FirstOrDefault(), e.Kind))
            .ToListAsync(cancellation);
}
