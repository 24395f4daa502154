using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Departments;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using GreenFactory.Web.Face.Blocks;
using GreenFactory.Web.Face.Marks;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.District;

/// <summary>The district's queue of cases.</summary>
public sealed class IndexModel(
    CampaignChoiceReader campaigns, DistrictQueueQuery queue, TakeCaseHandler take, AskDepartmentsHandler ask, WorkingCalendarReader calendars, TimeProvider clock) : DeskPage
{
    /// <summary>How many refusals a report names: it travels in a cookie over the redirect.</summary>
    private const int MostRefused = 8;

    /// <summary>Year of the campaign shown; null for the usual one.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "年度")]
    public int? Year { get; set; }

    /// <summary>The campaign shown and what waits in the others.</summary>
    public CampaignChoice Choice { get; private set; } = null!;

    /// <summary>Whether the day by which the district reports is past.</summary>
    public bool IsOver => Choice.Chosen is { } campaign && clock.GetUtcNow() >= campaign.DistrictDeadline;

    /// <summary>How long it has until then.</summary>
    public string Left => TimeLeft.Until(Choice.Chosen!.DistrictDeadline, clock.GetUtcNow()).ToString();

    /// <summary>Only this state.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "状态")]
    public CaseState? State { get; set; }

    /// <summary>Only factories or parks.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "类别")]
    public OrganisationKind? Kind { get; set; }

    /// <summary>Only new entries or benchmarking.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "申报类别")]
    public DeclarationPurpose? Purpose { get; set; }

    /// <summary>Part of name or case number, or a credit code.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "查找内容")]
    public string? Q { get; set; }

    /// <summary>Case number after which the page begins.</summary>
    [BindProperty(SupportsGet = true, Name = "After")]
    [Display(Name = "翻页位置")]
    public string? AfterCase { get; set; }

    /// <summary>Cases ticked for a batch.</summary>
    [BindProperty]
    [Display(Name = "勾选的案件")]
    public List<Guid> Selected { get; set; } = [];

    /// <summary>Last day for the departments' answer; five working days when empty.</summary>
    [BindProperty]
    [Display(Name = "意见期限")]
    public DateOnly? LastDay { get; set; }

    /// <summary>The page of the queue.</summary>
    public QueuePage Queue { get; private set; } = new(new Dictionary<CaseState, int>(), [], null);

    /// <summary>The last day when none is given, with what is not known about it.</summary>
    public CountedDay Usual { get; private set; } = null!;

    /// <summary>What the batch did, carried over the redirect.</summary>
    [TempData]
    public string? Batch { get; set; }

    /// <summary>What the batch did.</summary>
    public BatchReport? Report { get; private set; }

    /// <summary>Shows the queue.</summary>
    public Task OnGetAsync(CancellationToken cancellation)
    {
        Report = Batch is { Length: > 0 } kept ? JsonSerializer.Deserialize<BatchReport>(kept) : null;
        return ReadAsync(cancellation);
    }

    /// <summary>Takes the ticked cases.</summary>
    public Task<IActionResult> OnPostTakeAsync(CancellationToken cancellation) => BatchAsync("受理", "已受理", id => take.HandleAsync(id, cancellation), cancellation);

    /// <summary>Asks the five departments about the ticked cases.</summary>
    public Task<IActionResult> OnPostAskAsync(CancellationToken cancellation) =>
        BatchAsync("征求部门意见", "已发出", id => ask.HandleAsync(new AskDepartments(id, LastDay), cancellation), cancellation);

    /// <summary>The address of this list with another state.</summary>
    public string PathOf(CaseState? state, string? after = null) => Url.Page("/District/Index", new { Year, State = state, Kind, Purpose, Q, After = after }) ?? "/district";

    /// <summary>The list of this campaign without any filter.</summary>
    public string Clean => Url.Page("/District/Index", new { Year }) ?? "/district";

    private async Task<IActionResult> BatchAsync(string title, string word, Func<DeclarationId, Task<Result>> work, CancellationToken cancellation)
    {
        if (Selected.Count == 0)
        {
            return await RefuseAsync($"{title}：没有选择案件", "请先勾选案件，再办理", cancellation);
        }

        var outcomes = new List<(Guid Id, Result Outcome)>();
        foreach (var id in Selected.Distinct())
        {
            outcomes.Add((id, await work(new DeclarationId(id))));
        }

        await ReadAsync(cancellation);
        var refused = outcomes.Where(row => !row.Outcome.Succeeded).ToList();
        List<BatchLine> lines =
        [
            new BatchLine(StateShape.Done, $"{outcomes.Count - refused.Count} 项{word}"),
            .. from row in refused.Take(MostRefused)
               let known = Queue.Rows.FirstOrDefault(one => one.Id.Value == row.Id)
               select new BatchLine(StateShape.Error, "未执行", known?.Organisation ?? "案件", Url.Page("/District/Cases/Index", new { id = row.Id }), row.Outcome.Error.Message),
        ];
        if (refused.Count > MostRefused)
        {
            lines.Add(new BatchLine(StateShape.Error, $"另有 {refused.Count - MostRefused} 项未执行，仍在队列中"));
        }

        Batch = JsonSerializer.Serialize(new BatchReport($"{title}：{outcomes.Count} 项", lines, PathOf(State, AfterCase)));
        return LocalRedirect(PathOf(State, AfterCase));
    }

    /// <summary>Nothing was done; what was ticked and typed is kept.</summary>
    private async Task<IActionResult> RefuseAsync(string title, string reason, CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        Report = new BatchReport(title, [new BatchLine(StateShape.You, reason)], PathOf(State, AfterCase));
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        Choice = await campaigns.ReadAsync(Year, cancellation);
        if (Choice.Chosen is { } campaign)
        {
            Queue = await queue.ReadAsync(campaign.Id, new QueueFilter(State, Kind, Purpose, Q, AfterCase), cancellation);
        }

        Usual = await calendars.AfterTodayAsync(AskDepartmentsHandler.UsualWorkingDays, cancellation);
    }
}
