using GreenFactory.Application.Clock;
using GreenFactory.Application.PublicSite;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Scoring.RuleSets;
using GreenFactory.Web.Hosting;
using GreenFactory.Web.Scores;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace GreenFactory.Web.Pages.Public.Rules;

/// <summary>A published rule set in plain words. One query.</summary>
[OutputCache(PolicyName = PublicCaching.Documents)]
public sealed class DetailsModel(RuleSetDocumentQuery documents, TimeProvider clock) : PageModel
{
    private LeafInWords leaves = null!;

    /// <summary>The set.</summary>
    public RuleSet Set { get; private set; } = null!;

    /// <summary>Reads its formulas aloud.</summary>
    public FormulaInWords Formulas { get; private set; } = null!;

    /// <summary>Its hash, state and date.</summary>
    public RuleSetDocument Published { get; private set; } = null!;

    /// <summary>Whether new campaigns may still use it.</summary>
    public bool IsInForce => Published.State is RuleSetState.Published;

    /// <summary>Reads the page.</summary>
    public async Task<IActionResult> OnGetAsync(string id, string version, CancellationToken cancellation)
    {
        if (await documents.RunAsync(id, version, cancellation) is not { } found)
        {
            return NotFound();
        }

        Published = found;
        Set = RuleSetReader.Read(found.Document).RuleSet!;
        Formulas = new FormulaInWords(Set);
        leaves = new LeafInWords(Set, Formulas, DateOnly.FromDateTime(ChinaTime.Of(clock.GetUtcNow()).DateTime));
        return Page();
    }

    /// <summary>The ways in which an indicator is scored.</summary>
    public IEnumerable<ScoringWay> WaysOf(Indicator indicator) => leaves.Of(indicator.Leaf, indicator.Weight);
}
