using GreenFactory.Application.Cases.Guards;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Cases;

/// <summary>Proves the guards of steps from data, each guard once for all cases of a batch. Whoever takes a step and whoever shows it ask here.</summary>
public sealed class StepProver(IEnumerable<StepGuard> guards)
{
    private readonly Dictionary<CaseGuard, StepGuard> guards = guards.ToDictionary(guard => guard.Guard);

    /// <summary>The guards that hold, by case. Guards that a step does not name are not asked, nor those of a step that the person may not take.</summary>
    /// <param name="steps">The steps; several for one case only where <paramref name="which"/> leaves out what is given with a step.</param>
    /// <param name="which">Which guards are asked.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<ILookup<DeclarationId, CaseGuard>> ProveAsync(IReadOnlyList<StepAtWork> steps, Func<CaseGuard, bool> which, CancellationToken cancellation)
    {
        var open = steps.Where(step => step.IsMine).ToList();
        var proved = new List<(DeclarationId Case, CaseGuard Guard)>();
        foreach (var guard in open.SelectMany(step => step.Transition!.Guards).Distinct().Where(which))
        {
            var holds = await guards[guard].ProveAsync([.. open.Where(step => step.Transition!.Guards.Contains(guard)).DistinctBy(step => step.Id)], cancellation);
            proved.AddRange(holds.Select(id => (id, guard)));
        }

        return proved.ToLookup(pair => pair.Case, pair => pair.Guard);
    }

    /// <summary>Whether a guard can be known before the step.</summary>
    public bool IsKnownBefore(CaseGuard guard) => !guards[guard].IsGivenWithStep;
}
