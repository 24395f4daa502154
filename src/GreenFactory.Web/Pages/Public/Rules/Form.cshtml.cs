using GreenFactory.Application.Clock;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Application.PublicSite;
using GreenFactory.Domain.Organisations;
using GreenFactory.Scoring.RuleSets;
using GreenFactory.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace GreenFactory.Web.Pages.Public.Rules;

/// <summary>The whole form of a published rule set, empty, with every document that is wanted, for printing before anything is filled in. One query.</summary>
[OutputCache(PolicyName = PublicCaching.Documents)]
public sealed class FormModel(RuleSetDocumentQuery documents, TimeProvider clock) : PageModel
{
    /// <summary>The set.</summary>
    public RuleSet Set { get; private set; } = null!;

    /// <summary>Its hash, state and date.</summary>
    public RuleSetDocument Published { get; private set; } = null!;

    /// <summary>Questions of the profile.</summary>
    public IReadOnlyList<ProfileField> Profile { get; private set; } = [];

    private AnswerWords Words { get; set; } = null!;

    /// <summary>Reads the page.</summary>
    public async Task<IActionResult> OnGetAsync(string id, string version, CancellationToken cancellation)
    {
        if (await documents.RunAsync(id, version, cancellation) is not { } found)
        {
            return NotFound();
        }

        Published = found;
        Set = RuleSetReader.Read(found.Document).RuleSet!;
        Profile = [.. ProfileFields.For(Set.Kind is RuleSetKind.Park ? OrganisationKind.Park : OrganisationKind.Factory)];
        Words = new AnswerWords(Set, ChinaTime.DayOf(clock.GetUtcNow()));
        return Page();
    }

    /// <summary>What can be answered: the choices where they fit on paper, how many there are otherwise, the unit of a number.</summary>
    public string SpaceFor(InputDefinition input) => input.Type switch
    {
        InputType.Boolean => "□ 是　□ 否",
        InputType.Choice or InputType.MultiChoice when Words.OptionsOf(input) is { Count: <= 12 } options => string.Join("　", options.Select(option => $"□ {option.Label}")),
        InputType.Choice or InputType.MultiChoice => $"（从 {Words.OptionsOf(input).Count} 项中选择）",
        _ => input.Unit,
    };

    /// <summary>Documents in words; what is wanted only where it exists says so.</summary>
    public static string Documents(IEnumerable<string> obligatory, IEnumerable<string> ifAny) =>
        string.Join("；", obligatory.Concat(ifAny.Select(document => $"{document}（如有）")));
}
