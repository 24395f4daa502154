using System.Text.Json;
using GreenFactory.Application.Data;
using GreenFactory.Application.Outbox;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Simulation;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.RuleLibrary.DryRuns;

/// <summary>Outbox work: score the next submissions of a dry run.</summary>
/// <param name="DryRunId">The dry run.</param>
public sealed record DryRunStep(Guid DryRunId)
{
    /// <summary>Kind of the outbox message.</summary>
    public const string Kind = "dry-run-step";
}

/// <summary>
/// Scores the next submissions of a dry run and asks for the step after. Rows, progress and the next step are stored in one transaction,
/// so that a restart goes on where the last step ended. Five queries.
/// </summary>
public sealed class DryRunStepHandler(PortalDbContext db, FrozenSubmissionReader submissions, TimeProvider clock) : IOutboxHandler
{
    /// <summary>Submissions of one step.</summary>
    public const int Size = 500;

    /// <inheritdoc/>
    public string Kind => DryRunStep.Kind;

    /// <inheritdoc/>
    public async Task<OutboxOutcome> HandleAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var id = new DryRunId(OutboxPayload.Read<DryRunStep>(message).DryRunId);
        var now = clock.GetUtcNow();
        var run = await db.DryRuns.FirstAsync(row => row.Id == id, cancellation);
        if (run.State is not DryRunState.Running)
        {
            return OutboxOutcome.Done;
        }

        var before = await db.RuleSetVersions.AsNoTracking().FirstAsync(row => row.Id == run.BaseVersionId, cancellation);
        var after = await db.RuleSetVersions.AsNoTracking().FirstAsync(row => row.Id == run.VersionId, cancellation);
        if (after.ContentHash != run.VersionHash)
        {
            run.Stop("试算期间该版本的内容被修改，结果不再对应同一份规则。请重新试算。", now);
            return OutboxOutcome.Done;
        }

        var next = await submissions.Until(run.StartedAt)
            .Where(row => row.Campaign == run.CampaignId && row.Version == run.BaseVersionId && !db.DryRunRows.Any(done => done.DryRunId == run.Id && done.DeclarationId == row.Declaration))
            .OrderBy(row => row.CaseNumber).Take(Size).AsNoTracking().ToListAsync(cancellation);
        var outcomes = RuleSetSimulation.Between(RuleSetDocuments.SetOf(before), RuleSetDocuments.SetOf(after))
            .ScoreAll([.. next.Select(row => new SimulatedSubmission(row.CaseNumber, FactsJson.Read(row.Facts).Facts, row.AsOf))], workers: 1);
        foreach (var (submission, outcome) in next.Zip(outcomes))
        {
            if (outcome.Before != submission.Total)
            {
                run.Stop($"案件 {submission.CaseNumber} 的冻结得分 {submission.Total} 与重算的 {outcome.Before} 不一致，试算停止。请联系系统管理员核对。", now);
                return OutboxOutcome.GivenUp($"Frozen total of case {submission.CaseNumber} is {submission.Total}, recomputed {outcome.Before}.");
            }

            db.Add(DryRunRow.Create(run, submission.Declaration, outcome.Before, outcome.After, DryRunEffects.Write(outcome.Effects), outcome.RefusedAfter.Count));
        }

        run.Advance(next.Count);
        db.Add(new OutboxMessage
        {
            Id = Guid.CreateVersion7(now),
            MunicipalityId = run.MunicipalityId,
            Kind = next.Count == Size ? DryRunStep.Kind : DryRunEnd.Kind,
            Payload = next.Count == Size ? JsonSerializer.Serialize(new DryRunStep(run.Id.Value), JsonSerializerOptions.Web) : JsonSerializer.Serialize(new DryRunEnd(run.Id.Value), JsonSerializerOptions.Web),
            CreatedAt = now,
            DueAt = now,
        });
        return OutboxOutcome.Done;
    }
}
