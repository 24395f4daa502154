using FluentValidation;
using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Validation;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Assessments;

/// <summary>A decision to accept one district's filings after the deadline (延期).</summary>
/// <param name="District">The district.</param>
/// <param name="LastDay">Last day in Beijing on which filings are accepted.</param>
/// <param name="Reason">Why.</param>
/// <param name="Year">Year of the campaign; null for the usual one.</param>
public sealed record GrantGrace(DistrictId District, DateOnly? LastDay, string Reason, int? Year = null);

/// <summary>Checks a grace.</summary>
public sealed class GrantGraceValidator : AbstractValidator<GrantGrace>
{
    /// <summary>States the rules.</summary>
    public GrantGraceValidator()
    {
        RuleFor(input => input.LastDay).NotNull().WithMessage("请填写延期至哪一天。");
        RuleFor(input => input.Reason).Between("延期理由", 5, 300);
    }
}

/// <summary>Records a grace; the city's lead decides.</summary>
public sealed class GrantGraceHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner, CampaignChoiceReader campaigns, IValidator<GrantGrace> validator)
{
    /// <summary>Grants.</summary>
    public async Task<Result> HandleAsync(GrantGrace input, CancellationToken cancellation)
    {
        if (!access.Scope.AtThisDesk.Any(membership => membership.Role is Role.CityLead))
        {
            return new Error("grace.lead_only", "延期由市级负责人决定。");
        }

        var checkedInput = await validator.ValidateAsync(input, cancellation);
        if (!checkedInput.IsValid)
        {
            return Result.Failure([.. checkedInput.Errors.Select(error => new Error("grace.invalid", error.ErrorMessage, error.PropertyName))]);
        }

        return await runner.RunAsync(
            ProcessKind.GrantGrace,
            input.Reason,
            async process =>
            {
                var until = TypedMoment.EndOf(input.LastDay!.Value);
                if (await campaigns.FindAsync(input.Year, cancellation) is not { } campaign || await db.Districts.FirstOrDefaultAsync(row => row.Id == input.District && row.Recommends, cancellation) is not { } district)
                {
                    return ProcessErrors.NotFound;
                }

                if (until <= campaign.DistrictDeadline || until <= process.Now)
                {
                    return new Error("grace.too_early", $"延期应晚于报送截止时间 {ChinaTime.Deadline(campaign.DistrictDeadline)}，并在今天之后。", nameof(input.LastDay));
                }

                db.Add(DeadlineGrace.Create(new DeadlineGraceId(process.NewId()), campaign, district.Id, until, input.Reason, access.Scope.RequiredUser, process.Now));
                process.Record(EventKind.GraceGranted, $"{campaign.Year}年度：同意{district.Name}延期报送至 {ChinaTime.Deadline(until)}");
                return Result.Success;
            },
            cancellation);
    }
}
