using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Honours;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Declarations;

/// <summary>The applicant turns a case that is not submitted into the other kind: 新申报 into 对标, or the other way round.</summary>
/// <param name="Declaration">The case.</param>
/// <param name="Purpose">What it is for from now on.</param>
public sealed record ChangePurpose(DeclarationId Declaration, DeclarationPurpose Purpose);

/// <summary>Changes the purpose, if the register allows the new one; answers and files stay.</summary>
public sealed class ChangePurposeHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner, RegisterStandingReader register)
{
    /// <summary>Changes.</summary>
    public Task<Result> HandleAsync(ChangePurpose command, CancellationToken cancellation) =>
        runner.RunAsync(ProcessKind.ChangePurpose, null, process => ChangeAsync(command, process, cancellation), cancellation);

    private async Task<Result> ChangeAsync(ChangePurpose command, RunningProcess process, CancellationToken cancellation)
    {
        if (await db.Declarations.FirstOrDefaultAsync(row => row.Id == command.Declaration, cancellation) is not { } declaration)
        {
            return ProcessErrors.NotFound;
        }

        if ((await register.ReadAsync(declaration.OrganisationId, process.Now, cancellation)).Refuses(command.Purpose) is { } ground)
        {
            return ground;
        }

        var before = declaration.Purpose;
        if (before == command.Purpose)
        {
            process.LeaveAsItIs();
            return Result.Success;
        }

        var changed = declaration.ChangePurpose(command.Purpose);
        if (changed.Succeeded)
        {
            process.Record(EventKind.PurposeChanged, declaration, $"申报类别由“{CaseWords.Of(before)}”改为“{CaseWords.Of(command.Purpose)}”，经办人 {access.Scope.PersonName}");
        }

        return changed;
    }
}
