using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Ports;
using GreenFactory.Application.Reviews;
using GreenFactory.Application.Validation;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Departments;

/// <summary>A department answers what it was asked.</summary>
/// <param name="Opinion">The question.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Text">In words.</param>
/// <param name="Attachment">A document, or null; the stream must seek.</param>
/// <param name="AttachmentName">Its name as the browser sent it.</param>
public sealed record GiveOpinion(DepartmentOpinionId Opinion, OpinionKind? Kind, string? Text, Stream? Attachment = null, string? AttachmentName = null);

/// <summary>Keeps a department's opinion.</summary>
public sealed class GiveOpinionHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner, CheckedFiles files)
{
    private const int LongestText = 500;

    /// <summary>Answers.</summary>
    public async Task<Result> HandleAsync(GiveOpinion command, CancellationToken cancellation)
    {
        if (command.Kind is null)
        {
            return new Error("opinion.kind", "请选择意见：无意见、有意见或存在不得推荐情形。", "Kind");
        }

        if (LengthRules.TooLong("具体情形", command.Text, LongestText, "Text") is { } tooLong)
        {
            return tooLong;
        }

        var kept = command.Attachment is { } content
            ? await files.KeepAsync(content, command.AttachmentName ?? "", [FileKind.Pdf, FileKind.Jpeg, FileKind.Png, FileKind.Docx, FileKind.Xlsx], cancellation)
            : null;
        return kept is { Succeeded: false }
            ? Result.Failure([kept.Error.At("Attachment")])
            : await runner.RunAsync("GiveOpinion", null, process => GiveAsync(command, kept?.Value, process, cancellation), cancellation);
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

        var given = opinion.Give(command.Kind!.Value, command.Text ?? "", access.Scope.PersonName, process.Now);
        if (!given.Succeeded)
        {
            return given;
        }

        if (attachment is not null)
        {
            opinion.Attach(attachment.Name, FileKinds.MediaType(attachment.Kind), attachment.Hash.Hex);
        }

        var name = await db.Departments.Where(row => row.Id == opinion.DepartmentId).Select(row => row.Name).FirstAsync(cancellation);
        process.Record("OpinionGiven", declaration, $"{name}反馈：{ReviewWords.Of(command.Kind.Value)}", Audience.Officers);
        if (command.Kind is not OpinionKind.NoComment)
        {
            process.Notify(declaration, Desk.District, $"{name}反馈：{ReviewWords.Of(command.Kind.Value)}", command.Text!.Trim(), $"/district/cases/{declaration.Id.Value}/opinions");
        }

        return Result.Success;
    }
}
