using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Cases;

/// <summary>
/// The one way in which a case takes a step: it is loaded, every guard of the table is proved from data, the step is taken, and then the use
/// case tells what happened. No other code calls <see cref="Declaration.Take"/>; a test of the architecture holds that.
/// </summary>
public sealed class CaseSteps(PortalDbContext db, CurrentAccess access, StepProver prover)
{
    /// <summary>The case, to be changed; null when this person does not see it.</summary>
    public Task<Declaration?> FindAsync(DeclarationId id, CancellationToken cancellation) => db.Declarations.FirstOrDefaultAsync(row => row.Id == id, cancellation);

    /// <summary>Loads a case, takes the step and, when it was taken, tells.</summary>
    /// <param name="process">The process at work.</param>
    /// <param name="id">The case; refused with <see cref="ProcessErrors.NotFound"/> when this person does not see it.</param>
    /// <param name="step">The step.</param>
    /// <param name="tell">Records what happened and tells whom it concerns.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Result> TakeAsync(RunningProcess process, DeclarationId id, CaseStep step, Action<Declaration> tell, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } declaration)
        {
            return ProcessErrors.NotFound;
        }

        var taken = await TakeAsync(process, declaration, step, cancellation);
        if (taken.Succeeded)
        {
            tell(declaration);
        }

        return taken;
    }

    /// <summary>Takes a step on a case that is loaded.</summary>
    public Task<Result> TakeAsync(RunningProcess process, Declaration declaration, CaseStep step, CancellationToken cancellation) =>
        TakeAsync(process, [declaration], step, cancellation);

    /// <summary>Takes the same step on several cases, proved together; the first that is refused refuses all.</summary>
    public async Task<Result> TakeAsync(RunningProcess process, IReadOnlyList<Declaration> declarations, CaseStep step, CancellationToken cancellation)
    {
        var steps = declarations.Select(declaration => new StepAtWork(declaration, step, access.Scope, process.Now)).ToList();
        var proved = await prover.ProveAsync(steps, _ => true, cancellation);
        return steps.Select(at => at.Declaration.Take(step.Action, access.Scope.ActorOn(at.Declaration), [.. proved[at.Id]], process.Now))
            .FirstOrDefault(taken => !taken.Succeeded) ?? Result.Success;
    }
}
