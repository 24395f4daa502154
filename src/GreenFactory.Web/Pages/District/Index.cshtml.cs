using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using GreenFactory.Application.Access;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Departments;
using GreenFactory.Application.Ports.Spreadsheets;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Web.Face.Blocks;
using GreenFactory.Web.Face.Marks;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.District;

/// <summary>The district's queue of cases.</summary>
public sealed class IndexModel(
    CampaignChoiceReader campaigns,
    DistrictQueueQuery queue,
    TakeCaseHandler take,
    AskDepartmentsHandler ask,
    AllocateCaseHandler allocate,
    WorkingCalendarReader calendars,
    FilingWindowReader windows,
    ISpreadsheetWriter writer,
    CurrentAccess access,
    TimeProvider clock) : DeskPage
{
    /// <summary>How many refusals a report names: it travels in a cookie over the redirect.</summary>
    private const int MostRefused = 8;

    /// <summary>States that always have a tab; any other has one as soon as a case stands in it.</summary>
    private static readonly CaseState[] Usually =
        [CaseState.Submitted, CaseState.DistrictReview, CaseState.Returned, CaseState.Recommended, CaseState.NotRecommended, CaseState.BenchmarkConcluded, CaseState.Reported];

    /// <summary>What is shown.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public QueueView Shown { get; set; } = new();

    /// <summary>The campaign shown and what waits in the others.</summary>
    public CampaignChoice Choice { get; private set; } = null!;

    /// <summary>Until when the district may report, recorded grace included; null without a campaign.</summary>
    public DateTimeOffset? Deadline { get; private set; }

    /// <summary>Whether the day by which the district reports is past.</summary>
    public bool IsOver => clock.GetUtcNow() >= Deadline;

    /// <summary>How long it has until then.</summary>
    public string Left => TimeLeft.Until(Deadline!.Value, clock.GetUtcNow()).ToString();

    /// <summary>Cases ticked for a batch.</summary>
    [BindProperty]
    [Display(Name = "勾选的案件")]
    public List<Guid> Selected { get; set; } = [];

    /// <summary>Who worked on each case as the page showed it: case and person, parted by a blank.</summary>
    [BindProperty]
    [Display(Name = "打开页面时的经办人")]
    public List<string> Seen { get; set; } = [];

    /// <summary>To whom the ticked cases are given: the id of an officer, or none.</summary>
    [BindProperty]
    [Display(Name = "分派给")]
    public string? Officer { get; set; }

    /// <summary>Last day for the departments' answer; five working days when empty.</summary>
    [BindProperty]
    [Display(Name = "意见期限")]
    public DateOnly? LastDay { get; set; }

    /// <summary>The page of the queue.</summary>
    public QueuePage Queue { get; private set; } = QueuePage.Empty;

    /// <summary>The last day when none is given, with what is not known about it.</summary>
    public CountedDay Usual { get; private set; } = null!;

    /// <summary>What the batch did, carried over the redirect.</summary>
    [TempData]
    public string? Batch { get; set; }

    /// <summary>What the batch did.</summary>
    public BatchReport? Report { get; private set; }

    /// <summary>The states as tabs: each case stands behind exactly one of them.</summary>
    public IReadOnlyList<CountTab> Tabs =>
    [
        new("全部", Queue.Content.Total, PathWith((nameof(QueueView.State), null)), Shown.State is null),
        .. Usually.Concat(Enum.GetValues<CaseState>().Except(Usually).Where(state => CountOf(state) > 0))
            .Select(state => new CountTab(CaseWords.Of(state), CountOf(state), PathWith((nameof(QueueView.State), state)), Shown.State == state, state is CaseState.Submitted)),
    ];

    /// <summary>Filters in force, each with the address without it.</summary>
    public IReadOnlyList<AppliedFilter> Applied
    {
        get
        {
            List<AppliedFilter> filters = [];
            void Add(string key, string? words) => filters.AddRange(words is null ? [] : [new AppliedFilter(words, PathWith((key, null)))]);
            Add(nameof(QueueView.Q), WrittenText.SaysNothing(Shown.Q) ? null : $"查找：{WrittenText.Said(Shown.Q)}");
            Add(nameof(QueueView.Industry), WrittenText.SaysNothing(Shown.Industry) ? null : $"行业：{WrittenText.Said(Shown.Industry)}");
            Add(nameof(QueueView.Rules), Shown.Rules is { } rules ? $"规则集：{Queue.Content.RuleSets.FirstOrDefault(row => row.Version.Value == rules)?.Title ?? "其他"}" : null);
            Add(nameof(QueueView.Owner), OwnerWords());
            Add(nameof(QueueView.Questions), Shown.Questions ? "有未答复的提问" : null);
            Add(nameof(QueueView.Signals), Shown.Signals ? "有质量信号" : null);
            return filters;
        }
    }

    /// <summary>Shows the queue.</summary>
    public Task OnGetAsync(CancellationToken cancellation)
    {
        Report = Batch is { Length: > 0 } kept ? JsonSerializer.Deserialize<BatchReport>(kept) : null;
        return ReadAsync(cancellation);
    }

    /// <summary>Everything that the filter lets through, as a workbook.</summary>
    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellation) =>
        await campaigns.FindAsync(Shown.Year, cancellation) is { } campaign
            ? File(writer.Write([QueueSheet.Of(await queue.AllAsync(campaign.Id, Shown.ToFilter(access.Scope.RequiredUser), cancellation))]), WorkbookFile.MediaType, $"工作队列-{campaign.Year}年度.xlsx")
            : NotFound();

    /// <summary>Takes the ticked cases.</summary>
    public Task<IActionResult> OnPostTakeAsync(CancellationToken cancellation) => BatchAsync("受理", "已受理", id => take.HandleAsync(id, cancellation), cancellation);

    /// <summary>Asks the five departments about the ticked cases.</summary>
    public Task<IActionResult> OnPostAskAsync(CancellationToken cancellation) =>
        BatchAsync("征求部门意见", "已发出", id => ask.HandleAsync(new AskDepartments(id, LastDay), cancellation), cancellation);

    /// <summary>Gives the ticked cases to an officer.</summary>
    public async Task<IActionResult> OnPostAllocateAsync(CancellationToken cancellation)
    {
        var owner = Guid.TryParse(Officer, out var officer) ? new UserId(officer) : (UserId?)null;
        if (owner is null && Officer is not QueueView.Nobody)
        {
            return await RefuseAsync("分派：没有选择承办人", "请在“分派给”中选择承办人，再办理", cancellation);
        }

        var seen = Seen.Select(text => text.Split(' ', 2)).Where(parts => parts.Length == 2 && Guid.TryParse(parts[0], out _))
            .ToDictionary(parts => Guid.Parse(parts[0]), parts => Guid.TryParse(parts[1], out var person) ? new UserId(person) : (UserId?)null);
        return await BatchAsync("分派", "已分派", id => allocate.HandleAsync(new AllocateCase(id, owner, seen.GetValueOrDefault(id.Value)), cancellation), cancellation);
    }

    /// <summary>The address of this list with some values changed; it begins at the first page.</summary>
    public string PathWith(params ReadOnlySpan<(string Key, object? Value)> changes)
    {
        var values = Shown.Values();
        (values[nameof(QueueView.After)], values[nameof(QueueView.Before)]) = (null, null);
        foreach (var (key, value) in changes)
        {
            values[key] = value;
        }

        return Url.Page("/District/Index", values) ?? "/district";
    }

    /// <summary>This very page of the list.</summary>
    public string Here => Url.Page("/District/Index", Shown.Values()) ?? "/district";

    /// <summary>The list of this campaign without any filter.</summary>
    public string Clean => Url.Page("/District/Index", new { Shown.Year }) ?? "/district";

    private int CountOf(CaseState state) => Queue.Content.States.GetValueOrDefault(state);

    private string? OwnerWords() => Shown.Owner switch
    {
        null or "" => null,
        QueueView.Mine => "经办：我的",
        QueueView.Nobody => "经办：未分派",
        var id => $"经办：{Queue.Content.Officers.FirstOrDefault(row => row.Officer.Value.ToString() == id)?.Name ?? "已离任"}",
    };

    private async Task<IActionResult> BatchAsync(string title, string word, Func<DeclarationId, Task<Result>> work, CancellationToken cancellation)
    {
        if (Selected.Count == 0)
        {
            return await RefuseAsync($"{title}：没有选择案件", "请先勾选案件，再办理", cancellation);
        }

        await ReadAsync(cancellation);
        var outcomes = new List<(Guid Id, Result Outcome)>();
        foreach (var id in Selected.Distinct())
        {
            outcomes.Add((id, await work(new DeclarationId(id))));
        }

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

        Batch = JsonSerializer.Serialize(new BatchReport($"{title}：{outcomes.Count} 项", lines, Here));
        return LocalRedirect(Here);
    }

    /// <summary>Nothing was done; what was ticked and typed is kept.</summary>
    private async Task<IActionResult> RefuseAsync(string title, string reason, CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        Report = new BatchReport(title, [new BatchLine(StateShape.You, reason)], Here);
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        Choice = await campaigns.ReadAsync(Shown.Year, cancellation);
        if (Choice.Chosen is { } campaign)
        {
            Deadline = await windows.EndAsync(campaign, [.. access.Scope.Units.Select(unit => new DistrictId(unit))], cancellation);
            Queue = await queue.ReadAsync(campaign.Id, Shown.ToFilter(access.Scope.RequiredUser), cancellation);
        }

        Usual = await calendars.AfterTodayAsync(AskDepartmentsHandler.UsualWorkingDays, cancellation);
    }
}
