using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Evidence.Inspection;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Application.Ports.Scanning;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Evidence;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Evidence;

/// <summary>A file for a gate or an indicator.</summary>
/// <param name="Declaration">The case.</param>
/// <param name="Subject">Code of the gate or indicator.</param>
/// <param name="FileName">Name as the browser sent it.</param>
/// <param name="Content">The bytes; the stream must seek.</param>
public sealed record UploadEvidence(DeclarationId Declaration, string Subject, string FileName, Stream Content);

/// <summary>
/// Takes a piece of evidence: checks name, size and content, keeps it under its SHA-256, has it scanned. When the scanner cannot be reached the file waits
/// and is not served.
/// </summary>
public sealed class UploadEvidenceHandler(
    PortalDbContext db,
    CurrentAccess access,
    ProcessRunner runner,
    RuleSetOfCaseReader ruleSets,
    UnlockedPlacesReader unlocked,
    IFileStore store,
    IVirusScanner scanner,
    FileLimits limits,
    HeldConnection held)
{
    /// <summary>Takes the file, or says what is wrong with it.</summary>
    public async Task<Result<EvidenceFile>> HandleAsync(UploadEvidence command, CancellationToken cancellation)
    {
        if (await RefuseAsync(command, cancellation) is { } refusal)
        {
            return refusal;
        }

        var inspection = FileInspection.Inspect(command.Content, command.FileName, limits);
        if (inspection is InspectionResult.Refused found)
        {
            return new Error(found.Refusal.Code, found.Refusal.Message, "Upload");
        }

        var accepted = (InspectionResult.Accepted)inspection;
        var folder = await EvidenceFolder.OfAsync(db, access.Scope.Municipality, cancellation);
        var kept = await store.StoreAsync(folder, command.Content, limits, cancellation);
        if (kept is StoreResult.Refused refused)
        {
            return new Error(refused.Refusal.Code, refused.Refusal.Message, "Upload");
        }

        var hash = ((StoreResult.Stored)kept).Hash;
        command.Content.Position = 0;
        held.GiveBack();
        var verdict = await scanner.ScanAsync(command.Content, cancellation);
        if (verdict is ScanResult.TooLong)
        {
            return EvidenceErrors.TooLongToScan;
        }

        if (verdict is ScanResult.Infected)
        {
            await store.QuarantineAsync(folder, hash, cancellation);
        }

        return await runner.RunAsync(ProcessKind.UploadEvidence, null, process => RecordAsync(command, accepted, hash, verdict, process, cancellation), cancellation);
    }

    private async Task<Error?> RefuseAsync(UploadEvidence command, CancellationToken cancellation)
    {
        if (await db.Declarations.AsNoTracking().FirstOrDefaultAsync(row => row.Id == command.Declaration, cancellation) is not { } declaration)
        {
            return ProcessErrors.NotFound;
        }

        if (!declaration.IsEditable)
        {
            return DeclarationErrors.NotEditable(declaration.State);
        }

        if (declaration.RuleSetVersionId is not { } version)
        {
            return ApplicantErrors.RuleSetFirst;
        }

        var set = (await ruleSets.ReadAsync(version, cancellation)).RuleSet;
        return set.Gates.All(gate => gate.Code != command.Subject) && set.Indicators.All(indicator => indicator.Code != command.Subject) ? EvidenceErrors.NoSuchSubject
            : (await unlocked.ReadAsync(declaration, cancellation)).EvidenceOf(command.Subject) ? null
            : EvidenceErrors.NotReturned;
    }

    private async Task<Result<EvidenceFile>> RecordAsync(
        UploadEvidence command, InspectionResult.Accepted accepted, FileHash hash, ScanResult verdict, RunningProcess process, CancellationToken cancellation)
    {
        if (await db.Declarations.FirstOrDefaultAsync(row => row.Id == command.Declaration, cancellation) is not { } declaration)
        {
            return ProcessErrors.NotFound;
        }

        var same = await db.EvidenceFiles.AsNoTracking()
            .Where(row => row.DeclarationId == declaration.Id && row.SubjectCode == command.Subject && row.ContentHash == hash.Hex && row.RemovedAt == null)
            .Select(row => row.FileName).FirstOrDefaultAsync(cancellation);
        if (same is not null)
        {
            return EvidenceErrors.SameFile(same);
        }

        var file = EvidenceFile.Create(
            new EvidenceId(process.NewId()),
            declaration,
            command.Subject,
            accepted.Name,
            FileKinds.MediaType(accepted.Kind),
            accepted.Bytes,
            hash.Hex,
            access.Scope.RequiredUser,
            process.Now);
        if (EvidenceScan.Read(verdict) is var (state, note))
        {
            file.Scanned(state, note);
        }
        else
        {
            process.Enqueue(ScanEvidence.Kind, new ScanEvidence(file.Id.Value));
        }

        db.Add(file);
        process.Record(
            EventKind.EvidenceUploaded, declaration, $"上传材料“{file.FileName}”", new { evidence = file.Id.Value, subject = file.SubjectCode, hash = file.ContentHash, bytes = file.Length });
        return file;
    }
}
