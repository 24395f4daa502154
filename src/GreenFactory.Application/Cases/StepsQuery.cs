using GreenFactory.Application.Access;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;

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
/// Which steps a case has now, who may take them, and what is missing: pages ask what the use cases will ask. Guards whose data were read
/// already cost no query, that of four eyes one.
/// </summary>
public sealed class StepsQuery(StepProver prover, CurrentAccess access, TimeProvider clock)
{
    /// <summary>Reads.</summary>
    /// <param name="declaration">The case.</param>
    /// <param name="actions">The actions that the page asks about; guards of others are not read.</param>
    /// <param name="known">What the page has read already.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<OpenSteps> ReadAsync(Declaration declaration, IReadOnlyCollection<CaseAction> actions, StepKnown known, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var steps = actions.Select(action => new StepAtWork(declaration, new CaseStep(action) { Known = known }, access.Scope, now)).Where(step => step.Transition is not null).ToList();
        var asked = steps.Where(step => step.IsMine).ToList();
        var proved = asked.Count == 0 ? [] : await ProveAsync(asked, cancellation);
        return new OpenSteps([.. steps.Select(step => new OpenStep(
            step.Transition!, step.IsMine, step.IsMine ? [.. step.Transition!.Guards.Where(guard => prover.IsKnownBefore(guard) && !proved.Contains(guard))] : []))]);
    }

    /// <summary>Guards of several steps of one case, each read once.</summary>
    private async Task<HashSet<CaseGuard>> ProveAsync(List<StepAtWork> steps, CancellationToken cancellation)
    {
        var (proved, asked) = (new HashSet<CaseGuard>(), new HashSet<CaseGuard>());
        foreach (var step in steps)
        {
            proved.UnionWith((await prover.ProveAsync([step], guard => prover.IsKnownBefore(guard) && asked.Add(guard), cancellation))[step.Id]);
        }

        return proved;
    }
}
