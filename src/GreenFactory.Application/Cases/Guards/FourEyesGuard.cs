using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Cases.Guards;

/// <summary>The person neither prepared the case nor is or was tied to its unit (<see cref="FourEyesRule"/>).</summary>
internal sealed class FourEyesGuard(FourEyesReader reader) : StepGuard
{
    /// <inheritdoc/>
    public override CaseGuard Guard => CaseGuard.FourEyes;

    /// <inheritdoc/>
    public override async Task<IReadOnlyCollection<DeclarationId>> ProveAsync(IReadOnlyList<StepAtWork> steps, CancellationToken cancellation)
    {
        var scope = steps[0].Scope;
        var involved = await reader.InvolvedAsync(scope.RequiredUser, scope.Desk, [.. steps.Select(step => step.Id)], cancellation);
        return [.. steps.Select(step => step.Id).Where(id => !involved.Contains(id))];
    }
}
