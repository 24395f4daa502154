using GreenFactory.Application.Access;
using GreenFactory.Application.Data;
using GreenFactory.Application.Outbox;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Application.Ports.Scanning;
using GreenFactory.Domain.Evidence;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Evidence;

/// <summary>Scans a file that waits because the scanner could not be reached when it was uploaded; waits on while the scanner is away.</summary>
public sealed class ScanEvidenceHandler(PortalDbContext db, CurrentAccess access, IFileStore store, IVirusScanner scanner) : IOutboxHandler
{
    /// <inheritdoc/>
    public string Kind => ScanEvidence.Kind;

    /// <inheritdoc/>
    public async Task<OutboxOutcome> HandleAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var key = new EvidenceId(OutboxPayload.Read<ScanEvidence>(message).Evidence);
        if (await db.EvidenceFiles.FirstOrDefaultAsync(row => row.Id == key && row.Scan == ScanState.Pending, cancellation) is not { } file)
        {
            return OutboxOutcome.Done;
        }

        var folder = await EvidenceFolder.OfAsync(db, access.Scope.Municipality, cancellation);
        if (!FileHash.TryParse(file.ContentHash, out var hash) || await store.OpenAsync(folder, hash, cancellation) is not { } content)
        {
            return OutboxOutcome.Later($"The bytes of evidence {key.Value} are not in the store.");
        }

        ScanResult verdict;
        await using (content)
        {
            verdict = await scanner.ScanAsync(content, cancellation);
        }

        if (EvidenceScan.Read(verdict) is not var (state, note))
        {
            return OutboxOutcome.Later($"The virus scanner could not be reached; evidence {key.Value} waits.");
        }

        if (verdict is ScanResult.Infected)
        {
            await store.QuarantineAsync(folder, hash, cancellation);
        }

        file.Scanned(state, note);
        return OutboxOutcome.Done;
    }
}
