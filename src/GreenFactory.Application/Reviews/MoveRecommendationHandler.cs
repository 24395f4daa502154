using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Validation;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Reviews;

/// <summary>A recommendation is put at another place of its order, factories or parks.</summary>
/// <param name="Declaration">The case.</param>
/// <param name="Place">Its place to be, from 1; null to give it back to the order of the score.</param>
/// <param name="Reason">Why; needed where the place departs from the order of the score.</param>
/// <param name="Seen">The <see cref="RecommendationOrder.Stamp"/> of the order the officer decided on.</param>
public sealed record MoveRecommendation(DeclarationId Declaration, int? Place, string? Reason, string? Seen);

/// <summary>Moves a recommendation to a place in one step; what was placed by hand before keeps its reason.</summary>
public sealed class MoveRecommendationHandler(PortalDbContext db, ProcessRunner runner, DistrictPackQuery packs, CurrentAccess access)
{
    /// <summary>Most characters of a reason.</summary>
    public const int LongestReason = 200;

    /// <summary>Moves.</summary>
    public async Task<Result> HandleAsync(MoveRecommendation command, CancellationToken cancellation) =>
        LengthRules.TooLong("理由", command.Reason, LongestReason, "Reason") is { } tooLong
            ? tooLong
            : await runner.RunAsync(ProcessKind.MoveRecommendation, command.Reason, process => MoveAsync(command, process, cancellation), cancellation);

    private async Task<Result> MoveAsync(MoveRecommendation command, RunningProcess process, CancellationToken cancellation)
    {
        var campaign = await db.Campaigns.AsNoTracking().FirstOrDefaultAsync(row => db.Declarations.Any(one => one.Id == command.Declaration && one.CampaignId == row.Id), cancellation);
        if (campaign is null)
        {
            return ProcessErrors.NotFound;
        }

        // Of two officers at the same moment the second waits here, reads what the first left, and is told.
        var turn = $"recommendation/{campaign.Id.Value}/{string.Join(',', access.Scope.Units)}";
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({turn}, 0))", cancellation);
        var pack = await packs.ReadAsync(campaign, cancellation);
        if (pack.OrderOf(command.Declaration) is not { } order)
        {
            return ProcessErrors.NotFound;
        }

        if (command.Seen != RecommendationOrder.Stamp(order))
        {
            return DistrictErrors.OrderChangedMeanwhile;
        }

        var moved = order.First(row => row.Case.Declaration.Id == command.Declaration);
        var place = Math.Clamp(command.Place ?? moved.ByScore!.Value, 1, order.Count);
        if (place == moved.Place && command.Place is not null && !moved.IsPlacedByHand)
        {
            process.LeaveAsItIs();
            return WrittenText.SaysNothing(command.Reason) ? Result.Success : DistrictErrors.PlaceUnchanged(moved.Case.Organisation.Name, place);
        }

        var byHand = RecommendationOrder.Move(order, command.Declaration, place);
        if (byHand.ContainsKey(command.Declaration) && WrittenText.SaysNothing(command.Reason))
        {
            return DistrictErrors.PlaceWithoutReason(moved.Case.Organisation.Name, place, moved.ByScore!.Value);
        }

        foreach (var row in order)
        {
            Place(row.Case, byHand, command);
        }

        process.Record(
            EventKind.RecommendationMoved,
            moved.Case.Declaration,
            $"推荐次序由第 {moved.Place} 位调整为第 {place} 位（{access.Scope.PersonName}），按核定得分为第 {moved.ByScore} 位",
            new { from = moved.Place, to = place, byScore = moved.ByScore, reason = WrittenText.Said(command.Reason) });
        return Result.Success;
    }

    private static void Place(ConcludedCase one, IReadOnlyDictionary<DeclarationId, int> byHand, MoveRecommendation command)
    {
        if (!byHand.TryGetValue(one.Declaration.Id, out var place))
        {
            one.Conclusion.PlaceByScore();
        }
        else if (one.Declaration.Id == command.Declaration)
        {
            one.Conclusion.PlaceAt(place, command.Reason!);
        }
        else
        {
            one.Conclusion.PlaceAt(place, one.Conclusion.RankReason);
        }
    }
}
