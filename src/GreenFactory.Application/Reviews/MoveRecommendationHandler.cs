using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Reviews;

/// <summary>Moves a recommendation one place up or down in the district's order.</summary>
public sealed class MoveRecommendationHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner, DistrictPackQuery packs)
{
    /// <summary>Moves.</summary>
    /// <param name="id">The case.</param>
    /// <param name="up">True for one place up.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Task<Result> HandleAsync(DeclarationId id, bool up, CancellationToken cancellation) =>
        runner.RunAsync(ProcessKind.MoveRecommendation, null, process => MoveAsync(id, up, process, cancellation), cancellation);

    private async Task<Result> MoveAsync(DeclarationId id, bool up, RunningProcess process, CancellationToken cancellation)
    {
        var campaign = await db.Campaigns.AsNoTracking().FirstOrDefaultAsync(row => db.Declarations.Any(one => one.Id == id && one.CampaignId == row.Id), cancellation);
        if (campaign is null)
        {
            return ProcessErrors.NotFound;
        }

        var order = (await packs.ReadAsync(campaign, cancellation)).Recommended.ToList();
        var place = order.FindIndex(row => row.Declaration.Id == id);
        if (place < 0)
        {
            return ProcessErrors.NotFound;
        }

        var other = Math.Clamp(place + (up ? -1 : 1), 0, order.Count - 1);
        (order[place], order[other]) = (order[other], order[place]);
        for (var i = 0; i < order.Count; i++)
        {
            order[i].Conclusion.PlaceAt(i + 1);
        }

        process.Record(EventKind.RecommendationMoved, order[other].Declaration, $"推荐次序调整为第 {other + 1} 位（{access.Scope.PersonName}）");
        return Result.Success;
    }
}
