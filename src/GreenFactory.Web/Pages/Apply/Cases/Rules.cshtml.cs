using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Declarations;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using GreenFactory.Web.Pages.Apply.Forms;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.Apply.Cases;

/// <summary>From the main activity to the rule set, with the reason shown.</summary>
public sealed class RulesModel(ApplicantCaseReader cases, RuleSetChoiceReader choices, IndustryCodeReader industries, ChooseRuleSetHandler choose) : CasePage
{
    /// <summary>What is searched in the classification.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    [Display(Name = "查找内容")]
    public string? Search { get; set; }

    /// <summary>The class chosen so far.</summary>
    [BindProperty(SupportsGet = true, Name = "industry")]
    [Display(Name = "行业代码")]
    public string? IndustryCode { get; set; }

    /// <summary>The rule set chosen among several.</summary>
    [BindProperty]
    [Display(Name = "规则集")]
    public Guid? RuleSet { get; set; }

    /// <summary>Why that one.</summary>
    [BindProperty]
    [Display(Name = "理由")]
    public string? Reason { get; set; }

    /// <summary>Which page of the classes found, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    [Display(Name = "页码")]
    public int Place { get; set; } = 1;

    /// <summary>Classes found.</summary>
    public IndustryHits Found { get; private set; } = IndustryHits.None;

    /// <summary>The class chosen so far.</summary>
    public IndustryClass? Industry { get; private set; }

    /// <summary>Rule sets that fit.</summary>
    public IReadOnlyList<RuleSetCandidate> Candidates { get; private set; } = [];

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cases, cancellation) ? await ShowAsync(cancellation) : NotFound();

    /// <summary>Fixes the rule set.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var version = RuleSet is { } chosen ? new RuleSetVersionId(chosen) : (RuleSetVersionId?)null;
        var outcome = await choose.HandleAsync(new ChooseRuleSet(Key, IndustryCode ?? "", version, Reason ?? ""), cancellation);
        if (!await LoadAsync(cases, cancellation))
        {
            return NotFound();
        }

        if (outcome.Succeeded)
        {
            Done = Work.Declaration.RuleSetReason;
            return Redirect(Home);
        }

        Refuse(outcome.Errors);
        return await ShowAsync(cancellation);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        Found = Search is null ? IndustryHits.None : IndustryHits.Of(industries.Search(Search), Place);
        Industry = industries.Find(IndustryCode ?? Work.Declaration.IndustryCode ?? "");
        if (Industry is { IsManufacturing: true } || Work.Organisation.Kind is OrganisationKind.Park)
        {
            Candidates = await choices.ReadAsync(Work.Declaration.CampaignId, Work.Declaration.Kind, Industry?.Code, cancellation);
        }

        return Page();
    }
}
