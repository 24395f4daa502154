using FluentValidation;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring.Evaluation;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Assessments;

/// <summary>What the experts' marks do in a campaign.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Method">How the marks of one indicator combine; null when nothing was chosen.</param>
/// <param name="RequiredReviews">Completed reviews that a case needs.</param>
/// <param name="DisputedFrom">Spread from which on marks are disputed, in percent of the full points.</param>
/// <param name="JudgesOptions">Whether experts judge indicators that are scored by an option.</param>
public sealed record SetAssessmentRule(CampaignId Campaign, PanelMethod? Method, int? RequiredReviews, decimal? DisputedFrom, bool JudgesOptions)
{
    /// <summary>The rule that the person had before them (<see cref="SeenStamps.OfRule"/>); null where nothing was shown.</summary>
    public string? Seen { get; init; }
}

/// <summary>Checks an assessment rule.</summary>
public sealed class SetAssessmentRuleValidator : AbstractValidator<SetAssessmentRule>
{
    /// <summary>States the rules.</summary>
    public SetAssessmentRuleValidator()
    {
        RuleFor(input => input.Method).NotNull().IsInEnum().WithMessage("请选择专家评分的合并方法。");
        RuleFor(input => input.RequiredReviews).NotNull().InclusiveBetween(1, AssessmentRule.MostReviews).WithMessage($"每个案件的评审人数应为 1 至 {AssessmentRule.MostReviews} 的整数。");
        RuleFor(input => input.RequiredReviews).Must((input, reviews) => input.Method is not { } method || reviews is null || reviews >= PanelMark.Fewest(method))
            .WithMessage("去掉最高分和最低分的，评审人数不能少于 3 人。");
        RuleFor(input => input.DisputedFrom).NotNull().InclusiveBetween(1m, 100m).PrecisionScale(5, 2, true).WithMessage("分歧界限应为 1 至 100 的数，最多两位小数，表示占满分的百分比。");
    }
}

/// <summary>Sets the rule of a campaign while no panel of it is assigned. Whoever assigns the first panel at the same moment comes before or after, never between.</summary>
public sealed class SetAssessmentRuleHandler(PortalDbContext db, ProcessRunner runner, IValidator<SetAssessmentRule> validator)
{
    /// <summary>Sets.</summary>
    public async Task<Result> HandleAsync(SetAssessmentRule input, CancellationToken cancellation)
    {
        var failures = (await validator.ValidateAsync(input, cancellation)).Errors;
        return failures.Count > 0
            ? Result.Failure([.. failures.Select(failure => new Error("assessment_rule.invalid", failure.ErrorMessage, failure.PropertyName))])
            : await runner.RunAsync(ProcessKind.SetAssessmentRule, null, process => SetAsync(process, input, cancellation), cancellation);
    }

    private async Task<Result> SetAsync(RunningProcess process, SetAssessmentRule input, CancellationToken cancellation)
    {
        if (await db.Campaigns.FirstOrDefaultAsync(row => row.Id == input.Campaign, cancellation) is not { } campaign)
        {
            return ProcessErrors.NotFound;
        }

        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('panels', 0))", cancellation);
        if (await db.ExpertAssignments.AnyAsync(row => row.CampaignId == campaign.Id, cancellation))
        {
            return AssessmentErrors.RuleFixed;
        }

        var rule = await db.AssessmentRules.FirstOrDefaultAsync(row => row.CampaignId == campaign.Id, cancellation);
        if (input.Seen is { } seen && seen != SeenStamps.OfRule(rule ?? AssessmentRule.Usual(campaign)))
        {
            return AssessmentErrors.RuleChangedMeanwhile(AssessmentWords.Of(rule ?? AssessmentRule.Usual(campaign)));
        }

        if (rule is null)
        {
            rule = AssessmentRule.Usual(campaign);
            db.Add(rule);
        }

        rule.Set(input.Method!.Value, input.RequiredReviews!.Value, input.DisputedFrom!.Value, input.JudgesOptions);
        process.Record(
            EventKind.AssessmentRuleSet,
            $"{campaign.Year}年度评审规则：{AssessmentWords.Of(rule)}",
            new { campaign = campaign.Id.Value, method = rule.Method.ToString(), rule.RequiredReviews, rule.DisputedFrom, rule.JudgesOptions });
        return Result.Success;
    }
}
