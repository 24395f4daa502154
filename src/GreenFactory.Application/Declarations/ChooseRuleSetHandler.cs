using FluentValidation;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Validation;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Declarations;

/// <summary>The applicant names the main activity; the rule set follows from it.</summary>
/// <param name="Declaration">The case.</param>
/// <param name="IndustryCode">GB/T 4754—2017 class of the main activity; empty for parks.</param>
/// <param name="RuleSet">The set chosen among several that fit; null where one fits.</param>
/// <param name="Reason">Why that one, where several fit.</param>
public sealed record ChooseRuleSet(DeclarationId Declaration, string IndustryCode, RuleSetVersionId? RuleSet, string Reason);

/// <summary>Limits of <see cref="ChooseRuleSet"/>.</summary>
public sealed class ChooseRuleSetValidator : AbstractValidator<ChooseRuleSet>
{
    /// <summary>Sets the limits.</summary>
    public ChooseRuleSetValidator() => RuleFor(command => command.Reason).AtMost("理由", 200);
}

/// <summary>Chooses the rule set of a case.</summary>
public sealed class ChooseRuleSetHandler(
    PortalDbContext db, ProcessRunner runner, RuleSetChoiceReader choices, IndustryCodeReader industries, IValidator<ChooseRuleSet> validator)
{
    /// <summary>Chooses; the answers given so far stay.</summary>
    public Task<Result> HandleAsync(ChooseRuleSet command, CancellationToken cancellation) =>
        runner.RunAsync(ProcessKind.ChooseRuleSet, command.Reason, process => ChooseAsync(command, process, cancellation), cancellation);

    private async Task<Result> ChooseAsync(ChooseRuleSet command, RunningProcess process, CancellationToken cancellation)
    {
        var checkedInput = await validator.ValidateAsync(command, cancellation);
        if (!checkedInput.IsValid)
        {
            return new Error("apply.invalid", checkedInput.Errors[0].ErrorMessage, checkedInput.Errors[0].PropertyName);
        }

        if (await db.Declarations.FirstOrDefaultAsync(row => row.Id == command.Declaration, cancellation) is not { } declaration)
        {
            return ProcessErrors.NotFound;
        }

        var industry = declaration.Kind is OrganisationKind.Park ? null : industries.Find(WrittenText.Said(command.IndustryCode));
        if (industry is null && declaration.Kind is OrganisationKind.Factory)
        {
            return ApplicantErrors.UnknownIndustry(command.IndustryCode);
        }

        if (industry is { IsManufacturing: false })
        {
            return ApplicantErrors.NotManufacturing(industry);
        }

        var fitting = await choices.ReadAsync(declaration.CampaignId, declaration.Kind, industry?.Code, cancellation);
        var chosen = fitting.Count == 1 ? fitting[0] : fitting.FirstOrDefault(candidate => candidate.Version == command.RuleSet);
        if (chosen is null)
        {
            return fitting.Count > 1 && command.RuleSet is null ? ApplicantErrors.ChoiceNeedsReason : ApplicantErrors.RuleSetDoesNotFit;
        }

        if (fitting.Count > 1 && WrittenText.SaysNothing(command.Reason))
        {
            return ApplicantErrors.ChoiceNeedsReason;
        }

        var reason = Explain(industry, chosen, fitting.Count, WrittenText.Said(command.Reason));
        if (declaration.ChooseRuleSet(chosen.Version, industry?.Code, reason) is { Succeeded: false } refused)
        {
            return refused;
        }

        process.Record(EventKind.RuleSetChosen, declaration, $"确定适用规则集：{chosen.Set.Title}", details: new { industry?.Code, RuleSet = chosen.Set.Id, chosen.Set.Version });
        return Result.Success;
    }

    /// <summary>Why a rule set applies, in the words that the case keeps.</summary>
    internal static string Explain(IndustryClass? industry, RuleSetCandidate chosen, int fitting, string reason)
    {
        var why = industry is null
            ? $"本批次园区适用《{chosen.Set.Title}》"
            : chosen.Set.IndustryCodes.Count == 0
                ? $"主导产业 {industry.Code} {industry.Name} 没有对应的行业规则集，适用《{chosen.Set.Title}》"
                : $"主导产业 {industry.Code} {industry.Name} 属于《{chosen.Set.Title}》的适用范围";
        return fitting > 1 ? $"{why}；适用的规则集有 {fitting} 个，由申报单位选择，理由：{reason}" : $"{why}。";
    }
}
