using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Administration;

/// <summary>One process of the log.</summary>
public sealed record LogEntry(ProcessId Id, string Kind, string ActorName, string Desk, string? Reason, DateTimeOffset StartedAt, IReadOnlyList<string> Summaries)
{
    /// <summary>What happened, in its order; what happened alike to several is told once with their number.</summary>
    public IEnumerable<string> Told => Summaries.GroupBy(summary => summary).Select(same => same.Count() == 1 ? same.Key : $"{same.Key}（{same.Count()} 件）");
}

/// <summary>The record of who did what, newest first, by key; two queries, a third beyond the first page and for the check of the chain.</summary>
public sealed class ProcessLogQuery(PortalDbContext db, CurrentAccess access)
{
    /// <summary>How many stand on a page.</summary>
    public const int PageSize = 50;

    /// <summary>A page of the log.</summary>
    /// <param name="actor">Part of a person's name, or null.</param>
    /// <param name="kind">The use case, or null.</param>
    /// <param name="before">Key of the last process of the page before; only older ones are read.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<LogEntry>> ReadAsync(string? actor, ProcessKind? kind, Guid? before, CancellationToken cancellation)
    {
        var rows = db.Processes.AsQueryable();
        if (!WrittenText.SaysNothing(actor))
        {
            rows = rows.Where(row => row.ActorName.Contains(WrittenText.Said(actor)));
        }

        if (kind is { } chosen)
        {
            var name = chosen.ToString();
            rows = rows.Where(row => row.Kind == name);
        }

        if (before is { } key)
        {
            var last = new ProcessId(key);
            var moment = await db.Processes.Where(row => row.Id == last).Select(row => row.StartedAt).FirstOrDefaultAsync(cancellation);
            rows = rows.Where(row => EF.Functions.LessThan(ValueTuple.Create(row.StartedAt, row.Id), ValueTuple.Create(moment, last)));
        }

        return await rows.OrderByDescending(row => row.StartedAt).ThenByDescending(row => row.Id)
            .Take(PageSize + 1)
            .Select(row => new LogEntry(
                row.Id,
                row.Kind,
                row.ActorName,
                row.Desk,
                row.Reason,
                row.StartedAt,
                db.ProcessEvents.Where(e => e.ProcessId == row.Id).OrderBy(e => e.Sequence).Select(e => e.Summary).ToList()))
            .AsSplitQuery()
            .ToListAsync(cancellation);
    }

    /// <summary>The first event of the municipality whose place in the hash chain does not hold, or null when the whole chain holds.</summary>
    public async Task<long?> FirstBrokenEventAsync(CancellationToken cancellation)
    {
        var municipality = access.Scope.Municipality.Value;
        return (await db.Database.SqlQuery<long?>($"select gf.first_broken_event({municipality}) as \"Value\"").ToListAsync(cancellation)).Single();
    }
}
