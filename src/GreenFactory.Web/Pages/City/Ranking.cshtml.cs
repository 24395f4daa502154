using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Access;
using GreenFactory.Application.Assessments;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Cases;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Web.Face.Blocks;
using GreenFactory.Web.Face.Marks;
using GreenFactory.Web.Face.Text;
using GreenFactory.Web.Hosting;
using GreenFactory.Web.Scores;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.City;

/// <summary>Rankings, one for each rule-set version and one at a time, with quota and decisions (排名与入围).</summary>
public sealed class RankingModel(
    CampaignChoiceReader campaigns, RankingIndexQuery index, RankingQuery query, SetQuotaHandler setQuota, DecideSelectionHandler decide, TakeBackSelectionHandler takeBack, FillPlaceHandler fill, StepsQuery steps, CurrentAccess access)
    : PageModel
{
    /// <summary>Year of the campaign shown; null for the usual one.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "年度")]
    public int? Year { get; set; }

    /// <summary>Rows of a page.</summary>
    public const int PageSize = 100;

    /// <summary>The rule-set version whose ranking is shown; null for the first that waits for something.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "规则集版本")]
    public Guid? Version { get; set; }

    /// <summary>How many rows the page passes over.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "翻页位置")]
    public int After { get; set; }

    /// <summary>The campaign shown and what waits in the others.</summary>
    public CampaignChoice Choice { get; private set; } = null!;

    /// <summary>Every ranking of the campaign in numbers.</summary>
    public IReadOnlyList<RankingSummary> Index { get; private set; } = [];

    /// <summary>The ranking shown; null while there is none.</summary>
    public RuleSetRanking? Ranking { get; private set; }

    /// <summary>Its rows on this page.</summary>
    public IReadOnlyList<RankedCase> Rows => [.. Ranking!.Cases.Skip(After).Take(PageSize)];

    /// <summary>The next ranking that waits for something when this one has nothing left.</summary>
    public RankingSummary? Next => Index.Single(row => row.Version == Ranking!.Version).Waits ? null : Index.FirstOrDefault(row => row.Waits);

    private IReadOnlyDictionary<DeclarationId, OpenSteps> open = new Dictionary<DeclarationId, OpenSteps>();

    /// <summary>The rows of this page that this person can put on the shortlist or decline.</summary>
    public IReadOnlyList<RankedCase> Undecided => [.. Rows.Where(row => row.State is CaseState.Assessed && StepsOf(row).Offers(CaseAction.Shortlist))];

    /// <summary>The excluded rows of this page that this person can take back now.</summary>
    public IReadOnlyList<RankedCase> Excluded =>
        [.. Rows.Where(row => StepsOf(row).All.Any(step => step.Transition.Action is CaseAction.TakeBack && step.IsOffered && !step.Missing.Contains(CaseGuard.SelectionOpen)))];

    /// <summary>Why no excluded row can be taken back by anybody now; null where the time is right.</summary>
    public string? SelectionClosed =>
        open.Values.SelectMany(row => row.All).Any(step => step.Missing.Contains(CaseGuard.SelectionOpen)) ? CaseWords.Missing(CaseGuard.SelectionOpen) : null;

    /// <summary>The rows of this page that are not this person's to decide, by the rule of four eyes.</summary>
    public IReadOnlyList<RankedCase> Involved => [.. Rows.Where(row => StepsOf(row).IsInvolved)];

    /// <summary>Whether this person decides on the place for the next on the waiting list.</summary>
    public bool MayFill(FreedPlace place) => place.Next is { } next && StepsOf(next).Offers(CaseAction.MoveUp, CaseAction.Shortlist);

    private OpenSteps StepsOf(RankedCase row) => open.GetValueOrDefault(row.Place.Entry.Declaration, OpenSteps.None);

    /// <summary>Whether the person is the city's lead, who sets the quota.</summary>
    public bool IsLead => access.Scope.AtThisDesk.Any(membership => membership.Role is Role.CityLead);

    /// <summary>A quota as typed.</summary>
    [BindProperty]
    public QuotaInput Input { get; set; } = new();

    /// <summary>Decisions as typed.</summary>
    [BindProperty]
    public IList<ItemInput> Items { get; set; } = [];

    /// <summary>One reason for many, by decision.</summary>
    [BindProperty]
    public CommonInput Common { get; set; } = new();

    /// <summary>A case taken back, as typed.</summary>
    [BindProperty]
    public BackInput Back { get; set; } = new();

    /// <summary>A decision on a place that became free, as typed.</summary>
    [BindProperty]
    public FillingInput Filling { get; set; } = new();

    /// <summary>What the last action did.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>What the last action left out, one line each.</summary>
    [TempData]
    public string? LeftOut { get; set; }

    /// <summary>What this action did, where the page stays because words typed into it were not taken; null where it leads on.</summary>
    public DecisionReport? Report { get; private set; }

    /// <summary>Shows.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Choice = await campaigns.ReadAsync(Year, cancellation);
        if (Choice.Chosen is not { } campaign)
        {
            return;
        }

        Index = await index.ReadAsync(campaign.Id, cancellation);
        var chosen = Version is { } version ? Index.FirstOrDefault(row => row.Version.Value == version) : Index.FirstOrDefault(row => row.Waits) ?? Index.FirstOrDefault();
        Ranking = chosen is null ? null : await query.ReadAsync(campaign.Id, chosen.Version, cancellation);
        After = Ranking is null ? 0 : Math.Clamp(After, 0, Math.Max(Ranking.Cases.Count - 1, 0)) / PageSize * PageSize;
        if (Ranking is not null)
        {
            var asked = Rows.Concat(Ranking.Freed.Select(place => place.Next).OfType<RankedCase>()).Where(row => row.State is CaseState.Assessed or CaseState.NotShortlisted);
            open = await steps.ReadAsync(
                [.. asked.Select(row => row.Place.Entry.Declaration).Distinct()], [CaseAction.Shortlist, CaseAction.TakeBack, CaseAction.MoveUp], null, cancellation);
        }
    }

    /// <summary>The address of a ranking, and of a page of it.</summary>
    public string PathOf(RuleSetVersionId version, int after = 0) => $"/city/ranking?year={Choice.Chosen!.Year}&version={version.Value}{(after > 0 ? $"&after={after}" : "")}";

    /// <summary>Sets a quota.</summary>
    public async Task<IActionResult> OnPostQuotaAsync(CancellationToken cancellation)
    {
        var outcome = await setQuota.HandleAsync(new SetQuota(new RuleSetVersionId(Input.Version), Input.Places, Input.Reason ?? "", Year) { Seen = Input.Seen, Waiting = Input.Waiting }, cancellation);
        if (outcome.Succeeded)
        {
            Done = "名额已记录。";
            return RedirectToPage(new { Year, Version, After });
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

        var outcomes = await decide.HandleAsync([.. chosen.Select(item => new SelectionItem(new DeclarationId(item.Id), item.Shortlist!.Value, ReasonOf(item)))], cancellation);
        var refused = outcomes.Where(outcome => outcome.Errors.Count > 0).ToList();
        foreach (var outcome in refused)
        {
            ModelState.AddModelError($"Items[{Items.ToList().FindIndex(item => item.Id == outcome.Declaration.Value)}].Reason", $"{outcome.CaseNumber}：{outcome.Errors[0].Message}");
        }

        if (refused.Count == outcomes.Count)
        {
            await OnGetAsync(cancellation);
            return Page();
        }

        var made = outcomes.Where(outcome => outcome.Errors.Count == 0).ToList();
        await OnGetAsync(cancellation);
        var report = ReportOf(made, refused);
        if (report.Left.Count > 0 && !Request.IsBackground())
        {
            // Without a script the words would go with the redirect: the page itself keeps them.
            ModelState.Clear();
            Report = report;
            return Page();
        }

        Response.LeaveTyped(report.Left);
        (Done, LeftOut) = (report.Done, report.LeftOut);
        return RedirectToPage(new { Year, Version, After });
    }

    /// <summary>What was decided, and what was typed without being taken: rows that were refused, reasons beside no decision, a reason for many that nobody had.</summary>
    private DecisionReport ReportOf(IReadOnlyList<SelectionOutcome> made, IReadOnlyList<SelectionOutcome> refused)
    {
        var (lines, left) = (new List<string>(), new List<string>());
        foreach (var (item, index) in Items.Select((item, index) => (item, index)))
        {
            if (refused.FirstOrDefault(outcome => outcome.Declaration.Value == item.Id) is { } outcome)
            {
                lines.Add($"{outcome.CaseNumber} {(outcome.Shortlist ? "入围" : "不入围")}：{outcome.Errors[0].Message}");
                left.AddRange([$"Items[{index}].Shortlist", $"Items[{index}].Reason"]);
            }
            else if (item.Shortlist is null && !WrittenText.SaysNothing(item.Reason))
            {
                var name = Ranking?.Cases.FirstOrDefault(row => row.Place.Entry.Declaration.Value == item.Id)?.OrganisationName;
                lines.Add($"{name}：填写了理由，没有选择结论，没有作出结论。理由仍在它那一行。");
                left.AddRange([$"Items[{index}].Shortlist", $"Items[{index}].Reason"]);
            }
        }

        foreach (var (shortlist, text, field, word) in new[] { (true, Common.In, "Common.In", "入围"), (false, Common.Out, "Common.Out", "不入围") })
        {
            if (!WrittenText.SaysNothing(text) && !made.Any(row => row.Shortlist == shortlist && WrittenText.SaysNothing(Items.First(item => item.Id == row.Declaration.Value).Reason)))
            {
                lines.Add($"“{word}的共同理由”没有用到，仍在页面上。");
                left.Add(field);
            }
        }

        return new DecisionReport(
            $"已作出 {made.Count} 项结论：入围 {made.Count(outcome => outcome.Shortlist)} 家，不入围 {made.Count(outcome => !outcome.Shortlist)} 家。", lines.Count == 0 ? null : string.Join('\n', lines), left);
    }

    /// <summary>Takes an excluded case back.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancellation)
    {
        if (Back.Id is not { } id)
        {
            ModelState.AddModelError("", "请选择重新参评的单位。");
            await OnGetAsync(cancellation);
            return Page();
        }

        return await AnswerAsync(await takeBack.HandleAsync(new TakeBackSelection(new DeclarationId(id), Back.Reason), cancellation), "已重新参评，请在“入围结论”中作出结论。", cancellation);
    }

    /// <summary>Decides on a place that became free.</summary>
    public async Task<IActionResult> OnPostFillAsync(CancellationToken cancellation) => await AnswerAsync(
        await fill.HandleAsync(new FillPlace(new DeclarationId(Filling.Freed), new DeclarationId(Filling.Candidate), Filling.MoveUp, Filling.Reason), cancellation),
        Filling.MoveUp == true ? "已递补，列入拟入围。请到“公示与异议”公示。" : "已记录不递补，名额留给下一家。",
        cancellation);

    private async Task<IActionResult> AnswerAsync(Result outcome, string done, CancellationToken cancellation)
    {
        if (outcome.Succeeded)
        {
            Done = done;
            return RedirectToPage(new { Year, Version, After });
        }

        ModelState.AddErrors(outcome.Errors);
        await OnGetAsync(cancellation);
        return Page();
    }

    /// <summary>The reason of a case: its own where one is typed, otherwise the one for many.</summary>
    private string? ReasonOf(ItemInput item) => !WrittenText.SaysNothing(item.Reason) ? item.Reason : item.Shortlist == true ? Common.In : Common.Out;

    /// <summary>The waiting places typed into the form of a rule set, or those that stand.</summary>
    public string? TypedWaiting(RuleSetRanking ranking) =>
        Input.Version == ranking.Version.Value ? ModelState["Input.Waiting"]?.AttemptedValue : ranking.Waiting.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The reason typed for a place that became free.</summary>
    public string? TypedFilling(FreedPlace place) => Filling.Freed == place.Lost.Place.Entry.Declaration.Value ? Filling.Reason : null;

    /// <summary>The places typed into the form of a rule set, or those that stand.</summary>
    public string? TypedPlaces(RuleSetRanking ranking) =>
        Input.Version == ranking.Version.Value ? ModelState["Input.Places"]?.AttemptedValue : ranking.Places?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The ground typed into the form of a rule set, or the one that stands.</summary>
    public string? TypedReason(RuleSetRanking ranking) => Input.Version == ranking.Version.Value ? Input.Reason : ranking.PlacesReason;

    /// <summary>What was typed for a case.</summary>
    public ItemInput? Typed(DeclarationId id) => Items.FirstOrDefault(item => item.Id == id.Value);

    /// <summary>The rows of the page as a table.</summary>
    public RankingTable Table(RuleSetRanking ranking) => new(
        $"{ranking.Title} 名次",
        [.. Rows.Select(RankingRow.Of)],
        ranking.Places ?? ranking.Cases.Count,
        ranking.Cases.Count)
    {
        CutPoints = ranking.LinePoints,
        BelowCut = After > 0 && ranking.Places is { } places && ranking.Cases[After - 1].Place.Rank > places,
    };

    /// <summary>What the preference of each ranked unit rests on.</summary>
    public PreferencePanel Preferences(RuleSetRanking ranking) => new(
        $"{ranking.Title} 优先推荐条件", [.. Rows.SelectMany(row => PreferenceWords.Lines(row.OrganisationName, row.Preference, ranking.Kind))]);

    /// <summary>What became of a batch of decisions.</summary>
    /// <param name="Done">What was decided.</param>
    /// <param name="LeftOut">What was not, one line each; null for nothing.</param>
    /// <param name="Left">The fields whose words were not taken.</param>
    public sealed record DecisionReport(string Done, string? LeftOut, IReadOnlyList<string> Left);

    /// <summary>A quota as typed.</summary>
    public sealed class QuotaInput
    {
        /// <summary>The rule-set version.</summary>
        [Display(Name = "规则集版本")]
        public Guid Version { get; set; }

        /// <summary>How many.</summary>
        [Display(Name = "名额")]
        public int? Places { get; set; }

        /// <summary>How many wait for a place that becomes free.</summary>
        [Display(Name = "候补")]
        public int? Waiting { get; set; }

        /// <summary>The quota that the form was opened over.</summary>
        [Display(Name = "打开页面时的名额")]
        public string? Seen { get; set; }

        /// <summary>The ground.</summary>
        [Display(Name = "理由")]
        public string? Reason { get; set; }
    }

    /// <summary>One reason for many, as typed.</summary>
    public sealed class CommonInput
    {
        /// <summary>Why they are shortlisted.</summary>
        [Display(Name = "入围的共同理由")]
        public string? In { get; set; }

        /// <summary>Why they are not.</summary>
        [Display(Name = "不入围的共同理由")]
        public string? Out { get; set; }
    }

    /// <summary>A case taken back, as typed.</summary>
    public sealed class BackInput
    {
        /// <summary>The case.</summary>
        [Display(Name = "单位")]
        public Guid? Id { get; set; }

        /// <summary>Why.</summary>
        [Display(Name = "理由")]
        public string? Reason { get; set; }
    }

    /// <summary>A decision on a place that became free, as typed.</summary>
    public sealed class FillingInput
    {
        /// <summary>The case that lost it.</summary>
        [Display(Name = "空出的名额")]
        public Guid Freed { get; set; }

        /// <summary>The case it is offered to.</summary>
        [Display(Name = "候补单位")]
        public Guid Candidate { get; set; }

        /// <summary>Given, or past this case to the next.</summary>
        [Display(Name = "是否递补")]
        public bool? MoveUp { get; set; }

        /// <summary>Why.</summary>
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
