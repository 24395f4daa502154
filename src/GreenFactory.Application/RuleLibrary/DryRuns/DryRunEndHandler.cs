using System.Text.Json;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Application.Outbox;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Simulation;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.RuleLibrary.DryRuns;

/// <summary>Outbox work: make the report of a dry run whose submissions are all scored.</summary>
/// <param name="DryRunId">The dry run.</param>
public sealed record DryRunEnd(Guid DryRunId)
{
    /// <summary>Kind of the outbox message.</summary>
    public const string Kind = "dry-run-end";
}

/// <summary>Ranks the submissions of a dry run, writes its report and tells whoever started it. Four queries.</summary>
public sealed class DryRunEndHandler(PortalDbContext db, TimeProvider clock) : IOutboxHandler
{
    /// <inheritdoc/>
    public string Kind => DryRunEnd.Kind;

    /// <inheritdoc/>
    public async Task<OutboxOutcome> HandleAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var id = new DryRunId(OutboxPayload.Read<DryRunEnd>(message).DryRunId);
        var run = await db.DryRuns.FirstAsync(row => row.Id == id, cancellation);
        if (run.State is not DryRunState.Running)
        {
            return OutboxOutcome.Done;
        }

        var rows = await (
            from row in db.DryRunRows
            where row.DryRunId == id
            join declaration in db.Declarations on row.DeclarationId equals declaration.Id
            join district in db.Districts on declaration.DistrictId equals district.Id
            select new { Row = row, declaration.CaseNumber, declaration.IndustryCode, District = district.Name, declaration.SubmittedAt }).ToListAsync(cancellation);
        var report = SimulationSummary.Of(
            [
                .. rows.Select(found => new SimulatedOutcome(
                    new SimulatedSubmission(found.CaseNumber, Facts.Empty, default) { Industry = found.IndustryCode ?? "", District = found.District, SubmittedAt = found.SubmittedAt ?? default },
                    found.Row.Before,
                    found.Row.After,
                    DryRunEffects.Read(found.Row.Effects),
                    [],
                    [])),
            ],
            LineOf(run));
        var moves = report.Moves.ToDictionary(move => move.Outcome.Submission.Key, StringComparer.Ordinal);
        foreach (var found in rows)
        {
            var move = moves[found.CaseNumber];
            found.Row.Place(move.RankBefore, move.RankAfter, move.Crossing switch { LineCrossing.Enters => DryRunCrossing.Enters, LineCrossing.Leaves => DryRunCrossing.Leaves, _ => DryRunCrossing.None });
        }

        var before = await db.RuleSetVersions.AsNoTracking().FirstAsync(row => row.Id == run.BaseVersionId, cancellation);
        var after = await db.RuleSetVersions.AsNoTracking().FirstAsync(row => row.Id == run.VersionId, cancellation);
        report = report with { WithRefusedAnswers = rows.Count(found => found.Row.RefusedAnswers > 0) };
        run.Finish(DryRunReport.Of(report, RuleSetDocuments.SetOf(before), RuleSetDocuments.SetOf(after)).Write(), clock.GetUtcNow());
        Tell(run, after);
        return OutboxOutcome.Done;
    }

    private static SimulationLine? LineOf(DryRun run) =>
        run.LinePoints is { } points ? new SimulationLine(SimulationLineKind.Points, points)
        : run.LinePlaces is { } places ? new SimulationLine(SimulationLineKind.Places, places)
        : null;

    private void Tell(DryRun run, RuleSetVersion version) => db.Add(new OutboxMessage
    {
        Id = Guid.CreateVersion7(run.EndedAt!.Value),
        MunicipalityId = run.MunicipalityId,
        Kind = NotifyPerson.Kind,
        Payload = JsonSerializer.Serialize(
            new NotifyPerson(run.StartedBy.Value, $"试算完成：{version.Title} {version.Version}", $"{run.Total} 份申报已全部试算，可以查看得分分布、名次变化和原因。", Destination.DryRun(run.Id.Value)),
            JsonSerializerOptions.Web),
        CreatedAt = run.EndedAt.Value,
        DueAt = run.EndedAt.Value,
    });
}
