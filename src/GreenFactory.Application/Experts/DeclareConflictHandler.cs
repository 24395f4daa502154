using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Application.Validation;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Experts;

/// <summary>An expert's declaration on conflict of interest (回避声明).</summary>
/// <param name="Conflict">True for a conflict, false for none, null when nothing was chosen.</param>
public sealed record DeclareConflict(ExpertAssignmentId Assignment, bool? Conflict, string? Reason);

/// <summary>Takes the declaration: none opens the case to the expert; a conflict hides it for good and asks the city for a replacement.</summary>
public sealed class DeclareConflictHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner)
{
    private const int ShortestReason = 2;
    private const int LongestReason = 300;

    /// <summary>Declares.</summary>
    public async Task<Result> HandleAsync(DeclareConflict input, CancellationToken cancellation)
    {
        var reason = WrittenText.Said(input.Reason);
        if (input.Conflict is not { } conflict)
        {
            return new Error("conflict.not_chosen", "请选择有无需要回避的情形。", "Conflict");
        }

        if (conflict && !WrittenText.IsBetween(reason, ShortestReason, LongestReason))
        {
            return new Error("conflict.reason", LengthRules.Refusal("回避的情形", reason, ShortestReason, LongestReason), "Reason");
        }

        if (!conflict && !WrittenText.SaysNothing(reason))
        {
            return AssessmentErrors.ConflictDescribed;
        }

        return await runner.RunAsync(
            ProcessKind.DeclareConflict,
            conflict ? reason : null,
            async process =>
            {
                var person = access.Scope.RequiredUser;
                if (await db.ExpertAssignments.FirstOrDefaultAsync(row => row.Id == input.Assignment && row.ExpertId == person, cancellation) is not { } assignment)
                {
                    return ProcessErrors.NotFound;
                }

                var declared = assignment.Declare(conflict, reason, process.Now);
                if (!declared.Succeeded)
                {
                    return declared;
                }

                process.Record(conflict ? EventKind.ConflictDeclared : EventKind.NoConflictDeclared, $"{assignment.ExpertName}对 {assignment.CaseNumber} 声明{(conflict ? "回避" : "无需回避")}");
                if (conflict)
                {
                    process.Enqueue(NotifyDesk.Kind, new NotifyDesk(
                        assignment.DeclarationId.Value, Desk.City, $"{assignment.CaseNumber} 需更换专家", $"{assignment.ExpertName}声明回避：{reason}", Destination.Panels));
                }

                return Result.Success;
            },
            cancellation);
    }
}
