using GreenFactory.Application.Access;
using GreenFactory.Application.Audit.Verification;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Ports.Signing;
using GreenFactory.Application.Signing;
using GreenFactory.Domain.Honours;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace GreenFactory.Application.Audit;

/// <summary>What became of the head of a day.</summary>
public enum CheckpointOutcome
{
    /// <summary>It was signed and kept.</summary>
    Kept,

    /// <summary>It is kept already.</summary>
    KeptBefore,

    /// <summary>The log is not the one of the heads before: nothing is signed.</summary>
    Refused,

    /// <summary>No pinned key can sign.</summary>
    NotSigned,
}

/// <summary>
/// Signs the head of the municipality's log once a day and keeps it outside the database. Before that the whole log is walked over; a log
/// that is not a continuation of every head kept so far is not signed; the alarm is logged and told to administrators and city officers.
/// </summary>
public sealed partial class KeepCheckpointHandler(
    PortalDbContext db, CurrentAccess access, MunicipalityCodeReader codes, SigningKeyRing ring, EventLogHeadSigner signer, ICheckpointStore store,
    ITrustedKeys trusted, ISignatureVerifier verifier, RaiseAlarmHandler alarms, TimeProvider clock, ILogger<KeepCheckpointHandler> logger)
{
    /// <summary>Keeps the head of today, in Beijing time.</summary>
    public async Task<CheckpointOutcome> HandleAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var day = DateOnly.FromDateTime(ChinaTime.Of(now).DateTime);
        var code = await codes.ReadAsync(cancellation);
        await ring.PrepareAsync(SigningPurpose.Lists, now, cancellation);
        await ring.PrepareAsync(SigningPurpose.EventLog, now, cancellation);
        if (store.Has(code, day))
        {
            return CheckpointOutcome.KeptBefore;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var check = await WalkAsync(code, cancellation);
        if (check is null)
        {
            return CheckpointOutcome.Refused;
        }

        if (await signer.SignAsync(check.Size, check.Root(), now, cancellation) is not { } note)
        {
            return CheckpointOutcome.NotSigned;
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        store.Keep(code, day, note);
        Kept(code, check.Size);
        return CheckpointOutcome.Kept;
    }

    private async Task<EventLogCheck?> WalkAsync(string code, CancellationToken cancellation)
    {
        var heads = new SignedHeads(code, trusted.All, verifier);
        foreach (var kept in store.All(code))
        {
            heads.Add(kept);
        }

        var check = new EventLogCheck(code, heads);
        await foreach (var entry in EventLogReader.ReadAsync((NpgsqlConnection)db.Database.GetDbConnection(), access.Scope.Municipality.Value, cancellation))
        {
            check.Add(entry);
        }

        check.End();
        foreach (var finding in check.Findings.Concat(heads.Findings))
        {
            Found(code, finding.Message);
        }

        // The first finding stands for the failure: a log that goes on growing is not told of again.
        if (check.Findings.Concat(heads.Findings).FirstOrDefault() is { } first)
        {
            await alarms.HandleAsync($"event-log\n{first.Message}", "事件日志与此前签署的日志头不一致，今日没有签署。", cancellation);
        }

        return check.Findings.Count + heads.Findings.Count == 0 ? check : null;
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Municipality}: the log of events does not verify, its head is not signed: {Finding} Run 'gf audit verify' and keep the database as it is.")]
    private partial void Found(string municipality, string finding);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Municipality}: the head of the log over {Size} events was signed and kept.")]
    private partial void Kept(string municipality, long size);
}
