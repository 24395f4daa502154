using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Access;
using GreenFactory.Application.Assessments;
using GreenFactory.Application.Campaigns;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Web.Face.Blocks;
using GreenFactory.Web.Face.Marks;
using GreenFactory.Web.Face.Text;
using GreenFactory.Web.Scores;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.City;

/// <summary>Rankings, one for each rule-set version, with quota and decisions (排名与入围).</summary>
public sealed class RankingModel(CampaignChoiceReader campaigns, RankingQuery query, SetQuotaHandler setQuota, DecideSelectionHandler decide, CurrentAccess access) : PageModel
{
    /// <summary>Year of the campaign shown; null for the usual one.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "年度")]
    public int? Year { get; set; }

    /// <summary>The campaign shown and what waits in the others.</summary>
    public CampaignChoice Choice { get; private set; } = null!;

    /// <summary>The rankings.</summary>
    public IReadOnlyList<RuleSetRanking> Rankings { get; private set; } = [];

    /// <summary>Whether the person is the city's lead.</summary>
    public bool IsLead => access.Scope.AtThisDesk.Any(membership => membership.Role is Role.CityLead);

    /// <summary>A quota as typed.</summary>
    [BindProperty]
    public QuotaInput Input { get; set; } = new();

    /// <summary>Decisions as typed.</summary>
    [BindProperty]
    public IList<ItemInput> Items { get; set; } = [];

    /// <summary>What the last action did.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>How many of the decisions of this form were made, where others were refused; null where all were refused.</summary>
    public string? Partly { get; private set; }

    /// <summary>Shows.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Choice = await campaigns.ReadAsync(Year, cancellation);
        Rankings = Choice.Chosen is { } campaign ? await query.ReadAsync(campaign.Id, cancellation) : [];
    }

    /// <summary>Sets a quota.</summary>
    public async Task<IActionResult> OnPostQuotaAsync(CancellationToken cancellation)
    {
        var outcome = await setQuota.HandleAsync(new SetQuota(new RuleSetVersionId(Input.Version), Input.Places, Input.Reason ?? "", Year) { Seen = Input.Seen }, cancellation);
        if (outcome.Succeeded)
        {
            Done = "名额已记录。";
            return RedirectToPage(new { Year });
        }

        ModelState.AddErrors(outcome.Errors);
        await OnGetAsync(cancellation);
        return Page();
    }

    /// <summary>Decides the chosen cases.</summary>
    public async Task<IActionResult> OnPostDecideAsync(CancellationToken cancellation)
    {
        var chosen = Items.Where(item => item.Shortlist is not null).ToList();
        if (chosen.Count == 0)
        {
            ModelState.AddModelError("", "没有选择结论。请逐家选择“入围”或“不入围”并写明理由。");
            await OnGetAsync(cancellation);
            return Page();
        }

        var outcomes = await decide.HandleAsync([.. chosen.Select(item => new SelectionItem(new DeclarationId(item.Id), item.Shortlist!.Value, item.Reason))], cancellation);
        var refused = outcomes.Where(outcome => outcome.Errors.Count > 0).ToList();
        foreach (var outcome in refused)
        {
            ModelState.AddModelError($"Items[{Items.ToList().FindIndex(item => item.Id == outcome.Declaration.Value)}].Reason", $"{outcome.CaseNumber}：{outcome.Errors[0].Message}");
        }

        if (refused.Count == 0)
        {
            Done = $"已作出 {outcomes.Count} 项结论。";
            return RedirectToPage(new { Year });
        }

        Partly = refused.Count == outcomes.Count ? null : $"已作出 {outcomes.Count - refused.Count} 项结论；另有 {refused.Count} 项没有作出，原因见下。";

        await OnGetAsync(cancellation);
        return Page();
    }

    /// <summary>The places typed into the form of a rule set, or those that stand.</summary>
    public string? TypedPlaces(RuleSetRanking ranking) =>
        Input.Version == ranking.Version.Value ? ModelState["Input.Places"]?.AttemptedValue : ranking.Places?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The ground typed into the form of a rule set, or the one that stands.</summary>
    public string? TypedReason(RuleSetRanking ranking) => Input.Version == ranking.Version.Value ? Input.Reason : ranking.PlacesReason;

    /// <summary>What was typed for a case.</summary>
    public ItemInput? Typed(DeclarationId id) => Items.FirstOrDefault(item => item.Id == id.Value);

    /// <summary>The ranking as a table.</summary>
    public static RankingTable Table(RuleSetRanking ranking) => new(
        $"{ranking.Title} 名次",
        [.. ranking.Cases.Select(row => new RankRow(
            row.Place.Rank,
            row.OrganisationName,
            $"/city/cases/{row.Place.Entry.Declaration.Value}",
            $"{row.DistrictName} · {row.Place.Entry.CaseNumber}{(row.Advisory is { } points ? $" · 评议参考分 {NumberText.Natural(decimal.Round(points, 2))}" : "")}",
            row.Place.Entry.Points,
            null,
            PreferenceWords.Of(row.Preference).Shape,
            PreferenceWords.Of(row.Preference).Word,
            ShapeOf(row.State),
            CaseWords.Of(row.State),
            Why(row)))],
        ranking.Places ?? ranking.Cases.Count,
        ranking.Cases.Count)
    {
        CutPoints = ranking.LinePoints,
    };

    /// <summary>What the preference of each ranked unit rests on.</summary>
    public static PreferencePanel Preferences(RuleSetRanking ranking) => new(
        $"{ranking.Title} 优先推荐条件", [.. ranking.Cases.SelectMany(row => PreferenceWords.Lines(row.OrganisationName, row.Preference, ranking.Kind))]);

    private static string Why(RankedCase row)
    {
        var distance = row.Place.DistanceToLine switch
        {
            null => "",
            0 => "在名额线上。",
            > 0 => $"高于名额线 {NumberText.Points(row.Place.DistanceToLine.Value)} 分。",
            _ => $"低于名额线 {NumberText.Points(-row.Place.DistanceToLine.Value)} 分。",
        };
        var tie = row.Place.TiedWithNeighbour ? "与相邻名次同分，按同分规则排序。" : "";
        var reason = row.Reason.Length == 0 || row.Reason[^1] is '。' or '；' or '！' ? row.Reason : $"{row.Reason}。";
        return $"{reason}{distance}{tie}";
    }

    private static StateShape ShapeOf(CaseState state) => state switch
    {
        CaseState.Assessed => StateShape.You,
        CaseState.NotShortlisted or CaseState.Disqualified => StateShape.Off,
        _ => StateShape.Done,
    };

    /// <summary>A quota as typed.</summary>
    public sealed class QuotaInput
    {
        /// <summary>The rule-set version.</summary>
        [Display(Name = "规则集版本")]
        public Guid Version { get; set; }

        /// <summary>How many.</summary>
        [Display(Name = "名额")]
        public int? Places { get; set; }

        /// <summary>The quota that the form was opened over.</summary>
        [Display(Name = "打开页面时的名额")]
        public string? Seen { get; set; }

        /// <summary>The ground.</summary>
        [Display(Name = "理由")]
        public string? Reason { get; set; }
    }

    /// <summary>A decision as typed.</summary>
    public sealed class ItemInput
    {
        /// <summary>The case.</summary>
        [Display(Name = "编号")]
        public Guid Id { get; set; }

        /// <summary>Shortlist or not; null for no decision now.</summary>
        [Display(Name = "是否入围")]
        public bool? Shortlist { get; set; }

        /// <summary>Why.</summary>
        [Display(Name = "理由")]
        public string? Reason { get; set; }
    }
}
