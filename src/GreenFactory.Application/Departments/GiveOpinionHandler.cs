using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Application.Reviews;
using GreenFactory.Application.Validation;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Departments;

/// <summary>A department answers what it was asked, or corrects its answer.</summary>
/// <param name="Opinion">The question.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Text">In words.</param>
/// <param name="Seen">The version the person was shown; 0 for none.</param>
/// <param name="CorrectionReason">Why an earlier version is corrected; required from the second version on.</param>
/// <param name="Attachment">A document, or null; the stream must seek.</param>
/// <param name="AttachmentName">Its name as the browser sent it.</param>
public sealed record GiveOpinion(
    DepartmentOpinionId Opinion, OpinionKind? Kind, string? Text, int Seen = 0, string? CorrectionReason = null, Stream? Attachment = null, string? AttachmentName = null);

/// <summary>Keeps a department's opinion as a new version; the earlier ones stay.</summary>
public sealed class GiveOpinionHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner, CheckedFiles files)
{
    /// <summary>Most characters of what a department says.</summary>
    public const int LongestText = 500;

    /// <summary>Answers.</summary>
    public async Task<Result> HandleAsync(GiveOpinion command, CancellationToken cancellation)
    {
        if (command.Kind is null)
        {
            return new Error("opinion.kind", "请选择意见：无意见、有意见或存在不得推荐情形。", "Kind");
        }

        if (LengthRules.TooLong(OpinionSheet.SaidLabel, command.Text, LongestText, "Text") is { } tooLong)
        {
            return tooLong;
        }

        var kept = command.Attachment is { } content
            ? await files.KeepAsync(content, command.AttachmentName ?? "", [FileKind.Pdf, FileKind.Ofd, FileKind.Jpeg, FileKind.Png, FileKind.Docx, FileKind.Xlsx], cancellation)
            : null;
        return kept is { Succeeded: false }
            ? Result.Failure([kept.Error.At("Attachment")])
            : await runner.RunAsync(ProcessKind.GiveOpinion, command.CorrectionReason, process => GiveAsync(command, kept?.Value, process, cancellation), cancellation);
    }

    private async Task<Result> GiveAsync(GiveOpinion command, KeptFile? attachment, RunningProcess process, CancellationToken cancellation)
    {
        var opinion = await db.DepartmentOpinions.FirstOrDefaultAsync(row => row.Id == command.Opinion, cancellation);
        var declaration = opinion is null ? null : await db.Declarations.AsNoTracking().FirstOrDefaultAsync(row => row.Id == opinion.DeclarationId, cancellation);
        if (opinion is null || declaration is null)
        {
            return ProcessErrors.NotFound;
        }

        if (declaration.State is not (CaseState.DistrictReview or CaseState.Returned))
        {
            return DistrictErrors.NotInReview(declaration.State);
        }

        var file = attachment is null ? null : new OpinionAttachment(attachment.Name, FileKinds.MediaType(attachment.Kind), attachment.Hash.Hex);
        var before = opinion.Kind;
        var given = opinion.Give(
            new OpinionVersionId(process.NewId()), (command.Kind!.Value, command.Text ?? "", file), command.Seen, command.CorrectionReason ?? "", access.Scope.RequiredUser, access.Scope.PersonName, process.Now);
        if (!given.Succeeded)
        {
            return given.ToResult();
        }

        var version = given.Value;
        db.Add(version);
        var name = await db.Departments.Where(row => row.Id == opinion.DepartmentId).Select(row => row.Name).FirstAsync(cancellation);
        process.Record(
            version.Sequence == 1 ? EventKind.OpinionGiven : EventKind.OpinionCorrected,
            declaration,
            Sentence(name, before, version),
            new { opinion = opinion.Id.Value, version.Sequence, kind = version.Kind.ToString(), version.Text, version.Reason, version.AttachmentHash });
        if (version.Kind is not OpinionKind.NoComment || version.Sequence > 1)
        {
            process.Notify(
                declaration, Desk.District, version.Sequence == 1 ? $"{name}反馈：{ReviewWords.Of(version.Kind)}" : $"{name}更正意见：{ReviewWords.Of(version.Kind)}",
                version.Sequence == 1 ? version.Text : $"原意见：{ReviewWords.Of(before!.Value)}。更正理由：{version.Reason}{(version.Text.Length > 0 ? $"\n{version.Text}" : "")}",
                Destination.CaseOpinions(declaration.Id));
        }

        return Result.Success;
    }

    private static string Sentence(string department, OpinionKind? before, OpinionVersion version) =>
        (version.Sequence == 1 ? $"{department}反馈：{ReviewWords.Of(version.Kind)}" : $"{department}更正意见（第 {version.Sequence} 版）：由“{ReviewWords.Of(before!.Value)}”改为“{ReviewWords.Of(version.Kind)}”")
        + (version.Text.Length > 0 ? $"，{version.Text}" : "")
        + (version.Reason.Length > 0 ? $"，更正理由：{version.Reason}" : "");
}
