using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Declarations;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring.RuleSets;
using GreenFactory.Web.Hosting;
using GreenFactory.Web.Pages.Apply.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace GreenFactory.Web.Pages.Public.Precheck;

/// <summary>
/// The check before any account. Answers are posted and the page is the answer: nothing is stored, and nothing stands in an address. One query for the
/// campaign, one for its rule sets, and up to two for each set that fits.
/// </summary>
[EnableRateLimiting(RateLimits.PublicSearch)]
public sealed class IndexModel(CampaignChoiceReader campaigns, RuleSetChoiceReader choices, IndustryCodeReader industries) : PageModel
{
    /// <summary>Enterprise or park.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "单位类型")]
    public OrganisationKind Kind { get; set; }

    /// <summary>Industry or product as people name it.</summary>
    [BindProperty]
    [Display(Name = "主导产业或主要产品")]
    public string? Product { get; set; }

    /// <summary>The class chosen.</summary>
    [BindProperty]
    [Display(Name = "行业")]
    public string? Industry { get; set; }

    /// <summary>yes, no or unknown.</summary>
    [BindProperty]
    [Display(Name = "梯度培育库")]
    public string? Cultivated { get; set; }

    /// <summary>Whether the unit is on the list.</summary>
    [BindProperty]
    [Display(Name = "名录")]
    public bool? Listed { get; set; }

    /// <summary>Answers to the negative list.</summary>
    [BindProperty(Name = nameof(Grounds))]
    [Display(Name = "负面情形")]
    public Dictionary<string, bool> Grounds { get; set; } = [];

    /// <summary>Answers to the conditions for a park.</summary>
    [BindProperty(Name = nameof(Conditions))]
    [Display(Name = "园区条件")]
    public Dictionary<int, bool> Conditions { get; set; } = [];

    /// <summary>The campaign; null before the first.</summary>
    public Campaign? Campaign { get; private set; }

    /// <summary>The negative list asked.</summary>
    public IReadOnlyList<Gate> Asked { get; private set; } = [];

    /// <summary>Classes that the words may mean; none when one was chosen.</summary>
    public IReadOnlyList<IndustryMatch> Found { get; private set; } = [];

    /// <summary>The class that the check is about.</summary>
    public IndustryClass? Chosen { get; private set; }

    /// <summary>The outcome; null until everything is answered.</summary>
    public IReadOnlyList<PrecheckFinding>? Findings { get; private set; }

    /// <summary>The rule sets that apply.</summary>
    public IReadOnlyList<RuleSetCandidate> Candidates { get; private set; } = [];

    /// <summary>Asks.</summary>
    public Task OnGetAsync(CancellationToken cancellation) => AskAsync(cancellation);

    /// <summary>Answers.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await AskAsync(cancellation);
        if (Campaign is null)
        {
            return Page();
        }

        ChooseIndustry();
        Require();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var cultivated = Cultivated switch { "yes" => true, "no" => false, _ => (bool?)null };
        Findings = Application.Declarations.Precheck.Of(new PrecheckAnswers(Kind, Chosen, cultivated, Listed is true, Grounds, Conditions), Asked);
        if (Kind is OrganisationKind.Park || Chosen is { IsManufacturing: true })
        {
            Candidates = await choices.ReadAsync(Campaign.Id, Kind, Chosen?.Code, cancellation);
        }

        return Page();
    }

    /// <summary>Documents that a rule set asks for, each once, in its order.</summary>
    public static IEnumerable<string> DocumentsOf(RuleSet set) => set.Gates.SelectMany(gate => gate.Evidence).Concat(set.Indicators.SelectMany(indicator => indicator.Evidence)).Distinct();

    private async Task AskAsync(CancellationToken cancellation)
    {
        Campaign = await campaigns.FindAsync(null, cancellation);
        if (Campaign is not null)
        {
            var general = await choices.ReadAsync(Campaign.Id, Kind, null, cancellation);
            Asked = general.Count == 0 ? [] : Application.Declarations.Precheck.GroundsOf(general[0].Set);
        }
    }

    private void ChooseIndustry()
    {
        if (Kind is OrganisationKind.Park)
        {
            return;
        }

        var found = industries.Search(Product ?? "");
        Chosen = industries.Find(Industry ?? "") is { } chosen && found.Any(match => match.Class == chosen) ? chosen : found is [var only] ? only.Class : null;
        if (Chosen is null)
        {
            Found = found;
            ModelState.AddModelError(nameof(Product), found.Count > 0 ? $"“{Product}”对应 {found.Count} 个行业，请在下面选择一个。"
                : WrittenText.SaysNothing(Product) ? "请写明主导产业或主要产品。" : $"没有找到与“{Product}”对应的行业，请换一个产品或行业名称。");
        }
    }

    private void Require()
    {
        foreach (var gate in Asked.Where(gate => !Grounds.ContainsKey(gate.Code)))
        {
            ModelState.AddModelError($"ground-{gate.Code}", $"“{gate.Title}”还没有回答。");
        }

        for (var i = 0; Kind is OrganisationKind.Park && i < Application.Declarations.Precheck.ParkConditions.Count; i++)
        {
            if (!Conditions.ContainsKey(i))
            {
                ModelState.AddModelError($"condition-{i}", $"“{Application.Declarations.Precheck.ParkConditions[i]}”还没有回答。");
            }
        }

        if (Listed is null)
        {
            ModelState.AddModelError(nameof(Listed), "请回答本单位是否已在绿色制造名录中。");
        }

        if (Kind is OrganisationKind.Factory && Cultivated is not ("yes" or "no" or "unknown"))
        {
            ModelState.AddModelError(nameof(Cultivated), "请回答本企业是否已在梯度培育库中。");
        }
    }
}
