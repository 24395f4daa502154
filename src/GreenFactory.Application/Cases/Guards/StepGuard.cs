using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Cases.Guards;

/// <summary>Proves one guard of the table of steps from data. There is one for each <see cref="CaseGuard"/>.</summary>
public abstract class StepGuard
{
    /// <summary>What it proves.</summary>
    public abstract CaseGuard Guard { get; }

    /// <summary>Whether it is about what is given or made with the step itself, so that nothing can be said before.</summary>
    public virtual bool IsGivenWithStep => false;

    /// <summary>The cases for which it holds.</summary>
    public abstract Task<IReadOnlyCollection<DeclarationId>> ProveAsync(IReadOnlyList<StepAtWork> steps, CancellationToken cancellation);
}

/// <summary>A guard about what is given or made with the step; it asks the database nothing.</summary>
public abstract class GivenGuard : StepGuard
{
    /// <inheritdoc/>
    public sealed override bool IsGivenWithStep => true;

    /// <inheritdoc/>
    public sealed override Task<IReadOnlyCollection<DeclarationId>> ProveAsync(IReadOnlyList<StepAtWork> steps, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyCollection<DeclarationId>>([.. steps.Where(Holds).Select(step => step.Id)]);

    /// <summary>Whether it holds.</summary>
    protected abstract bool Holds(StepAtWork step);
}

/// <summary>A guard of steps that are taken on one case at a time.</summary>
public abstract class SingleGuard : StepGuard
{
    /// <inheritdoc/>
    public sealed override async Task<IReadOnlyCollection<DeclarationId>> ProveAsync(IReadOnlyList<StepAtWork> steps, CancellationToken cancellation)
    {
        var proved = new List<DeclarationId>();
        foreach (var step in steps)
        {
            if (await HoldsAsync(step, cancellation))
            {
                proved.Add(step.Id);
            }
        }

        return proved;
    }

    /// <summary>Whether it holds for one case.</summary>
    protected abstract Task<bool> HoldsAsync(StepAtWork step, CancellationToken cancellation);
}
