using FluentValidation;
using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Data;
using GreenFactory.Application.Validation;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Assessments;

/// <summary>How many units of one rule set may be shortlisted in a campaign.</summary>
/// <param name="Version">The rule set.</param>
/// <param name="Places">How many.</param>
/// <param name="Reason">The ground.</param>
/// <param name="Year">Year of the campaign; null for the usual one.</param>
public sealed record SetQuota(RuleSetVersionId Version, int? Places, string Reason, int? Year = null)
{
    /// <summary>How many cases next below the line wait for a place that becomes free; null for none.</summary>
    public int? Waiting { get; init; }

    /// <summary>The quota that the lead had before them (<see cref="SeenStamps.OfQuota"/>); null where none was shown.</summary>
    public string? Seen { get; init; }
}

/// <summary>Checks a quota.</summary>
public sealed class SetQuotaValidator : AbstractValidator<SetQuota>
{
    /// <summary>States the rules.</summary>
    public SetQuotaValidator()
    {
        RuleFor(input => input.Places).NotNull().InclusiveBetween(0, 1000).WithMessage("名额应为 0 至 1000 的整数。");
        RuleFor(input => input.Waiting).InclusiveBetween(0, 100).WithMessage("候补应为 0 至 100 的整数。");
        RuleFor(input => input.Reason).Between("名额依据", 2, 300);
    }
}

/// <summary>Sets a quota; the city's lead decides.</summary>
public sealed class SetQuotaHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner, CampaignChoiceReader campaigns, IValidator<SetQuota> validator)
{
    /// <summary>Sets.</summary>
    public async Task<Result> HandleAsync(SetQuota input, CancellationToken cancellation)
    {
        if (!access.Scope.AtThisDesk.Any(membership => membership.Role is Role.CityLead))
        {
            return new Error("quota.lead_only", "名额由市级负责人确定。");
        }

        var checkedInput = await validator.ValidateAsync(input, cancellation);
        if (!checkedInput.IsValid)
        {
            return Result.Failure([.. checkedInput.Errors.Select(error => new Error("quota.invalid", error.ErrorMessage, error.PropertyName))]);
        }

        return await runner.RunAsync(
            ProcessKind.SetQuota,
            WrittenText.Said(input.Reason),
            async process =>
            {
                if (await campaigns.FindAsync(input.Year, cancellation) is not { } campaign
                    || !await db.CampaignRuleSets.AnyAsync(row => row.CampaignId == campaign.Id && row.RuleSetVersionId == input.Version, cancellation))
                {
                    return ProcessErrors.NotFound;
                }

                // Of two leads at the same moment the second waits here and is told.
                var turn = $"quota/{campaign.Id.Value}/{input.Version.Value}";
                await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({turn}, 0))", cancellation);
                var quota = await db.SelectionQuotas.FirstOrDefaultAsync(row => row.CampaignId == campaign.Id && row.RuleSetVersionId == input.Version, cancellation);
                if (input.Seen is { } seen && quota is not null && seen != SeenStamps.OfQuota(quota.Places, quota.Waiting, quota.Reason))
                {
                    return AssessmentErrors.QuotaChangedMeanwhile(quota.Places, quota.SetByName, quota.Reason);
                }

                if (quota is null)
                {
                    quota = SelectionQuota.Create(new SelectionQuotaId(process.NewId()), campaign, input.Version);
                    db.Add(quota);
                }

                quota.Set(input.Places!.Value, input.Waiting ?? 0, input.Reason, access.Scope.PersonName);
                process.Record(EventKind.QuotaSet, $"{campaign.Year}年度：确定名额 {input.Places}{(quota.Waiting > 0 ? $"、候补 {quota.Waiting}" : "")}：{WrittenText.Said(input.Reason)}", new { version = input.Version.Value });
                return Result.Success;
            },
            cancellation);
    }
}
