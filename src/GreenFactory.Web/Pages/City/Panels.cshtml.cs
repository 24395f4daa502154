using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Assessments;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Cases;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.City;

/// <summary>Who assesses what: assigning experts and closing panels (专家评审).</summary>
public sealed class PanelsModel(CampaignChoiceReader campaigns, PanelQuery query, AssignExpertsHandler assign, CompleteAssessmentHandler complete, StepsQuery steps, TimeProvider clock) : PageModel
{
    private static readonly TimeSpan UsualPeriod = TimeSpan.FromDays(14);
    private (DeclarationId Case, string? Note)? typedNote;
    private IReadOnlyDictionary<DeclarationId, OpenSteps> closing = new Dictionary<DeclarationId, OpenSteps>();

    /// <summary>Year of the campaign shown; null for the usual one.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "年度")]
    public int? Year { get; set; }

    /// <summary>The campaign shown and what waits in the others.</summary>
    public CampaignChoice Choice { get; private set; } = null!;

    /// <summary>Experts and cases.</summary>
    public PanelPage Panel { get; private set; } = new([], [], null);

    /// <summary>The assignment as typed.</summary>
    [BindProperty]
    public AssignInput Input { get; set; } = new();

    /// <summary>What the last action did.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>What the last action left out, one line each.</summary>
    [TempData]
    public string? LeftOut { get; set; }

    /// <summary>What was typed about the disagreement on a case.</summary>
    public string? NoteOf(DeclarationId id) => typedNote is { } typed && typed.Case == id ? typed.Note : null;

    /// <summary>Whether this person can close the panel of a case now.</summary>
    public bool MayComplete(DeclarationId id) => closing.GetValueOrDefault(id, OpenSteps.None) is { AreMine: true, Missing.Count: 0 };

    /// <summary>Shows.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Input.LastDay = DateOnly.FromDateTime(Application.Clock.ChinaTime.Of(clock.GetUtcNow() + UsualPeriod).DateTime);
        await ReadAsync(cancellation);
    }

    /// <summary>Assigns the chosen cases to the chosen experts.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var outcome = await assign.HandleAsync(
            new AssignExperts([.. Input.Cases.Select(id => new DeclarationId(id))], [.. Input.Experts.Select(id => new UserId(id))], Input.LastDay)
            {
                Seen = Input.Seen.ToDictionary(row => new DeclarationId(row.Key), row => row.Value),
            },
            cancellation);
        if (!outcome.Succeeded)
        {
            ModelState.AddErrors(outcome.Errors);
            await ReadAsync(cancellation);
            return Page();
        }

        Done = $"已分配 {outcome.Value.Assigned} 项评审。";
        LeftOut = outcome.Value.Skipped.Count == 0 ? null : string.Join('\n', outcome.Value.Skipped.Select(skip => $"{skip.CaseNumber} · {skip.ExpertName}：{skip.Reason}"));
        return RedirectToPage(new { Year });
    }

    /// <summary>Closes the panel of one case as it was shown.</summary>
    public async Task<IActionResult> OnPostCompleteAsync(Guid id, string? seen, string? note, CancellationToken cancellation)
    {
        var outcome = await complete.HandleAsync(new CompleteAssessment(new DeclarationId(id), seen, note), cancellation);
        if (outcome.Succeeded)
        {
            Done = "评审完成，最终得分已冻结，案件进入排名。";
            return RedirectToPage(new { Year });
        }

        ModelState.Clear();
        ModelState.AddErrors(outcome.Errors);
        typedNote = (new DeclarationId(id), note);
        await OnGetAsync(cancellation);
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        Choice = await campaigns.ReadAsync(Year, cancellation);
        Panel = Choice.Chosen is { } campaign ? await query.ReadAsync(campaign.Id, cancellation) : new PanelPage([], [], null);
        var complete = Panel.Cases.ToDictionary(row => row.Id, row => row.IsComplete);
        closing = await steps.ReadAsync(
            [.. complete.Where(row => row.Value).Select(row => row.Key)], [CaseAction.CompleteAssessment], id => new StepKnown { PanelComplete = complete[id] }, cancellation);
    }

    /// <summary>An assignment as typed.</summary>
    public sealed class AssignInput
    {
        /// <summary>Chosen cases.</summary>
        [Display(Name = "案件")]
        public IList<Guid> Cases { get; set; } = [];

        /// <summary>The panel of each case that the form was opened over.</summary>
        [Display(Name = "打开页面时的专家组")]
        public Dictionary<Guid, string> Seen { get; set; } = [];

        /// <summary>Chosen experts.</summary>
        [Display(Name = "专家")]
        public IList<Guid> Experts { get; set; } = [];

        /// <summary>Last day.</summary>
        [Display(Name = "评审期限")]
        public DateOnly? LastDay { get; set; }
    }
}
