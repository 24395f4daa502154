using GreenFactory.Application.Access;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Cases;

/// <summary>A step that a case has now.</summary>
/// <param name="Transition">The step, with who may take it.</param>
/// <param name="IsMine">Whether this person may.</param>
/// <param name="Missing">What is not proved yet; empty where the step is not this person's. What is given with the step itself is not in it.</param>
public sealed record OpenStep(CaseTransition Transition, bool IsMine, IReadOnlyList<CaseGuard> Missing)
{
    /// <summary>Whether a page offers it: it is this person's, the time is right, and the person is not involved. What else is missing is work, and said.</summary>
    public bool IsOffered => IsMine && !Missing.Any(guard => guard is CaseGuard.FourEyes or CaseGuard.WindowOpen);
}

/// <summary>The steps that a case has now, of those asked about.</summary>
public sealed class OpenSteps(IReadOnlyList<OpenStep> steps)
{
    /// <summary>No step.</summary>
    public static OpenSteps None { get; } = new([]);

    /// <summary>All of them, in the order of the table.</summary>
    public IReadOnlyList<OpenStep> All => steps;

    /// <summary>Whether one of them is a step of this person's role.</summary>
    public bool AreMine => steps.Any(step => step.IsMine);

    /// <summary>Whether the person is kept from a step by the rule of four eyes.</summary>
    public bool IsInvolved => steps.Any(step => step.Missing.Contains(CaseGuard.FourEyes));

    /// <summary>Whether one of these actions is offered.</summary>
    public bool Offers(params ReadOnlySpan<CaseAction> actions)
    {
        foreach (var step in steps)
        {
            if (step.IsOffered && actions.Contains(step.Transition.Action))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Everything that is missing for one of them, each once.</summary>
    public IReadOnlyList<CaseGuard> Missing => [.. steps.SelectMany(step => step.Missing).Distinct().Order()];
}

/// <summary>
/// Which steps cases have now, who may take them, and what is missing: pages ask what the use cases will ask. Guards whose data were read
/// already cost no query, that of four eyes one, for any number of cases.
/// </summary>
public sealed class StepsQuery(PortalDbContext db, StepProver prover, CurrentAccess access, TimeProvider clock)
{
    /// <summary>Reads the steps of one case.</summary>
    /// <param name="declaration">The case.</param>
    /// <param name="actions">The actions that the page asks about; guards of others are not read.</param>
    /// <param name="known">What the page has read already.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<OpenSteps> ReadAsync(Declaration declaration, IReadOnlyCollection<CaseAction> actions, StepKnown known, CancellationToken cancellation) =>
        (await ReadAsync([declaration], actions, _ => known, cancellation)).GetValueOrDefault(declaration.Id, OpenSteps.None);

    /// <summary>Reads the steps of the cases of a list; a case that this person does not see, or that has none of the steps, is not in it.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="actions">The actions that the page asks about; guards of others are not read.</param>
    /// <param name="known">What the page has read of a case already; null for nothing.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyDictionary<DeclarationId, OpenSteps>> ReadAsync(
        IReadOnlyCollection<DeclarationId> cases, IReadOnlyCollection<CaseAction> actions, Func<DeclarationId, StepKnown>? known, CancellationToken cancellation) => cases.Count == 0
        ? new Dictionary<DeclarationId, OpenSteps>()
        : await ReadAsync(await db.Declarations.AsNoTracking().Where(row => cases.Contains(row.Id)).ToListAsync(cancellation), actions, known ?? (_ => StepKnown.Nothing), cancellation);

    private async Task<Dictionary<DeclarationId, OpenSteps>> ReadAsync(
        IReadOnlyList<Declaration> declarations, IReadOnlyCollection<CaseAction> actions, Func<DeclarationId, StepKnown> known, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var steps = declarations.SelectMany(declaration => actions.Select(action => new StepAtWork(declaration, new CaseStep(action) { Known = known(declaration.Id) }, access.Scope, now)))
            .Where(step => step.Transition is not null).ToList();
        var proved = await prover.ProveAsync(steps, prover.IsKnownBefore, cancellation);
        return steps.GroupBy(step => step.Id).ToDictionary(
            group => group.Key,
            group => new OpenSteps([.. group.Select(step => new OpenStep(
                step.Transition!, step.IsMine, step.IsMine ? [.. step.Transition!.Guards.Where(guard => prover.IsKnownBefore(guard) && !proved[step.Id].Contains(guard))] : []))]));
    }
}
