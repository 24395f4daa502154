using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.ListDuties;

/// <summary>Sets how 5 % of a population are rounded in a campaign.</summary>
public sealed record SetBottomRounding(int Year, ShareRounding? Rounding);

/// <summary>The city's lead sets it, as the text of the campaign says, before the year is fixed.</summary>
public sealed class SetBottomRoundingHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner)
{
    /// <summary>Sets.</summary>
    public async Task<Result> HandleAsync(SetBottomRounding input, CancellationToken cancellation)
    {
        if (!access.Scope.AtThisDesk.Any(membership => membership.Role is Role.CityLead))
        {
            return BenchmarkErrors.LeadOnly;
        }

        return input.Rounding is not { } rounding
            ? new Error("benchmark.rounding", "请选择取整方法。", nameof(input.Rounding))
            : await runner.RunAsync(
                ProcessKind.SetBottomRounding,
                null,
                async process =>
                {
                    if (await db.Campaigns.FirstOrDefaultAsync(row => row.Year == input.Year, cancellation) is not { } campaign)
                    {
                        return ProcessErrors.NotFound;
                    }

                    if (await db.BenchmarkPlaces.AnyAsync(row => row.Year == campaign.Year, cancellation))
                    {
                        return BenchmarkErrors.YearFixed;
                    }

                    campaign.RoundBottom(rounding);
                    process.Record(EventKind.CampaignSaved, $"{campaign.Year}年度后5%的取整方法：{PlaceWords.Of(rounding)}");
                    return Result.Success;
                },
                cancellation);
    }
}
