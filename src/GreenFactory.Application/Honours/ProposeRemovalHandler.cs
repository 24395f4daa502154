using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Validation;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>A proposal to remove a unit with the next publication.</summary>
public sealed record ProposeRemoval(GreenUnitId Unit, RemovalGround? Ground, string? Detail);

/// <summary>Records a proposal to remove a unit.</summary>
public sealed class ProposeRemovalHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner)
{
    private const int ShortestDetail = 5;
    private const int LongestDetail = 500;

    /// <summary>Proposes.</summary>
    public async Task<Result> HandleAsync(ProposeRemoval input, CancellationToken cancellation)
    {
        var detail = (input.Detail ?? "").Trim();
        if (input.Ground is not { } ground)
        {
            return new Error("removal.ground", "请选择移除依据。", nameof(input.Ground));
        }

        if (!WrittenText.IsBetween(detail, ShortestDetail, LongestDetail))
        {
            return new Error("removal.detail", LengthRules.Refusal("事实和材料", detail, ShortestDetail, LongestDetail), nameof(input.Detail));
        }

        return await runner.RunAsync(
            ProcessKind.ProposeRemoval,
            detail,
            async process =>
            {
                if (await db.GreenUnits.FirstOrDefaultAsync(row => row.Id == input.Unit, cancellation) is not { } unit)
                {
                    return ProcessErrors.NotFound;
                }

                if (unit.State is GreenUnitState.Removed)
                {
                    return HonourErrors.UnitNotListed;
                }

                if (await db.RemovalProposals.AnyAsync(row => row.GreenUnitId == unit.Id && row.PublicationId == null, cancellation))
                {
                    return HonourErrors.RemovalProposed;
                }

                db.Add(RemovalProposal.Create(new RemovalProposalId(process.NewId()), unit, ground, detail, access.Scope.PersonName, process.Now));
                process.Record(EventKind.RemovalProposed, $"建议移除“{unit.Name}”：{HonourWords.Of(ground)}");
                return Result.Success;
            },
            cancellation);
    }
}
