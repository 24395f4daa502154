using FluentValidation;
using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Validation;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Campaigns;

/// <summary>Creates a campaign or changes its windows and pinned rule sets.</summary>
/// <param name="Id">The campaign changed; null for a new one.</param>
/// <param name="Year">The year it is named after.</param>
/// <param name="EvaluationYear">The year whose data are evaluated.</param>
/// <param name="Title">Title as published.</param>
/// <param name="Basis">The notice it rests on.</param>
/// <param name="OpensAt">Applicants may begin.</param>
/// <param name="DistrictDeadline">Districts must have reported before this moment.</param>
/// <param name="NoticeDays">Days of public notice.</param>
/// <param name="RuleSets">The versions it scores with.</param>
public sealed record SaveCampaign(
    Guid? Id, int Year, int EvaluationYear, string Title, string Basis, DateTimeOffset OpensAt, DateTimeOffset DistrictDeadline, int NoticeDays, IReadOnlyList<Guid> RuleSets)
{
    /// <summary>The version of the campaign that was changed, as <see cref="CampaignLine.Seen"/> told it; refused where it is another by now.</summary>
    public uint? Seen { get; init; }
}

/// <summary>What a campaign needs.</summary>
internal sealed class SaveCampaignValidator : AbstractValidator<SaveCampaign>
{
    public SaveCampaignValidator()
    {
        RuleFor(row => row.Year).InclusiveBetween(2020, 2100).WithMessage("年度应在2020至2100之间。");
        RuleFor(row => row.EvaluationYear).Must((row, year) => year <= row.Year && year >= row.Year - 5).WithMessage("评价年度应不晚于批次年度，且不早于五年前。");
        RuleFor(row => row.Title).Written().WithMessage("请填写名称。").AtMost("名称", 200);
        RuleFor(row => row.Basis).Written().WithMessage("请填写依据的通知（名称、文号、日期）。").AtMost("依据", 500);
        RuleFor(row => row.DistrictDeadline).GreaterThan(row => row.OpensAt).WithMessage("区县报送截止时间应晚于开始时间。");
        RuleFor(row => row.NoticeDays).InclusiveBetween(1, 60).WithMessage("公示天数应在1至60之间。");
        RuleFor(row => row.RuleSets).Must(sets => sets.Count > 0).WithMessage("请至少选择一个规则集版本。");
    }
}

/// <summary>Stores campaigns. Once a case exists, opening day, evaluation year and rule sets stay: they decide scores.</summary>
public sealed class SaveCampaignHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner, IValidator<SaveCampaign> validator)
{
    /// <summary>Stores it.</summary>
    public async Task<Result> HandleAsync(SaveCampaign command, CancellationToken cancellation)
    {
        var failures = (await validator.ValidateAsync(command, cancellation)).Errors;
        return failures.Count > 0
            ? Result.Failure([.. failures.Select(failure => new Error("campaign.field", failure.ErrorMessage, failure.PropertyName))])
            : await runner.RunAsync(ProcessKind.SaveCampaign, null, process => StoreAsync(command, process, cancellation), cancellation);
    }

    private async Task<Result> StoreAsync(SaveCampaign command, RunningProcess process, CancellationToken cancellation)
    {
        Campaign? campaign;
        if (command.Id is { } key)
        {
            var id = new CampaignId(key);
            campaign = await db.Campaigns.FirstOrDefaultAsync(row => row.Id == id, cancellation);
            if (campaign is null)
            {
                return ProcessErrors.NotFound;
            }

            if (!db.IsAsSeen(campaign, command.Seen))
            {
                return ProcessErrors.ChangedMeanwhile;
            }

            if (await RefusalAsync(campaign, command, cancellation) is { } refusal)
            {
                return refusal;
            }

            campaign.Change(command.EvaluationYear, command.Title, command.Basis, command.OpensAt, command.DistrictDeadline, command.NoticeDays);
        }
        else
        {
            campaign = Campaign.Create(
                new CampaignId(process.NewId()), access.Scope.Municipality, command.Year, command.EvaluationYear, command.Title, command.Basis, command.OpensAt, command.DistrictDeadline, command.NoticeDays);
            db.Add(campaign);
        }

        if (await PinAsync(campaign, command.RuleSets, cancellation) is { } wrongPin)
        {
            return wrongPin;
        }

        process.Record(EventKind.CampaignSaved, $"{(command.Id is null ? "新建" : "修改")}批次“{campaign.Title}”", new { campaign = campaign.Id.Value, campaign.OpensAt, campaign.DistrictDeadline, command.RuleSets });
        return Result.Success;
    }

    private async Task<Error?> RefusalAsync(Campaign campaign, SaveCampaign command, CancellationToken cancellation)
    {
        if (!await db.Declarations.AnyAsync(row => row.CampaignId == campaign.Id, cancellation))
        {
            return null;
        }

        var pinned = await db.CampaignRuleSets.Where(row => row.CampaignId == campaign.Id).Select(row => row.RuleSetVersionId).ToListAsync(cancellation);
        return command.EvaluationYear != campaign.EvaluationYear || command.OpensAt != campaign.OpensAt || !pinned.Select(row => row.Value).ToHashSet().SetEquals(command.RuleSets)
            ? new Error("campaign.in_use", "该批次已有申报，评价年度、开始时间和规则集不能再改，否则已算的得分会改变。可以修改截止时间、公示天数和文字。")
            : null;
    }

    private async Task<Error?> PinAsync(Campaign campaign, IReadOnlyList<Guid> wanted, CancellationToken cancellation)
    {
        var pins = await db.CampaignRuleSets.Where(row => row.CampaignId == campaign.Id).ToListAsync(cancellation);
        db.RemoveRange(pins.Where(pin => !wanted.Contains(pin.RuleSetVersionId.Value)));
        var added = wanted.Distinct().Select(id => new RuleSetVersionId(id)).Where(id => pins.TrueForAll(pin => pin.RuleSetVersionId != id)).ToList();
        var found = await db.RuleSetVersions.Where(row => added.Contains(row.Id))
            .Select(row => new { row.Id, row.Title, row.Version, row.State, row.Provenance, Endorsements = db.RuleSetEndorsements.Count(word => word.RuleSetVersionId == row.Id) })
            .ToListAsync(cancellation);
        if (found.Count != added.Count)
        {
            return new Error("campaign.rule_set_unknown", "选中的规则集版本有的已不存在，请刷新页面后重新选择。", nameof(SaveCampaign.RuleSets));
        }

        if (found.Find(row => row.State != RuleSetState.Published) is { } closed)
        {
            return new Error("campaign.rule_set_not_published", $"“{closed.Title}”{closed.Version} 没有发布或已停用，新批次不能选用。", nameof(SaveCampaign.RuleSets));
        }

        if (found.Find(row => row.Provenance != RuleSetVersion.Official && row.Endorsements < RuleSetVersion.EndorsementsNeeded) is { } bare)
        {
            return new Error(
                "campaign.rule_set_not_endorsed",
                $"“{bare.Title}”{bare.Version} 不是官方文本，须有两位管理员在该版本的页面上确认后才能选用，现有 {bare.Endorsements} 人确认。",
                nameof(SaveCampaign.RuleSets));
        }

        db.AddRange(found.Select(row => CampaignRuleSet.Create(campaign, row.Id)));
        return null;
    }
}
