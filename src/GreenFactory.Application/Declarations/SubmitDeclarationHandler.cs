using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Data;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Application.Honours;
using GreenFactory.Application.Messages;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Declarations;

/// <summary>The signer promises the truth and submits, or submits again after a return for correction.</summary>
/// <param name="Declaration">The case.</param>
/// <param name="Token">Key that the sign page was opened with; the same key never makes two submissions.</param>
/// <param name="Promise">Whether 真实性承诺 is ticked.</param>
/// <param name="Signature">The signer's name as typed.</param>
public sealed record SubmitDeclaration(DeclarationId Declaration, Guid Token, bool Promise, string Signature);

/// <summary>A submission the person may look at.</summary>
/// <param name="Id">The submission.</param>
/// <param name="Repeated">True when it had been made before and nothing was done now.</param>
public sealed record SubmissionMade(SubmissionId Id, bool Repeated);

/// <summary>Submits a case: freezes the declared score, keeps the snapshot, and hands the case to the district.</summary>
public sealed class SubmitDeclarationHandler(
    PortalDbContext db,
    CurrentAccess access,
    ProcessRunner runner,
    CaseSteps steps,
    ApplicantCaseReader cases,
    CaseChangesQuery differences,
    RegisterStandingReader register,
    ScoreFreezer freezer)
{
    /// <summary>Submits once: a second press, a second tab or a repeated request finds the first submission.</summary>
    public async Task<Result<SubmissionMade>> HandleAsync(SubmitDeclaration command, CancellationToken cancellation)
    {
        if (await FindAsync(command, cancellation) is { } before)
        {
            return before;
        }

        var outcome = await runner.RunAsync(ProcessKind.SubmitDeclaration, null, process => SubmitAsync(command, process, cancellation), cancellation);
        return !outcome.Succeeded && await FindAsync(command, cancellation) is { } meanwhile ? meanwhile : outcome;
    }

    /// <summary>The submission made with this key, or the latest one when the case has left the applicant's hands.</summary>
    private async Task<SubmissionMade?> FindAsync(SubmitDeclaration command, CancellationToken cancellation)
    {
        var key = new SubmissionId(command.Token);
        var state = await db.Declarations.Where(row => row.Id == command.Declaration).Select(row => (CaseState?)row.State).FirstOrDefaultAsync(cancellation);
        var inHand = state is CaseState.Draft or CaseState.Returned or CaseState.Withdrawn or null;
        var made = await db.Submissions
            .Where(row => row.DeclarationId == command.Declaration && (row.Id == key || !inHand))
            .OrderByDescending(row => row.Sequence)
            .Select(row => (SubmissionId?)row.Id)
            .FirstOrDefaultAsync(cancellation);
        return made is { } id ? new SubmissionMade(id, true) : null;
    }

    private async Task<Result<SubmissionMade>> SubmitAsync(SubmitDeclaration command, RunningProcess process, CancellationToken cancellation)
    {
        if (await cases.ReadAsync(command.Declaration, cancellation) is not { } work)
        {
            return ProcessErrors.NotFound;
        }

        if (!command.Promise)
        {
            return ApplicantErrors.NotPromised;
        }

        if (!ComparableText.IsSameName(command.Signature, access.Scope.PersonName))
        {
            return ApplicantErrors.WrongSignature(access.Scope.PersonName);
        }

        var declaration = work.Declaration;
        var again = declaration.State is CaseState.Returned;
        if (!again && !work.WindowOpen)
        {
            return ProcessErrors.DeadlineOver;
        }

        if ((await register.ReadAsync(declaration.OrganisationId, process.Now, cancellation)).Refuses(declaration.Purpose) is { } ground)
        {
            return ground;
        }

        var changes = await differences.SinceLastAsync(work, cancellation);
        if (changes is not null && MoreThanReturned(work.Unlocked, changes) is { Count: > 0 } more)
        {
            return ApplicantErrors.MoreThanReturned(more);
        }

        var asked = new CaseStep(again ? CaseAction.Resubmit : CaseAction.Submit) { Promise = new Promise(command.Promise, command.Signature), Known = new StepKnown { Work = work } };
        var step = await steps.TakeAsync(process, declaration, asked, cancellation);
        if (!step.Succeeded)
        {
            return Result<SubmissionMade>.Failure(step.Errors);
        }

        var (score, _) = await freezer.FreezeAsync(process, declaration, ScoreParty.Declared, work.Facts!.Facts, work.Campaign.ParametersAsOf, cancellation);
        var sequence = 1 + (await db.Submissions.Where(row => row.DeclarationId == declaration.Id).MaxAsync(row => (int?)row.Sequence, cancellation) ?? 0);
        var submission = Submission.Create(
            new SubmissionId(command.Token),
            declaration,
            sequence,
            string.Create(null, $"HZ-{declaration.CaseNumber}-{sequence}"),
            score,
            SubmissionSnapshot.Of(work).Write(),
            QualitySignals.Of(work).Count,
            access.Scope.RequiredUser,
            access.Scope.PersonName,
            process.Now);
        db.Add(submission);
        process.Record(
            again ? EventKind.DeclarationResubmitted : EventKind.DeclarationSubmitted,
            declaration,
            changes is null
                ? $"签署真实性承诺并提交，自评 {score.Total:0.00} 分，回执 {submission.ReceiptNumber}"
                : $"补正后重新提交，修改填报 {changes.Answers.Count} 处、材料 {changes.Files.Count} 份，自评 {changes.TotalBefore:0.00} → {score.Total:0.00} 分，回执 {submission.ReceiptNumber}",
            details: new { submission.ReceiptNumber, submission.ContentHash, changes });
        process.Notify(
            declaration,
            Desk.District,
            again ? $"{work.Organisation.Name} 已补正并重新提交" : $"{work.Organisation.Name} 提交了申报",
            $"案件 {declaration.CaseNumber}，自评 {score.Total:0.00} 分，请办理。",
            Destination.Workbench(declaration.Id));
        return new SubmissionMade(submission.Id, false);
    }

    private static List<string> MoreThanReturned(UnlockedPlaces open, CaseChanges changes) =>
    [
        .. changes.Answers.Where(answer => FormField.Read(answer.Field) is not { } field || !open.Field(field)).Select(answer => answer.Label),
        .. changes.Files.Where(file => !open.EvidenceOf(file.Subject)).Select(file => $"{file.Label}的材料“{file.Name}”"),
    ];
}
