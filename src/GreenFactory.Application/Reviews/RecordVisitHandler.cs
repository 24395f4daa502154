using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Validation;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Reviews;

/// <summary>What was found for one line of the checklist.</summary>
/// <param name="Position">Place in the list, from 1.</param>
/// <param name="Result">What was found.</param>
/// <param name="Remark">In words.</param>
public sealed record FoundItem(int Position, VisitResult Result, string? Remark);

/// <summary>The district keeps the record of a visit, and completes it when asked to.</summary>
/// <param name="Declaration">The case.</param>
/// <param name="Items">What was found.</param>
/// <param name="Present">Who of the unit was present.</param>
/// <param name="Conclusion">The conclusion.</param>
/// <param name="Complete">True to complete and lock the record.</param>
/// <param name="Seen">Revision of the record the officer was shown.</param>
public sealed record RecordVisit(DeclarationId Declaration, IReadOnlyList<FoundItem> Items, string? Present, string? Conclusion, bool Complete, int Seen);

/// <summary>What became of the record: it is always kept; the errors say what completion still lacks.</summary>
/// <param name="Completed">Whether it is complete now.</param>
/// <param name="Lacking">What is missing for completion.</param>
public sealed record VisitRecorded(bool Completed, IReadOnlyList<Error> Lacking);

/// <summary>Keeps the record of a visit. What is typed is kept even when it cannot be completed yet.</summary>
public sealed class RecordVisitHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner)
{
    private const int LongestRemark = 300;
    private const int LongestConclusion = 500;

    /// <summary>Records.</summary>
    public async Task<Result<VisitRecorded>> HandleAsync(RecordVisit command, CancellationToken cancellation) =>
        TooLong(command) is { } refusal ? refusal : await runner.RunAsync<VisitRecorded>(ProcessKind.RecordVisit, null, process => RecordAsync(command, process, cancellation), cancellation);

    private static Error? TooLong(RecordVisit command) =>
        command.Items.Select(item => LengthRules.TooLong($"第 {item.Position} 项说明", item.Remark, LongestRemark, $"Items[{item.Position - 1}].Remark"))
            .Append(LengthRules.TooLong("核实意见", command.Conclusion, LongestConclusion, "Conclusion"))
            .FirstOrDefault(error => error is not null);

    private async Task<Result<VisitRecorded>> RecordAsync(RecordVisit command, RunningProcess process, CancellationToken cancellation)
    {
        var declaration = await db.Declarations.FirstOrDefaultAsync(row => row.Id == command.Declaration, cancellation);
        var visit = await db.SiteVisits.FirstOrDefaultAsync(row => row.DeclarationId == command.Declaration, cancellation);
        if (declaration is null || visit is null)
        {
            return declaration is null ? ProcessErrors.NotFound : DistrictErrors.NoVisit;
        }

        if (visit.CompletedAt is null && visit.Revision != command.Seen)
        {
            return DistrictErrors.VisitChangedMeanwhile(visit.SavedByName);
        }

        var noted = visit.Note(command.Present ?? "", command.Conclusion ?? "", access.Scope.PersonName);
        if (!noted.Succeeded)
        {
            return noted.Error;
        }

        var items = await db.SiteVisitItems.Where(row => row.SiteVisitId == visit.Id).OrderBy(row => row.Position).ToListAsync(cancellation);
        foreach (var item in items)
        {
            if (command.Items.FirstOrDefault(found => found.Position == item.Position) is { } found)
            {
                item.Find(found.Result, found.Remark ?? "");
            }
        }

        if (!command.Complete)
        {
            return new VisitRecorded(false, []);
        }

        await db.SaveChangesAsync(cancellation);
        var completed = visit.Complete(items, access.Scope.PersonName, process.Now);
        if (completed.Succeeded)
        {
            var wrong = items.Count(item => item.Result is VisitResult.Mismatch);
            process.Record(EventKind.VisitRecorded, declaration, $"完成现场核实：{items.Count} 项，不符 {wrong} 项", Words(visit, items));
        }

        return new VisitRecorded(completed.Succeeded, completed.Errors);
    }

    /// <summary>The whole record, for the event that carries it.</summary>
    private static object Words(SiteVisit visit, IEnumerable<SiteVisitItem> items) => new
    {
        visit.PlannedOn,
        visit.Present,
        visit.Conclusion,
        items = items.Select(item => new { item.Position, item.Code, result = item.Result.ToString(), item.Remark }),
    };
}
