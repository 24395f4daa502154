using GreenFactory.Application.Honours;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Cases.Guards;

/// <summary>A removal or an upheld objection of the last three years bars the unit, and the city recorded no exception.</summary>
internal sealed class UnitBarredGuard(ListBarReader bars) : StepGuard
{
    /// <inheritdoc/>
    public override CaseGuard Guard => CaseGuard.UnitBarred;

    /// <inheritdoc/>
    public override async Task<IReadOnlyCollection<DeclarationId>> ProveAsync(IReadOnlyList<StepAtWork> steps, CancellationToken cancellation) =>
        [.. (await bars.ReadAsync([.. steps.Select(step => step.Declaration)], steps[0].Now, cancellation)).Keys];
}
